using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;

namespace LeerkringBot.Cards.Gatherings;

/// <summary>The coming gatherings, with what an organiser can do with each.</summary>
public static class GatheringListCard
{
    private const int Most = 12;

    /// <param name="gatherings">First one first, with its date in words.</param>
    /// <param name="notice">What just happened, or null.</param>
    /// <param name="texts">In the organiser's language.</param>
    public static AdaptiveCard Render(IReadOnlyList<(Gathering Gathering, string When)> gatherings, string? notice, Texts texts) =>
        new(
            [
                .. notice is null ? Array.Empty<CardElement>() : [Part.Notice(notice, "accent")],
                Part.Title(texts.Rich("Manage.Title")),
                .. gatherings.Count == 0 ? [new TextBlock(texts.Rich("Manage.Empty"))] : Array.Empty<CardElement>(),
                .. gatherings.Take(Most).Select(one => new Container(
                [
                    new TextBlock(one.Gathering.Title) { Weight = "bolder" },
                    new TextBlock(texts.Rich("Manage.WhenWhere", one.When, one.Gathering.Place.Name)) { Spacing = "none" },
                    .. one.Gathering.Cancellation is null ? Array.Empty<CardElement>() : [Part.Note(texts.Rich("Manage.Cancelled"))],
                    Part.Buttons(Buttons(one.Gathering, texts)),
                ])
                { Separator = true, Spacing = "medium" }),
                .. gatherings.Count > Most ? [Part.Note(texts.Rich("Manage.More", gatherings.Count - Most))] : Array.Empty<CardElement>(),
            ],
            texts["Manage.Title"])
        {
            Lang = texts.Lang,
        };

    /// <summary>What is cancelled stays so; it can only be done again.</summary>
    public static IReadOnlyList<CardButton> Buttons(Gathering gathering, Texts texts)
    {
        var data = new GatheringActions.ActionData(gathering.Id.ToString());
        var copy = GatheringActions.Copy.Button(texts["Manage.Copy"], data);
        return gathering.Cancellation is null
            ? [GatheringActions.Change.Button(texts["Manage.Change"], data), copy, GatheringActions.Cancel.Button(texts["Manage.Cancel"], data)]
            : [copy];
    }
}
