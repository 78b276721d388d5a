using LeerkringBot.Cards.Elements;

namespace LeerkringBot.Cards.Broadcasts;

/// <summary>What goes out and to whom, before it does.</summary>
public static class PreviewCard
{
    public static readonly CardAction<SendData> Send = new("broadcast.send");
    public static readonly CardAction<ComposeData> Back = new("broadcast.compose");
    public static readonly CardAction<ProofData> Proof = new("broadcast.proof");

    /// <param name="Kind">What is sent.</param>
    /// <param name="Draft">Makes sending twice the same as once.</param>
    /// <param name="Subject">As chosen.</param>
    /// <param name="Where">As chosen.</param>
    /// <param name="LastDay">As chosen.</param>
    /// <param name="Again">Also if the same went to the same people today.</param>
    /// <param name="Count">How many people were confirmed.</param>
    /// <param name="Seen">Tells what was previewed, so that nothing else is sent; null on cards from before there were drafts.</param>
    /// <param name="On">The day to send it, yyyy-MM-dd; null sends it now.</param>
    /// <param name="At">The time of that day, HH:mm.</param>
    public sealed record SendData(string Kind, string Draft, string Subject, string Where, string? LastDay = null, bool Again = false, int? Count = null, string? Seen = null, string? On = null, string? At = null);

    /// <param name="Kind">What to send.</param>
    /// <param name="Draft">Goes on with it; null begins anew.</param>
    public sealed record ComposeData(string Kind, string? Subject = null, string? Where = null, string? LastDay = null, string? Draft = null);

    /// <param name="Draft">Of which a proof is wanted.</param>
    /// <param name="Proof">Its own id, so that pressing twice sends one.</param>
    public sealed record ProofData(string Draft, string Proof);

    /// <summary>Names on the card.</summary>
    public const int MostNames = 40;

    /// <param name="content">The card as recipients get it; what its buttons do can't be done here.</param>
    /// <param name="channel">Name of the channel, or null when it goes to people.</param>
    /// <param name="names">Some of the people it goes to.</param>
    /// <param name="count">How many they are.</param>
    /// <param name="send">What the button carries.</param>
    /// <param name="proof">The id that a proof would get.</param>
    /// <param name="notice">What happened, or null.</param>
    /// <param name="texts">In the organiser's language.</param>
    public static AdaptiveCard Render(AdaptiveCard content, string? channel, IReadOnlyList<string> names, int count, SendData send, string proof, string? notice, Texts texts)
    {
        var goesToNobody = channel is null && count == 0;
        var draft = new DeliveryCard.ShowData(send.Draft);
        return new(
            [
                .. notice is null ? Array.Empty<CardElement>() : [Part.Notice(notice, "accent")],
                Part.Notice(texts["Preview.NotSent"], "warning"),
                new TextBlock(To(channel, count, texts)) { Weight = "bolder" },
                .. channel is not null ? Array.Empty<CardElement>() : count == 0 ? [new TextBlock(texts.Rich("Preview.Nobody"))] : [Part.Note(string.Join(", ", names.Take(MostNames)) + (count > MostNames ? ", …" : ""))],
                new Container([.. content.Body.Where(element => element is not ActionSet set || set.Actions.All(button => button is OpenUrlButton))]) { Style = "emphasis", Separator = true },
                Part.Buttons(
                [
                    .. goesToNobody ? Array.Empty<CardButton>() : [Send.Button(texts["Preview.Send"], send), ScheduleCard.Ask.Button(texts["Preview.Later"], draft)],
                    Proof.Button(texts["Preview.Proof"], new(send.Draft, proof)),
                ]),
                Part.Buttons(
                [
                    .. WrittenCard.IsWritten(send.Kind) ? [WriteCard.Open.Button(texts["Preview.Text"], draft)] : Array.Empty<CardButton>(),
                    Back.Button(texts[WrittenCard.IsWritten(send.Kind) ? "Preview.Where" : "Preview.Back"], new(send.Kind, send.Subject, send.Where, send.LastDay, send.Draft)),
                ]),
                Part.Note(texts["Preview.Kept"]),
            ],
            texts["Preview.NotSent"])
        {
            Lang = texts.Lang,
        };
    }

    /// <summary>"Dit gaat naar 12 personen."</summary>
    /// <param name="channel">Name of the channel, or null when it goes to people.</param>
    /// <param name="count">How many they are.</param>
    /// <param name="texts">In the organiser's language.</param>
    public static string To(string? channel, int count, Texts texts) =>
        channel is not null ? texts.Plain("Preview.Channel", channel) : texts.Count("Preview.People", count);
}
