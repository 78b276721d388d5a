using System.Globalization;
using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Registrations;

namespace LeerkringBot.Cards.Registrations;

/// <summary>Who comes, who waits, who doesn't, who is silent; and the number of places. For organisers.</summary>
public static class GatheringOverviewCard
{
    public static readonly CardAction<GatheringOverviewData> Show = new("overview.gathering");
    public static readonly CardAction<CapacityData> Capacity = new("registration.capacity");

    private const int MostNames = 60;

    /// <param name="Gathering">The <see cref="GatheringId"/> as text.</param>
    /// <param name="Places">Typed; empty means no limit.</param>
    public sealed record CapacityData(string Gathering, string? Places = null);

    /// <param name="Gathering">The <see cref="GatheringId"/> as text.</param>
    public sealed record GatheringOverviewData(string Gathering);

    /// <param name="Coming">Names with their municipality.</param>
    /// <param name="Waiting">First in line first.</param>
    /// <param name="Provisional">Waiting for confirmation, oldest first.</param>
    /// <param name="NotComing">Names with their municipality.</param>
    /// <param name="Silent">Known people who have not answered.</param>
    public sealed record Answers(IReadOnlyList<string> Coming, IReadOnlyList<string> Waiting, IReadOnlyList<string> Provisional, IReadOnlyList<string> NotComing, IReadOnlyList<string> Silent);

    /// <param name="gathering">Of which.</param>
    /// <param name="sheet">Its counters.</param>
    /// <param name="answers">Who answered what.</param>
    /// <param name="agenda">The ideas that will be talked about.</param>
    /// <param name="actions">What else an organiser can do with it.</param>
    /// <param name="notice">What just happened, or null.</param>
    /// <param name="now">The moment.</param>
    /// <param name="texts">In the organiser's language.</param>
    public static AdaptiveCard Render(Gathering gathering, RegistrationSheet sheet, Answers answers, IReadOnlyList<CardElement> agenda, IReadOnlyList<CardButton> actions, string? notice, DateTimeOffset now, Texts texts) =>
        new(
            [
                .. notice is null ? Array.Empty<CardElement>() : [Part.Notice(notice, "accent")],
                Part.Title(gathering.Title),
                new TextBlock(texts.Rich("Agenda.WhenWhere", GatheringTexts.When(gathering, texts, now), gathering.Place.Name)),
                new TextBlock(GatheringTexts.AttendanceAndPlaces(sheet, texts)),
                Part.Buttons(Actions(gathering, sheet, texts)),
                .. actions.Count == 0 ? Array.Empty<CardElement>() : [Part.Buttons(actions)],
                .. Tracks(gathering, sheet, texts),
                .. Group("Overview.Coming", answers.Coming, texts),
                .. Group("Overview.Waiting", answers.Waiting, texts),
                .. sheet.NeedsApproval || answers.Provisional.Count > 0 ? Group("Overview.Provisional", answers.Provisional, texts) : [],
                .. Group("Overview.NotComing", answers.NotComing, texts),
                .. Group("Overview.Silent", answers.Silent, texts),
                .. agenda,
                new TextInput(texts["Overview.Places"])
                {
                    Id = "places",
                    Value = sheet.Capacity?.ToString(CultureInfo.InvariantCulture),
                    Placeholder = texts["Overview.NoLimit"],
                    MaxLength = 6,
                    Separator = true,
                },
                Part.Buttons(Capacity.Button(texts["Overview.ChangePlaces"], new(gathering.Id.ToString()))),
            ],
            texts["Overview.Title"])
        {
            Lang = texts.Lang,
        };

    private static IReadOnlyList<CardButton> Actions(Gathering gathering, RegistrationSheet sheet, Texts texts)
    {
        var id = gathering.Id.ToString();
        return
        [
            .. sheet.NeedsApproval || !sheet.Requests.IsEmpty ? [RequestsCard.Show.Button(texts.Plain("Overview.Requests", sheet.Requests.Count), new(id), withInputs: false)] : Array.Empty<CardButton>(),
            AttendanceCard.Show.Button(texts["Overview.Attendance"], new(id), withInputs: false),
            .. gathering.AsksWishes ? [CateringCard.Show.Button(texts["Overview.Catering"], new(id), withInputs: false)] : Array.Empty<CardButton>(),
        ];
    }

    private static IEnumerable<CardElement> Tracks(Gathering gathering, RegistrationSheet sheet, Texts texts)
    {
        if (!gathering.Rounds.IsEmpty)
        {
            yield return new FactSet(
            [
                .. gathering.Tracks.Select(track => (track.Title, Sheet: sheet.Tracks.GetValueOrDefault(track.Id))).Where(track => track.Sheet is not null)
                    .Select(track => new Fact(track.Title, texts.Plain("Overview.Track", track.Sheet!.Taken, track.Sheet.Waiting.Count))),
            ]);
        }

        if (gathering.AsksWishes) yield return new TextBlock(texts.Count("Overview.Wishes", sheet.Wishes));
    }

    /// <summary>The gatherings on the overview of everything.</summary>
    public static IEnumerable<CardElement> List(IReadOnlyList<(Gathering Gathering, RegistrationSheet Sheet)> gatherings, DateTimeOffset now, Texts texts)
    {
        yield return Part.Heading(texts.Rich("Start.Gatherings"));
        if (gatherings.Count == 0) yield return new TextBlock(texts.Rich("Agenda.Empty"));
        foreach (var (gathering, sheet) in gatherings.Take(AgendaCard.Most))
        {
            yield return new Container(
            [
                new TextBlock(gathering.Title) { Weight = "bolder" },
                new TextBlock(texts.Rich("Agenda.WhenWhere", GatheringTexts.When(gathering, texts, now), gathering.Place.Name)) { Spacing = "none" },
                new TextBlock(GatheringTexts.Attendance(sheet, texts)) { Spacing = "none" },
                Part.Buttons(Show.Button(texts["Overview.Who"], new(gathering.Id.ToString()))),
            ]);
        }
    }

    private static IEnumerable<CardElement> Group(string key, IReadOnlyList<string> names, Texts texts)
    {
        yield return Part.Heading(texts.Rich(key, names.Count));
        yield return new TextBlock(names.Count == 0 ? texts["Overview.Nobody"] : string.Join(", ", names.Take(MostNames)) + (names.Count > MostNames ? ", …" : "")) { Spacing = "none" };
    }
}
