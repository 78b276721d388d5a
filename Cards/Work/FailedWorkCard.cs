using LeerkringBot.Cards.Elements;

namespace LeerkringBot.Cards.Work;

/// <summary>Work of the bot itself that failed for good, such as preparing a broadcast. For organisers.</summary>
public static class FailedWorkCard
{
    public static readonly CardAction<FailedWorkData> Show = new("work.failed");
    public static readonly CardAction<FailedWorkData> Retry = new("work.retry");

    private const int Most = 10;

    /// <summary>A button that carries nothing.</summary>
    public sealed record FailedWorkData;

    /// <param name="items">Oldest first: what, why and when.</param>
    /// <param name="notice">What just happened, or null.</param>
    /// <param name="texts">In the organiser's language.</param>
    public static AdaptiveCard Render(IReadOnlyList<(string Kind, string Error, DateTimeOffset At)> items, string? notice, Texts texts) =>
        new(
            [
                .. notice is null ? Array.Empty<CardElement>() : [Part.Notice(notice, "accent")],
                Part.Title(texts["Work.Title"]),
                new TextBlock(items.Count == 0 ? texts["Work.Nothing"] : texts["Work.Explanation"]),
                .. items.Take(Most).Select(item => new TextBlock(texts.Rich("Work.Line", item.Kind, Moments.Of(item.At, texts), item.Error)) { Spacing = "small" }),
                .. items.Count == 0 ? Array.Empty<CardElement>() : [Part.Buttons(Retry.Button(texts["Work.Retry"], new()))],
            ],
            texts["Work.Title"])
        {
            Lang = texts.Lang,
        };

    /// <summary>On the overview; nothing while nothing failed.</summary>
    public static IEnumerable<CardElement> Section(int count, Texts texts) =>
        count == 0 ? [] : [Part.Notice(texts.Count("Work.Failed", count), "attention"), Part.Buttons(Show.Button(texts["Work.Show"], new(), withInputs: false))];
}
