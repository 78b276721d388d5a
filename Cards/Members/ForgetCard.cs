using LeerkringBot.Cards.Elements;

namespace LeerkringBot.Cards.Members;

/// <summary>Somebody wants to be forgotten: says what happens before it does, and what has happened after.</summary>
public static class ForgetCard
{
    public static readonly CardAction<PersonalDataCard.NoData> Ask = new("personal.ask-forget");
    public static readonly CardAction<ForgetData> Forget = new("personal.forget");

    /// <param name="Asked">When the question was shown, in seconds of Unix time: an old card in the chat asks again.</param>
    public sealed record ForgetData(long Asked);

    /// <param name="isOrganiser">Then the network's list names them, which this doesn't change.</param>
    /// <param name="now">When it is shown.</param>
    /// <param name="texts">In the member's language.</param>
    public static AdaptiveCard Render(bool isOrganiser, DateTimeOffset now, Texts texts) =>
        new(
            [
                Part.Title(texts["Forget.Title"]),
                new TextBlock(texts.Rich("Forget.Registrations")),
                new TextBlock(texts.Rich("Forget.Answers")),
                new TextBlock(texts.Rich("Forget.Ideas")),
                new TextBlock(texts.Rich("Forget.Messages")),
                .. isOrganiser ? [new TextBlock(texts.Rich("Forget.Organiser"))] : Array.Empty<CardElement>(),
                Part.Notice(texts["Forget.NoWayBack"], "warning"),
                Part.Buttons(
                    Forget.Button(texts["Forget.Yes"], new(now.ToUnixTimeSeconds())),
                    PersonalDataCard.Show.Button(texts["Forget.No"], new())),
            ],
            texts["Forget.Title"])
        {
            Lang = texts.Lang,
        };

    /// <param name="isDone">False while it goes on as work.</param>
    /// <param name="texts">In the member's language.</param>
    public static AdaptiveCard RenderDone(bool isDone, Texts texts) =>
        new(
            [
                Part.Notice(texts[isDone ? "Forget.Done" : "Forget.Underway"], isDone ? "good" : "accent"),
                new TextBlock(texts.Rich(isDone ? "Forget.After" : "Forget.Wait")),
            ],
            texts[isDone ? "Forget.Done" : "Forget.Underway"])
        {
            Lang = texts.Lang,
        };
}
