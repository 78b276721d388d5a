using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;

namespace LeerkringBot.Cards.Registrations;

/// <summary>Dietary wishes and accessibility needs with names: for the one organiser who caters, in the personal chat.</summary>
public static class CateringCard
{
    public static readonly CardAction<CateringData> Show = new("registration.catering");
    public static readonly CardAction<CateringData> Take = new("registration.cater");

    /// <summary>How many stand on one page: so many of the longest wishes fit on a card.</summary>
    public const int PageSize = 20;

    /// <param name="Gathering">The <see cref="GatheringId"/> as text.</param>
    /// <param name="Page">0 is the first.</param>
    public sealed record CateringData(string Gathering, int Page = 0);

    /// <param name="gathering">Of which.</param>
    /// <param name="count">How many gave any.</param>
    /// <param name="caterer">Who caters; null while nobody does.</param>
    /// <param name="wishes">Names with what they need, of everybody; null for everybody but the one who caters.</param>
    /// <param name="page">0 is the first.</param>
    /// <param name="texts">In the organiser's language.</param>
    public static AdaptiveCard Render(Gathering gathering, int count, string? caterer, IReadOnlyList<Fact>? wishes, int page, Texts texts)
    {
        var data = new CateringData(gathering.Id.ToString());
        page = Math.Clamp(page, 0, Math.Max(0, ((wishes?.Count ?? 0) - 1) / PageSize));
        return new(
            [
                Part.Note(gathering.Title),
                Part.Title(texts["Catering.Title"]),
                new TextBlock(texts.Count("Overview.Wishes", count)),
                .. wishes is null
                    ?
                    [
                        new TextBlock(caterer is null ? texts.Rich("Catering.Nobody") : texts.Rich("Catering.Other", caterer)),
                        Part.Buttons(Take.Button(texts["Catering.Take"], data)),
                    ]
                    : wishes.Count == 0 ? [new TextBlock(texts.Rich("Catering.None"))]
                    : new CardElement[] { Part.Note(texts.Rich("Catering.OnlyYou")), new FactSet([.. wishes.Skip(page * PageSize).Take(PageSize)]) },
                Part.Buttons(
                [
                    .. wishes is not null && (page + 1) * PageSize < wishes.Count ? [Show.Button(texts["Attendance.Next"], data with { Page = page + 1 })] : Array.Empty<CardButton>(),
                    .. wishes is not null && page > 0 ? [Show.Button(texts["Attendance.Previous"], data with { Page = page - 1 })] : Array.Empty<CardButton>(),
                    GatheringOverviewCard.Show.Button(texts["Requests.Back"], new(gathering.Id.ToString())),
                ]),
            ],
            texts["Catering.Title"])
        {
            Lang = texts.Lang,
        };
    }
}
