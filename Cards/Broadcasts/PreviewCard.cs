using LeerkringBot.Cards.Elements;

namespace LeerkringBot.Cards.Broadcasts;

/// <summary>What goes out and to whom, before it does.</summary>
public static class PreviewCard
{
    public static readonly CardAction<SendData> Send = new("broadcast.send");
    public static readonly CardAction<ComposeData> Back = new("broadcast.compose");

    /// <param name="Kind">What is sent.</param>
    /// <param name="Draft">Makes sending twice the same as once.</param>
    /// <param name="Subject">As chosen.</param>
    /// <param name="Where">As chosen.</param>
    /// <param name="LastDay">As chosen.</param>
    /// <param name="Again">Also if the same went to the same people today.</param>
    /// <param name="Count">How many people were confirmed.</param>
    public sealed record SendData(string Kind, string Draft, string Subject, string Where, string? LastDay = null, bool Again = false, int? Count = null);

    /// <param name="Kind">What to send.</param>
    public sealed record ComposeData(string Kind, string? Subject = null, string? Where = null, string? LastDay = null);

    /// <summary>Names on the card.</summary>
    public const int MostNames = 40;

    /// <param name="content">The card as recipients get it; shown without its buttons.</param>
    /// <param name="channel">Name of the channel, or null when it goes to people.</param>
    /// <param name="names">Some of the people it goes to.</param>
    /// <param name="count">How many they are.</param>
    /// <param name="send">What the button carries.</param>
    /// <param name="texts">In the organiser's language.</param>
    public static AdaptiveCard Render(AdaptiveCard content, string? channel, IReadOnlyList<string> names, int count, SendData send, Texts texts)
    {
        var back = new ComposeData(send.Kind, send.Subject, send.Where, send.LastDay);
        var to = channel is not null ? texts.Plain("Preview.Channel", channel) : texts.Count("Preview.People", count);
        return new(
            [
                Part.Notice(texts["Preview.NotSent"], "warning"),
                new TextBlock(to) { Weight = "bolder" },
                .. channel is not null ? Array.Empty<CardElement>() : count == 0 ? [new TextBlock(texts.Rich("Preview.Nobody"))] : [Part.Note(string.Join(", ", names.Take(MostNames)) + (count > MostNames ? ", …" : ""))],
                new Container([.. content.Body.Where(element => element is not ActionSet)]) { Style = "emphasis", Separator = true },
                channel is null && count == 0
                    ? Part.Buttons(Back.Button(texts["Preview.Back"], back))
                    : Part.Buttons(Send.Button(texts["Preview.Send"], send), Back.Button(texts["Preview.Back"], back)),
            ],
            texts["Preview.NotSent"])
        {
            Lang = texts.Lang,
        };
    }
}
