using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;

namespace LeerkringBot.Cards.Gatherings;

/// <summary>What was saved or cancelled, and what comes next.</summary>
public static class SavedCard
{
    public static readonly CardAction<ManageData> Manage = new("gathering.manage");

    public sealed record ManageData;

    /// <param name="gathering">As it stands.</param>
    /// <param name="when">Its date in words.</param>
    /// <param name="done">What was done, in one sentence.</param>
    /// <param name="told">How many people get a message of it.</param>
    /// <param name="invite">Sends its invitation.</param>
    /// <param name="texts">In the organiser's language.</param>
    public static AdaptiveCard Render(Gathering gathering, string when, string done, int told, CardButton invite, Texts texts) =>
        new(
            [
                Part.Notice(done, "good"),
                Part.Title(gathering.Title),
                new TextBlock(texts.Rich("Manage.WhenWhere", when, gathering.Place.Name)),
                .. told == 0 ? Array.Empty<CardElement>() : [new TextBlock(texts.Count("Saved.Told", told))],
                gathering.Cancellation is null
                    ? Part.Buttons(invite, GatheringActions.Change.Button(texts["Manage.Change"], new(gathering.Id.ToString())), Manage.Button(texts["Manage.All"], new()))
                    : Part.Buttons(GatheringActions.Copy.Button(texts["Manage.Copy"], new(gathering.Id.ToString())), Manage.Button(texts["Manage.All"], new())),
            ],
            done)
        {
            Lang = texts.Lang,
        };
}
