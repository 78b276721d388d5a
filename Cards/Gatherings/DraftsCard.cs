using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain.Gatherings;

namespace LeerkringBot.Cards.Gatherings;

/// <summary>What an organiser has not finished, and a new beginning.</summary>
public static class DraftsCard
{
    public static readonly CardAction<DraftData> Begin = new("gathering.begin");
    public static readonly CardAction<DraftData> Resume = new("gathering.resume");

    private const int Most = 5;

    /// <param name="Draft">The draft's id.</param>
    public sealed record DraftData(string Draft);

    /// <param name="drafts">The newest first.</param>
    /// <param name="next">The id that a new draft would get.</param>
    /// <param name="texts">In the organiser's language.</param>
    public static AdaptiveCard Render(IReadOnlyList<GatheringDraft> drafts, string next, Texts texts) =>
        new(
            [
                Part.Title(texts.Rich("Form.New")),
                new TextBlock(texts.Rich("Drafts.Unfinished")),
                .. drafts.Take(Most).Select(draft => new Container(
                [
                    new TextBlock(draft.Text.Title.Length > 0 ? draft.Text.Title : texts["Drafts.NoTitle"]) { Weight = "bolder" },
                    Part.Note(texts.Rich(draft.Changes is null ? "Drafts.New" : "Drafts.Change", texts.Day(Domain.DutchTime.DayOf(draft.At), Domain.DutchTime.DayOf(draft.At).Year))) with { Spacing = "none" },
                    Part.Buttons(Resume.Button(texts["Drafts.Resume"], new(draft.Id)), ReviewCard.Discard.Button(texts["Drafts.Discard"], new(draft.Id))),
                ])
                { Separator = true, Spacing = "medium" }),
                Part.Buttons(Begin.Button(texts["Drafts.Begin"], new(next))) with { Separator = true },
            ],
            texts["Form.New"])
        {
            Lang = texts.Lang,
        };
}
