using LeerkringBot.Cards.Elements;

namespace LeerkringBot.Cards.Broadcasts;

/// <summary>An organiser says when something is to be sent, in Dutch time.</summary>
public static class ScheduleCard
{
    public static readonly CardAction<DeliveryCard.ShowData> Ask = new("broadcast.when");
    public static readonly CardAction<PreviewCard.SendData> Save = new("broadcast.schedule");

    /// <param name="title">What is sent.</param>
    /// <param name="to">Whom it goes to as it stands now, or null.</param>
    /// <param name="send">What the button carries, with the day (yyyy-MM-dd) and time (HH:mm) proposed or typed.</param>
    /// <param name="mistake">What is wrong with it, or null.</param>
    /// <param name="texts">In the organiser's language.</param>
    public static AdaptiveCard Render(string title, string? to, PreviewCard.SendData send, string? mistake, Texts texts) =>
        new(
            [
                .. mistake is null ? Array.Empty<CardElement>() : [Part.Notice(mistake, "warning")],
                Part.Title(texts["Schedule.Title"]),
                new TextBlock(title) { Weight = "bolder" },
                .. to is null ? Array.Empty<CardElement>() : [new TextBlock(to)],
                Part.Note(texts["Schedule.Explained"]),
                new DateInput(texts["Schedule.Day"]) { Id = "on", Value = send.On, IsRequired = true, ErrorMessage = texts["Schedule.MomentFirst"] },
                new TimeInput(texts["Schedule.Time"]) { Id = "at", Value = send.At, IsRequired = true, ErrorMessage = texts["Schedule.MomentFirst"] },
                Part.Buttons(
                    Save.Button(texts["Schedule.Save"], send with { On = null, At = null }),
                    DeliveryCard.Open.Button(texts["Preview.Back"], new(send.Draft), withInputs: false)),
            ],
            texts["Schedule.Title"])
        {
            Lang = texts.Lang,
        };
}
