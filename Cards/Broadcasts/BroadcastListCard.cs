using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain.Broadcasts;

namespace LeerkringBot.Cards.Broadcasts;

/// <summary>What is being composed, what is scheduled, and what was sent lately. For organisers.</summary>
public static class BroadcastListCard
{
    public static readonly CardAction<DraftsData> Page = new("broadcast.drafts");

    public const int Most = 10;
    public const int MostDrafts = 8;

    /// <param name="From">How many drafts come before.</param>
    public sealed record DraftsData(int From);

    /// <param name="drafts">With what each is called; the last touched first.</param>
    /// <param name="from">How many drafts come before these.</param>
    /// <param name="more">How many come after.</param>
    /// <param name="broadcasts">Scheduled and sent, newest first, with what each is called and how far it is.</param>
    /// <param name="next">The id that a new draft would get.</param>
    /// <param name="notice">What happened, or null.</param>
    /// <param name="texts">In the organiser's language.</param>
    public static AdaptiveCard Render(
        IReadOnlyList<(Broadcast Draft, string Title)> drafts,
        int from,
        int more,
        IReadOnlyList<(Broadcast Broadcast, string Title, BroadcastProgress Progress)> broadcasts,
        string next,
        string? notice,
        Texts texts) =>
        new(
            [
                .. notice is null ? Array.Empty<CardElement>() : [Part.Notice(notice, "accent")],
                Part.Title(texts["BroadcastList.Title"]),
                Part.Buttons(
                    WriteCard.Begin.Button(texts["BroadcastList.Message"], new(WrittenCard.Message, next)),
                    WriteCard.Begin.Button(texts["BroadcastList.Resource"], new(WrittenCard.Resource, next))),
                .. Section("BroadcastList.Drafts", drafts.Select(one => Draft(one.Draft, one.Title, texts)), texts),
                .. Pages(from, more, texts) is { Count: > 0 } pages ? [Part.Buttons(pages) with { Separator = true }] : Array.Empty<CardElement>(),
                .. Section("BroadcastList.Scheduled", broadcasts.Where(one => IsScheduled(one.Broadcast)).Reverse().Select(one => One(one.Broadcast, one.Title, one.Progress, texts)), texts),
                .. Section("BroadcastList.Sent", broadcasts.Where(one => !IsScheduled(one.Broadcast)).Select(one => One(one.Broadcast, one.Title, one.Progress, texts)), texts),
                .. broadcasts.Count == 0 ? [new TextBlock(texts["BroadcastList.Empty"])] : Array.Empty<CardElement>(),
            ],
            texts["BroadcastList.Title"])
        {
            Lang = texts.Lang,
        };

    private static IReadOnlyList<CardButton> Pages(int from, int more, Texts texts) =>
    [
        .. from > 0 ? [Page.Button(texts["BroadcastList.NewerDrafts"], new(Math.Max(0, from - MostDrafts)))] : Array.Empty<CardButton>(),
        .. more > 0 ? [Page.Button(texts.Plain("BroadcastList.OlderDrafts", more), new(from + MostDrafts))] : Array.Empty<CardButton>(),
    ];

    private static bool IsScheduled(Broadcast broadcast) => broadcast.State == BroadcastState.Scheduled;

    private static IEnumerable<CardElement> Section(string heading, IEnumerable<Container> lines, Texts texts) =>
        lines.ToList() is { Count: > 0 } some ? [Part.Heading(texts[heading]), .. some] : [];

    private static Container Draft(Broadcast draft, string title, Texts texts) =>
        new(
        [
            new TextBlock(title.Length > 0 ? title : texts["Draft.NoTitle"]) { Weight = "bolder" },
            new TextBlock(texts.Rich("Draft.Line", Moments.Of(draft.At, texts))) { Spacing = "none" },
            Part.Buttons(
                DeliveryCard.Open.Button(texts["Draft.Open"], new(draft.Id)),
                DiscardCard.Ask.Button(texts["Draft.Discard"], new(draft.Id))),
        ])
        {
            Separator = true,
        };

    private static Container One(Broadcast broadcast, string title, BroadcastProgress progress, Texts texts) =>
        new(
        [
            new TextBlock(title) { Weight = "bolder" },
            new TextBlock(broadcast.IsPlanned
                ? texts.Rich("BroadcastList.Line", Moments.Of(broadcast.At, texts), texts[$"BroadcastState.{broadcast.State}"], progress.Sent, progress.Recipients)
                : texts.Rich("BroadcastList.Unsent", Moments.Of(broadcast.At, texts), texts[$"BroadcastState.{broadcast.State}"])) { Spacing = "none" },
            Part.Buttons(DeliveryCard.Show.Button(texts["BroadcastList.Show"], new(broadcast.Id))),
        ])
        {
            Separator = true,
        };
}
