using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;

namespace LeerkringBot.Cards.Broadcasts;

/// <summary>Asks once more before something goes to many people, or to the same people again.</summary>
public static class ConfirmCard
{
    /// <param name="count">How many people.</param>
    /// <param name="send">What the button carries.</param>
    /// <param name="texts">In the organiser's language.</param>
    public static AdaptiveCard Many(int count, PreviewCard.SendData send, Texts texts) =>
        Render(texts.Plain("Confirm.Many", count), texts.Plain(send.On is null ? "Confirm.ManyButton" : "Confirm.ManyLaterButton", count), send, texts);

    /// <param name="before">When it went out before.</param>
    /// <param name="send">What the button carries.</param>
    /// <param name="texts">In the organiser's language.</param>
    public static AdaptiveCard Again(DateTimeOffset before, PreviewCard.SendData send, Texts texts) =>
        Render(texts.Plain("Confirm.Again", Moments.Of(before, texts)), texts["Confirm.AgainButton"], send, texts);

    private static AdaptiveCard Render(string question, string button, PreviewCard.SendData send, Texts texts) =>
        new(
            [
                Part.Notice(question, "warning"),
                Part.Buttons(
                    send.On is null ? PreviewCard.Send.Button(button, send) : ScheduleCard.Save.Button(button, send),
                    DeliveryCard.Open.Button(texts["Preview.Back"], new(send.Draft))),
            ],
            question)
        {
            Lang = texts.Lang,
        };
}
