using LeerkringBot.Bot.Files;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Polls;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;
using LeerkringBot.Infrastructure.Workbooks;

namespace LeerkringBot.Bot.Polls;

/// <summary>A poll as a workbook, for organisers: of a Thorbecke poll first who joins, as VNG can use it; then every answer, who is silent, and the history.</summary>
public sealed class PollExport(IPollStore polls, IMembers members, INetwork network, IOrganisers organisers) : IFileKind
{
    public const string Name = "poll";

    public string Kind => Name;

    public async Task<MadeFile?> Make(Member member, string subject, CancellationToken cancellationToken)
    {
        if (!PollId.TryParse(subject, out var id) || !await organisers.Includes(member, cancellationToken)) return null;
        if (await polls.Find(id, cancellationToken) is not { IsAnonymous: false } poll) return null;
        var texts = Texts.For(member.Language);
        var rows = new Rows(poll, (await members.All(cancellationToken)).ToDictionary(one => one.Id), await network.Current(cancellationToken), texts);
        var answers = rows.Sorted(await polls.Answers(id, cancellationToken));
        List<WorkbookSheet> sheets = [];
        if (poll.Template == PollTemplate.Thorbecke)
            sheets.Add(new(texts["PollExport.Joiners"], rows.DetailColumns, [.. answers.Where(answer => answer.Choice.Has(ThorbeckePoll.Joins)).Select(rows.Joiner)]));
        sheets.Add(new(texts["PollExport.Answers"], rows.AnswerColumns, [.. answers.Select(rows.Answer)]));
        if (poll.Per == VoterKind.Municipality) sheets.Add(new(texts["PollExport.Silent"], [texts["PollExport.Municipality"], texts["PollExport.Code"]], rows.Silent(answers)));
        sheets.Add(new(texts["PollExport.History"], rows.AnswerColumns, [.. rows.Sorted(await polls.History(id, cancellationToken)).Select(rows.Answer)]));
        return new(texts.Plain("PollExport.File", id), Workbook.ContentType, Workbook.Write(sheets));
    }

    private sealed record Rows(Poll Poll, Dictionary<MemberId, Member> People, Network Network, Texts Texts)
    {
        private IEnumerable<string> Whose => Poll.Per == VoterKind.Municipality ? [Texts["PollExport.Municipality"], Texts["PollExport.Code"]] : [Texts["PollExport.Person"]];

        public IReadOnlyList<string> DetailColumns => [.. Whose, .. Poll.Details.Select(detail => Texts[$"Poll.Detail.{detail}"])];

        public IReadOnlyList<string> AnswerColumns =>
            [.. Whose, Texts["PollExport.Answer"], .. Poll.Details.Select(detail => Texts[$"Poll.Detail.{detail}"]), Texts["PollExport.By"], Texts["PollExport.At"], Texts["Poll.Source"], Texts["PollExport.Version"]];

        public IReadOnlyList<PollAnswer> Sorted(IEnumerable<PollAnswer> answers) =>
            [.. answers.OrderBy(answer => NameOf(answer.Voter), StringComparer.Create(Texts.Culture, ignoreCase: true)).ThenBy(answer => answer.Voter.ToString(), StringComparer.Ordinal).ThenBy(answer => answer.Version)];

        public IReadOnlyList<object?> Joiner(PollAnswer answer) => [.. Voter(answer.Voter), .. Told(answer)];

        public IReadOnlyList<object?> Answer(PollAnswer answer) =>
        [
            .. Voter(answer.Voter),
            ChoiceText.Of(Poll, answer.Choice, Texts),
            .. Told(answer),
            People.GetValueOrDefault(answer.By)?.Name ?? Texts["Export.Unknown"],
            DutchTime.WallClock(answer.At),
            answer.Source,
            answer.Version,
        ];

        public IReadOnlyList<IReadOnlyList<object?>> Silent(IReadOnlyList<PollAnswer> answers) =>
        [
            .. Network.Municipalities.Values.Where(one => answers.All(answer => answer.Voter != Domain.Polls.Voter.Of(one.Code)))
                .OrderBy(one => one.Name, StringComparer.Create(Texts.Culture, ignoreCase: true))
                .Select(IReadOnlyList<object?> (one) => [one.Name, one.Code.ToString()]),
        ];

        private IEnumerable<object?> Told(PollAnswer answer) => Poll.Details.Select(detail => answer.Details?[detail] is { } value ? ChoiceText.Of(detail, value, Texts) : null);

        private IEnumerable<object?> Voter(Voter voter) => voter.Municipality is { } code ? [NameOf(voter), code.ToString()] : [NameOf(voter)];

        private string NameOf(Voter voter) => voter.Municipality is { } code
            ? Network.NameOf(new Affiliation.OfMunicipality(code))
            : People.GetValueOrDefault(voter.Person!.Value)?.Name ?? Texts["Export.Unknown"];
    }
}
