using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain.Ideas;

namespace LeerkringBot.Cards.Ideas;

/// <summary>The ideas of some days, for everybody: it names nobody.</summary>
public static class IdeaDigestCard
{
    public static readonly CardAction<WeeklyData> Weekly = new("idea.weekly");

    private const int Most = 10;

    /// <param name="IsOn">Whether it goes out every week from now on.</param>
    public sealed record WeeklyData(bool IsOn);

    /// <param name="ideas">Newest first, at least one.</param>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day.</param>
    /// <param name="today">The day it is.</param>
    /// <param name="texts">In the reader's language.</param>
    public static AdaptiveCard Render(IReadOnlyList<Idea> ideas, DateOnly first, DateOnly last, DateOnly today, Texts texts) =>
        new(
            [
                Part.Title(texts["Idea.DigestTitle"]),
                new TextBlock(texts.Rich("Idea.DigestDays", texts.Day(first, today.Year), texts.Day(last, today.Year), texts.Count("Idea.Count", ideas.Count))),
                .. ideas.Take(Most).Select(idea => new Container(
                [
                    .. IdeaWords.Begin(idea.Text),
                    Part.Note(string.Join(" · ", new[] { idea.Number.ToString(), idea.Theme.Length > 0 ? idea.Theme : null, IdeaWords.Supporters(idea, texts) }.OfType<string>())),
                    Part.Buttons(IdeaCard.Show.Button(texts["Idea.Look"], new(idea.Id.ToString()))),
                ]) { Separator = true, Spacing = "medium" }),
                .. ideas.Count > Most ? [Part.Note(texts.Rich("Idea.DigestMore", ideas.Count - Most))] : Array.Empty<CardElement>(),
                Part.Buttons(IdeaListCard.Show.Button(texts["Idea.All"], new()), IdeaFormCard.Open.Button(texts["Idea.Share"], new())),
            ],
            texts["Idea.DigestTitle"])
        {
            Lang = texts.Lang,
        };
}
