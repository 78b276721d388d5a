using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;

namespace LeerkringBot.Cards.Registrations;

/// <summary>Dietary wishes and accessibility needs with names: for the one organiser who caters, in the personal chat.</summary>
public static class CateringCard
{
    public static readonly CardAction<CateringData> Show = new("registration.catering");
    public static readonly CardAction<CateringData> Take = new("registration.cater");

    /// <param name="Gathering">The <see cref="GatheringId"/> as text.</param>
    public sealed record CateringData(string Gathering);

    /// <param name="gathering">Of which.</param>
    /// <param name="count">How many gave any.</param>
    /// <param name="caterer">Who caters; null while nobody does.</param>
    /// <param name="wishes">Names with what they need; null for everybody but the one who caters.</param>
    /// <param name="texts">In the organiser's language.</param>
    public static AdaptiveCard Render(Gathering gathering, int count, string? caterer, IReadOnlyList<Fact>? wishes, Texts texts)
    {
        var data = new CateringData(gathering.Id.ToString());
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
                    : new CardElement[] { Part.Note(texts.Rich("Catering.OnlyYou")), new FactSet(wishes) },
                Part.Buttons(GatheringOverviewCard.Show.Button(texts["Requests.Back"], new(gathering.Id.ToString()))),
            ],
            texts["Catering.Title"])
        {
            Lang = texts.Lang,
        };
    }
}
