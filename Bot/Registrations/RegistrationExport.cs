using System.Globalization;
using LeerkringBot.Bot.Files;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Registrations;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Registrations;
using LeerkringBot.Infrastructure.Workbooks;

namespace LeerkringBot.Bot.Registrations;

/// <summary>The participants of a gathering as a workbook, for organisers. Of dietary wishes and accessibility needs it holds the number only.</summary>
public sealed class RegistrationExport(IGatherings gatherings, IRegistrationStore registrations, IMembers members, INetwork network, IOrganisers organisers) : IFileKind
{
    public const string Name = "registrations";

    public string Kind => Name;

    public async Task<MadeFile?> Make(Member member, string subject, CancellationToken cancellationToken)
    {
        if (!GatheringId.TryParse(subject, out var id) || !await organisers.Includes(member, cancellationToken)) return null;
        if (await registrations.Sheet(id, cancellationToken) is not { } sheet || await gatherings.Find(id, sheet.Revision, cancellationToken) is not { } gathering) return null;
        var texts = Texts.For(member.Language);
        var people = (await members.All(cancellationToken)).ToDictionary(one => one.Id);
        var known = await network.Current(cancellationToken);
        var rows = (await registrations.All(id, cancellationToken)).Select(one => Row(one, gathering, sheet, people, known, texts));
        return new(
            texts.Plain("Export.File", id.Item),
            Workbook.ContentType,
            Workbook.Write([Participants(gathering, rows, texts), Counts(gathering, sheet, known, texts)]));
    }

    private static WorkbookSheet Participants(Gathering gathering, IEnumerable<ParticipantRow> rows, Texts texts)
    {
        var order = StringComparer.Create(texts.Culture, ignoreCase: true);
        return new(
            texts["Export.Participants"],
            [
                texts["Export.Name"],
                texts["Export.Email"],
                texts["Export.Affiliation"],
                texts["Export.Role"],
                texts["Export.State"],
                .. gathering.Rounds.Select((round, index) => texts.Plain("Export.Round", index + 1, GatheringTexts.Span(round.Start, round.End, texts))),
                .. gathering.Questions.Select(question => question.Text),
                texts["Export.BroughtBy"],
                texts["Export.Present"],
                texts["Export.Changed"],
            ],
            [.. rows.OrderBy(row => row.Affiliation, order).ThenBy(row => row.Name, order).Select(row => row.Cells)]);
    }

    private static ParticipantRow Row(Registration one, Gathering gathering, RegistrationSheet sheet, Dictionary<MemberId, Member> people, Network known, Texts texts)
    {
        var member = people.GetValueOrDefault(one.Member);
        var broughtBy = one.BroughtBy is { } by ? people.GetValueOrDefault(by) : null;
        var name = one.Guest?.Name ?? member?.Name ?? texts["Export.Unknown"];
        var affiliation = AffiliationOf(one, member ?? broughtBy, known, texts);
        return new(affiliation, name,
        [
            name,
            one.Guest?.Email ?? member?.Email,
            affiliation,
            member?.Role is { } role ? texts.Role(role) : null,
            State(sheet, one, texts),
            .. gathering.Rounds.Select(round => TrackOf(round, sheet, one, texts)),
            .. gathering.Questions.Select(question => Answer(question, one.Answers.GetValueOrDefault(question.Id), texts)),
            broughtBy?.Name,
            texts[one.PresentAt is null ? "Export.No" : "Export.Yes"],
            DutchTime.WallClock(one.At),
        ]);
    }

    // A guest comes for the municipality or organisation of whoever brought them.
    private static string AffiliationOf(Registration one, Member? member, Network known, Texts texts)
    {
        if (MunicipalityCode.TryParse(one.Affiliation, out var code)) return known.NameOf(new Affiliation.OfMunicipality(code));
        return member?.Affiliation is Affiliation.OfOrganisation organisation ? organisation.Name : texts["Export.Organisation"];
    }

    private static string State(RegistrationSheet sheet, Registration one, Texts texts) => MyRegistration.Of(sheet, one) switch
    {
        MyRegistration.Coming => texts["Export.Coming"],
        MyRegistration.Waiting waiting => texts.Plain("Export.Waiting", waiting.Position),
        MyRegistration.Provisional => texts["Export.Provisional"],
        MyRegistration.Refused refused => texts.Plain("Export.Refused", refused.Reason),
        _ => texts["Export.NotComing"],
    };

    private static string? TrackOf(Round round, RegistrationSheet sheet, Registration one, Texts texts)
    {
        if (!one.Wants || round.Tracks.FirstOrDefault(track => one.Tracks.Contains(track.Id)) is not { } track) return null;
        return MyRegistration.PositionIn(sheet, one, track.Id) switch
        {
            0 => track.Title,
            null => texts.Plain("Export.TrackWanted", track.Title),
            var position => texts.Plain("Export.TrackWaiting", track.Title, position),
        };
    }

    private static object? Answer(Question question, string? answer, Texts texts) => (question.Kind, answer) switch
    {
        (QuestionKind.YesNo, Question.Yes) => texts["Export.Yes"],
        (QuestionKind.YesNo, Question.No) => texts["Export.No"],
        (QuestionKind.Number, not null) when int.TryParse(answer, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        _ => answer,
    };

    private static WorkbookSheet Counts(Gathering gathering, RegistrationSheet sheet, Network known, Texts texts)
    {
        var municipalities = sheet.Coming.Where(one => AffiliationKey.IsMunicipality(one.Key))
            .Select(one => (Name: known.NameOf(new Affiliation.OfMunicipality(MunicipalityCode.Parse(one.Key))), Count: one.Value))
            .OrderBy(one => one.Name, StringComparer.Create(texts.Culture, ignoreCase: true));
        return new(
            texts["Export.Counts"],
            [texts["Export.What"], texts["Export.Number"], texts["Export.Places"], texts["Export.WaitingList"]],
            [
                [texts["Export.All"], sheet.Participants, sheet.Capacity, sheet.Waiting.Count],
                [texts["Export.Requests"], sheet.Requests.Count, null, null],
                [texts["Export.Present"], sheet.Present, null, null],
                [texts["Export.Wishes"], sheet.Wishes, null, null],
                .. municipalities.Select(IReadOnlyList<object?> (one) => [one.Name, one.Count, null, null]),
                [texts["Export.Organisations"], sheet.Coming.GetValueOrDefault(AffiliationKey.Organisation), null, null],
                .. gathering.Tracks.Where(track => sheet.Tracks.ContainsKey(track.Id)).Select(IReadOnlyList<object?> (track) => [track.Title, sheet.Tracks[track.Id].Taken, track.Capacity, sheet.Tracks[track.Id].Waiting.Count]),
            ]);
    }

    private sealed record ParticipantRow(string Affiliation, string Name, IReadOnlyList<object?> Cells);
}
