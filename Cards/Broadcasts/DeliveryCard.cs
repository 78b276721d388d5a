using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;

namespace LeerkringBot.Cards.Broadcasts;

/// <summary>How far a broadcast is and how it went: who got it, who didn't and why, and what can be done about it. For organisers.</summary>
public static class DeliveryCard
{
    public static readonly CardAction<ShowData> Show = new("broadcast.show");
    public static readonly CardAction<ShowData> Stop = new("broadcast.stop");
    public static readonly CardAction<ShowData> GoOn = new("broadcast.go-on");
    public static readonly CardAction<RetryData> Retry = new("broadcast.retry");

    /// <summary>Goes on with a draft.</summary>
    public static readonly CardAction<ShowData> Open = new("broadcast.open");

    /// <summary>Of what is scheduled: takes it back among the drafts.</summary>
    public static readonly CardAction<ShowData> Revise = new("broadcast.revise");
    public static readonly CardAction<ShowData> SendNow = new("broadcast.send-now");
    public static readonly CardAction<DuplicateData> Copy = new("broadcast.copy");
    public static readonly CardAction<ShowData> Export = new("broadcast.export");
    public static readonly CardAction<MailData> Mail = new("broadcast.mail-change");

    /// <summary>Names on the card itself.</summary>
    public const int MostNames = 12;

    private const int BarLength = 20;

    /// <param name="Broadcast">Which one.</param>
    public sealed record ShowData(string Broadcast);

    /// <param name="Broadcast">Which one.</param>
    /// <param name="Uncertain">Those that may have arrived, instead of those that did not.</param>
    /// <param name="Count">How many there were when the button was made, so that pressing it twice means the same.</param>
    public sealed record RetryData(string Broadcast, bool Uncertain, int Count);

    /// <param name="Broadcast">Which one.</param>
    /// <param name="Draft">The id of the copy, so that pressing twice makes one.</param>
    public sealed record DuplicateData(string Broadcast, string Draft);

    /// <param name="Broadcast">Which one.</param>
    /// <param name="Edition">Since which it says something else: those who got it by mail are told of that.</param>
    public sealed record MailData(string Broadcast, int Edition);

    public static bool IsTroubled(Delivery delivery) => delivery.State is DeliveryState.Failed or DeliveryState.Uncertain or DeliveryState.Skipped || delivery.NotUpdated is not null;

    /// <param name="broadcast">As it stands.</param>
    /// <param name="title">What it is called.</param>
    /// <param name="progress">Its counts.</param>
    /// <param name="troubled">Some of those who did not get it; see <see cref="IsTroubled"/>.</param>
    /// <param name="copy">The id that a copy would get.</param>
    /// <param name="texts">In the organiser's language.</param>
    public static AdaptiveCard Render(Broadcast broadcast, string title, BroadcastProgress progress, IReadOnlyList<Delivery> troubled, string copy, Texts texts)
    {
        var (notice, style) = State(broadcast, texts);
        return new(
            [
                Part.Notice(notice, style),
                Part.Title(title),
                .. broadcast.Recall is { } reason ? [new TextBlock(texts.Rich("Recalled.Reason", reason))] : Array.Empty<CardElement>(),
                .. broadcast.State == BroadcastState.Running && progress.Recipients > 0 ? [Bar(progress)] : Array.Empty<CardElement>(),
                .. broadcast.IsPlanned ? [new FactSet([.. Facts(broadcast, progress, texts)])] : Array.Empty<CardElement>(),
                .. troubled.Select(delivery => Line(delivery, texts)),
                .. Buttons(broadcast, progress, texts) is { Count: > 0 } buttons ? [Part.Buttons(buttons)] : Array.Empty<CardElement>(),
                .. ByMail(broadcast, progress, texts),
                .. Changes(broadcast, progress, copy, texts) is { Count: > 0 } changes ? [Part.Buttons(changes)] : Array.Empty<CardElement>(),
            ],
            notice)
        {
            Lang = texts.Lang,
        };
    }

