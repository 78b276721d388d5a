using LeerkringBot.Bot.Files;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Polls;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;
using LeerkringBot.Infrastructure.Workbooks;

namespace LeerkringBot.Bot.Polls;

/// <summary>
/// A poll as a workbook, for organisers: of a Thorbecke poll first who joins, as VNG can use it; then every answer, who is silent, how the answers came in, and the history.
/// Of an anonymous poll how often everything was chosen, once it may be known, and who is silent.
/// </summary>
public sealed class PollExport(IPollStore polls, PollCards cards, SilentMembers silent, IMembers members, IOrganisers organisers) : IFileKind
{
    public const string Name = "poll";

    public string Kind => Name;

    public async Task<MadeFile?> Make(Member member, string subject, CancellationToken cancellationToken)
    {
        if (!PollId.TryParse(subject, out var id) || !await organisers.Includes(member, cancellationToken)) return null;
        if (await polls.Find(id, cancellationToken) is not { } poll) return null;
        var texts = Texts.For(member.Language);
        var view = await cards.Organiser(poll, cancellationToken);
        var rows = new Rows(view, (await members.All(cancellationToken)).ToDictionary(one => one.Id), texts);
        var silence = new WorkbookSheet(texts["PollExport.Silent"], rows.Whose, rows.Silent(await silent.Of(poll, cancellationToken)));
        return new(
            texts.Plain("PollExport.File", id),
            Workbook.ContentType,
            Workbook.Write(poll.IsAnonymous ? [new(texts["PollExport.Result"], rows.CountColumns, rows.Counts), silence] : await Named(rows, silence, cancellationToken)));
    }

    private async Task<IReadOnlyList<WorkbookSheet>> Named(Rows rows, WorkbookSheet silence, CancellationToken cancellationToken)
    {
        var (poll, texts) = (rows.Poll, rows.Texts);
        var answers = rows.Sorted(await polls.Answers(poll.Id, cancellationToken));
        List<WorkbookSheet> sheets = [];
        if (poll.Template == PollTemplate.Thorbecke)
            sheets.Add(new(texts["PollExport.Joiners"], rows.DetailColumns, [.. answers.Where(answer => answer.Choice.Has(ThorbeckePoll.Joins)).Select(rows.Joiner)]));
        sheets.Add(new(texts["PollExport.Answers"], rows.AnswerColumns, [.. answers.Select(rows.Answer)]));
        sheets.Add(silence);
        sheets.Add(new(texts["PollExport.Turnout"], [texts["PollExport.Day"], texts["PollExport.New"], texts["PollExport.Total"]], [.. rows.View.Turnout.Select(IReadOnlyList<object?> (day) => [day.Day.ToDateTime(TimeOnly.MinValue), day.New, day.Total])]));
        sheets.Add(new(texts["PollExport.History"], rows.AnswerColumns, [.. rows.Sorted(await polls.History(poll.Id, cancellationToken)).Select(rows.Answer)]));
        return sheets;
    }

    private sealed record Rows(PollView View, Dictionary<MemberId, Member> People, Texts Texts)
    {
        public Poll Poll => View.Poll;

        public IReadOnlyList<string> CountColumns => View.Sight == ResultSight.Shown ? [Texts["PollExport.Answer"], .. Votes.Select(ColumnOf)] : [Texts["PollExport.Result"]];

        /// <summary>How often everything was chosen; why that can't be told where it can't.</summary>
        public IReadOnlyList<IReadOnlyList<object?>> Counts => View.Sight == ResultSight.Shown
            ? [.. Poll.Options.Select(IReadOnlyList<object?> (option) => [ChoiceText.Title(Poll, option, Texts), .. Votes.Select(vote => (object?)View.Tally.Count(option.Key, vote))])]
            : [[Texts.Plain($"Poll.Sight.{View.Sight}", PollLimits.FewestAnonymous)]];

        public IReadOnlyList<string> Whose => Poll.Per == VoterKind.Municipality ? [Texts["PollExport.Municipality"], Texts["PollExport.Code"]] : [Texts["PollExport.Person"]];

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

        /// <summary>Municipalities, also where nobody of them is known; or people.</summary>
        public IReadOnlyList<IReadOnlyList<object?>> Silent(IReadOnlyList<Member> silent) =>
        [
            .. (Poll.Per == VoterKind.Person
                ? silent.Select(member => Domain.Polls.Voter.Of(member.Id))
                : View.Network.Municipalities.Values.Select(one => Domain.Polls.Voter.Of(one.Code)).Where(voter => View.Tally.Of(voter) is null))
                .OrderBy(NameOf, StringComparer.Create(Texts.Culture, ignoreCase: true))
                .Select(IReadOnlyList<object?> (voter) => [.. Voter(voter)]),
        ];

        private IReadOnlyList<Vote> Votes => Poll.Form is PollForm.OneChoice or PollForm.SeveralChoices ? [Vote.Yes] : Enum.GetValues<Vote>();

        private string ColumnOf(Vote vote) => Poll.Form is PollForm.OneChoice or PollForm.SeveralChoices ? Texts["PollExport.Count"] : ChoiceText.Vote(Poll, vote, Texts);

        private IEnumerable<object?> Told(PollAnswer answer) => Poll.Details.Select(detail => answer.Details?[detail] is { } value ? ChoiceText.Of(detail, value, Texts) : null);

        private IEnumerable<object?> Voter(Voter voter) => voter.Municipality is { } code ? [NameOf(voter), code.ToString()] : [NameOf(voter)];

        private string NameOf(Voter voter) => voter.Municipality is { } code
            ? View.Network.NameOf(new Affiliation.OfMunicipality(code))
            : People.GetValueOrDefault(voter.Person!.Value)?.Name ?? Texts["Export.Unknown"];
    }
}
