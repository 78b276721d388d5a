using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Cards.Polls;

/// <summary>What a new poll begins with, and the drafts that wait.</summary>
public static class PollTemplatesCard
{
    public static readonly CardAction<BeginData> Begin = new("poll.begin");
    public static readonly CardAction<DraftData> Resume = new("poll.resume");

    private const int Most = 5;

    /// <param name="Draft">A new draft's id.</param>
    /// <param name="Template">A <see cref="PollTemplate"/>.</param>
    public sealed record BeginData(string Draft, string Template);

    /// <param name="Draft">The draft's id.</param>
    public sealed record DraftData(string Draft);

    /// <param name="drafts">Those of this organiser, the newest first.</param>
    /// <param name="offered">The templates.</param>
    /// <param name="fresh">A new draft's id.</param>
    /// <param name="texts">In the organiser's language.</param>
    public static AdaptiveCard Render(IReadOnlyList<PollDraft> drafts, IReadOnlyList<PollTemplate> offered, string fresh, Texts texts) =>
        new(
            [
                Part.Title(texts.Rich("PollForm.TemplateQuestion")),
                .. offered.SelectMany(template => new CardElement[]
                {
                    new TextBlock(texts[$"PollTemplate.{template}.About"]) { Spacing = "medium" },
                    Part.Buttons(Begin.Button(texts[$"PollTemplate.{template}"], new($"{fresh}-{template.ToString().ToLowerInvariant()}", template.ToString()))) with { Spacing = "small" },
                }),
                .. drafts.Count == 0 ? Array.Empty<CardElement>() : [Part.Heading(texts.Rich("PollForm.Drafts"))],
                .. drafts.Take(Most).SelectMany(draft => new CardElement[]
                {
                    new TextBlock(draft.Text.Question.Length > 0 ? draft.Text.Question : texts["PollForm.NoQuestion"]) { Weight = "bolder", Spacing = "medium" },
                    Part.Buttons(Resume.Button(texts["PollForm.Resume"], new(draft.Id)), PollReviewCard.Discard.Button(texts["Drafts.Discard"], new(draft.Id))) with { Spacing = "small" },
                }),
            ],
            texts["PollForm.New"])
        {
            Lang = texts.Lang,
        };
}