    /// <summary>Who did not get it, and why.</summary>
    internal static TextBlock Line(Delivery delivery, Texts texts) =>
        new(texts.Rich("Delivery.Line", delivery.Name.Length > 0 ? delivery.Name : texts["Delivery.Nameless"], Reason(delivery, texts))) { Spacing = "small" };

    private static (string Text, string Style) State(Broadcast broadcast, Texts texts) => broadcast.State switch
    {
        BroadcastState.Draft => (texts["Delivery.Draft"], "accent"),
        BroadcastState.Scheduled => (texts.Plain("Delivery.Scheduled", Moments.Of(broadcast.SendAt!.Value, texts)), "accent"),
        BroadcastState.Stopped => (texts.Plain("Delivery.Stopped", texts[$"Delivery.{broadcast.StoppedBy ?? NotSentReason.Refused}"]), "attention"),
        BroadcastState.Cancelled => (texts[broadcast.IsPlanned ? "Delivery.Cancelled" : "Delivery.CalledOff"], "warning"),
        BroadcastState.Running => (texts[$"Delivery.{broadcast.Run}Underway"], "accent"),
        _ => (texts[$"Delivery.{broadcast.Run}Done"], "good"),
    };

    // Characters, so that every client shows it; the figures stand below as text.
    private static TextBlock Bar(BroadcastProgress progress)
    {
        var share = (double)(progress.Recipients - Math.Min(progress.ToDo, progress.Recipients)) / progress.Recipients;
        var full = (int)(share * BarLength);
        return new(CardText.Markdown($"{new string('█', full)}{new string('░', BarLength - full)} {(int)(share * 100)} %")) { Color = "accent", Wrap = false };
    }

    private static IEnumerable<Fact> Facts(Broadcast broadcast, BroadcastProgress progress, Texts texts)
    {
        yield return new(texts["Delivery.Sent"], texts.Plain("Delivery.Of", progress.Sent, progress.Recipients));
        if (progress.ByMail > 0) yield return Count("Delivery.ByMail", progress.ByMail);
        if (broadcast.State is BroadcastState.Running or BroadcastState.Stopped && progress.Waiting > 0) yield return Count("Delivery.Waiting", progress.Waiting);
        if (broadcast.State is BroadcastState.Running or BroadcastState.Stopped && progress.Behind > 0) yield return Count("Delivery.Behind", progress.Behind);
        if (broadcast.State == BroadcastState.Running && progress.Left is { } left) yield return new(texts["Delivery.Left"], Left(left, texts));
        if (progress.NotReached > 0) yield return Count("Delivery.NotReached", progress.NotReached);
        if (progress.Uncertain > 0) yield return Count("Delivery.MaybeArrived", progress.Uncertain);
        if (progress.PassedOver > 0) yield return Count("Delivery.PassedOver", progress.PassedOver);
        if (progress.NotUpdated > 0) yield return Count("Delivery.NotUpdated", progress.NotUpdated);

        Fact Count(string key, int count) => new(texts[key], texts.Plain("Delivery.Number", count));
    }

    private static IReadOnlyList<CardButton> Buttons(Broadcast broadcast, BroadcastProgress progress, Texts texts)
    {
        var id = new ShowData(broadcast.Id);
        return broadcast.State switch
        {
            BroadcastState.Draft => [Open.Button(texts["Draft.Open"], id, withInputs: false), DiscardCard.Ask.Button(texts["Draft.Discard"], id, withInputs: false)],
            BroadcastState.Running => [Stop.Button(texts["Delivery.Stop"], id, withInputs: false), Show.Button(texts["Delivery.Refresh"], id, withInputs: false)],
            BroadcastState.Scheduled =>
            [
                SendNow.Button(texts["Delivery.SendNow"], id, withInputs: false),
                ScheduleCard.Ask.Button(texts["Delivery.Reschedule"], id, withInputs: false),
                Revise.Button(texts["Delivery.Revise"], id, withInputs: false),
                Stop.Button(texts["Delivery.CallOff"], id, withInputs: false),
            ],
            _ when !broadcast.IsPlanned => [],
            BroadcastState.Stopped => [GoOn.Button(texts["Delivery.GoOn"], id, withInputs: false), Stop.Button(texts["Delivery.Stop"], id, withInputs: false), .. Who(broadcast, progress, texts), Export.Button(texts["Delivery.Export"], id, withInputs: false)],
            BroadcastState.Done when broadcast.Recall is null =>
            [
                .. Who(broadcast, progress, texts),
                .. progress.NotReached > 0 ? [Retry.Button(texts["Delivery.Retry"], new(broadcast.Id, false, progress.NotReached), withInputs: false)] : Array.Empty<CardButton>(),
                .. progress.Uncertain > 0 ? [Retry.Button(texts.Plain("Delivery.RetryUncertain", progress.Uncertain), new(broadcast.Id, true, progress.Uncertain), withInputs: false)] : Array.Empty<CardButton>(),
                Export.Button(texts["Delivery.Export"], id, withInputs: false),
            ],
            _ => [.. Who(broadcast, progress, texts), Export.Button(texts["Delivery.Export"], id, withInputs: false)],
        };
    }

    private static IReadOnlyList<CardButton> Who(Broadcast broadcast, BroadcastProgress progress, Texts texts) =>
        progress.NotReached + progress.Uncertain + progress.PassedOver + progress.NotUpdated > 0 ? [NotReachedCard.Page.Button(texts["Delivery.Who"], new(broadcast.Id, 0), withInputs: false)] : [];

    /// <summary>A mail can't be changed: whoever got it by mail still has what was sent first.</summary>
    private static IEnumerable<CardElement> ByMail(Broadcast broadcast, BroadcastProgress progress, Texts texts)
    {
        if (broadcast is not { State: BroadcastState.Done or BroadcastState.Cancelled, ChangedEdition: { } changed } || progress.OldByMail == 0) yield break;
        if (broadcast.MailedEdition == changed)
        {
            yield return new TextBlock(texts.Count("Delivery.Mailed", progress.OldByMail));
            yield break;
        }

        yield return new TextBlock(texts.Count("Delivery.StillByMail", progress.OldByMail));
        yield return Part.Buttons(Mail.Button(texts[broadcast.Recall is null ? "Delivery.MailCorrect" : "Delivery.MailRecall"], new(broadcast.Id, changed), withInputs: false));
    }

    private static IReadOnlyList<CardButton> Changes(Broadcast broadcast, BroadcastProgress progress, string copy, Texts texts)
    {
        if (broadcast.State is not (BroadcastState.Done or BroadcastState.Cancelled)) return [];
        var id = new ShowData(broadcast.Id);
        return
        [
            .. broadcast.Recall is not null || progress.Sent == 0 ? Array.Empty<CardButton>() :
            [
                .. broadcast.Text is null ? Array.Empty<CardButton>() : [WriteCard.Open.Button(texts["Delivery.Edit"], id, withInputs: false)],
                CorrectCard.Ask.Button(texts["Delivery.Correct"], id, withInputs: false),
                RecallCard.Ask.Button(texts["Delivery.Recall"], id, withInputs: false),
            ],
            // What the bot sends of itself is not composed.
            .. broadcast.By is null ? Array.Empty<CardButton>() : [Copy.Button(texts["Delivery.Copy"], new(broadcast.Id, copy), withInputs: false)],
        ];
    }

    /// <summary>Why somebody did not get it, or sees something old.</summary>
    /// <param name="delivery">See <see cref="IsTroubled"/>.</param>
    /// <param name="texts">In the organiser's language.</param>
    public static string Reason(Delivery delivery, Texts texts) => delivery switch
    {
        { State: DeliveryState.Uncertain } => texts["Delivery.Uncertain"],
        { State: DeliveryState.Skipped, Skipped: { } skipped } => texts[$"Skipped.{skipped}"],
        { NotUpdated: { } reason } => texts.Plain("Delivery.StillOld", texts[$"Delivery.{reason}"]),
        _ => texts[$"Delivery.{delivery.Reason ?? NotSentReason.Refused}"],
    };

    private static string Left(TimeSpan left, Texts texts) =>
        left < TimeSpan.FromMinutes(1) ? texts["Delivery.LessThanAMinute"] : texts.Count("Delivery.Minutes", (int)Math.Ceiling(left.TotalMinutes));
}
