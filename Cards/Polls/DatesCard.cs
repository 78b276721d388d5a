using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Cards.Polls;

/// <summary>The dates, the best first, with who can't; an organiser makes a gathering of one. For organisers.</summary>
public static class DatesCard
{
    public static readonly CardAction<PollCard.PollData> Show = new("poll.dates");
    public static readonly CardAction<ChooseData> Choose = new("poll.date");

    /// <param name="Poll">The <see cref="PollId"/> as text.</param>
    /// <param name="Option">The key of the date.</param>
    public sealed record ChooseData(string Poll, string Option);

    /// <param name="view">As an organiser may see it.</param>
    /// <param name="notice">What just happened, or null.</param>
    /// <param name="texts">In the organiser's language.</param>
    public static AdaptiveCard Render(PollView view, string? notice, Texts texts)
    {
        var best = DateRules.Best(view.Poll, view.Tally, view.Now);
        return new(
            [
                .. notice is null ? Array.Empty<CardElement>() : [Part.Notice(notice, "accent")],
                Part.Note(view.Poll.Question),
                Part.Title(texts.Rich("DatesPoll.Title")),
                Part.Note(texts.Rich("DatesPoll.About")),
                .. DateRules.Ranked(view.Poll, view.Tally).Select(option => Date(view, option, option == best, texts)),
                Part.Buttons(PollOverviewCard.Show.Button(texts["Poll.DetailsBack"], new(view.Poll.Id.ToString()))),
            ],
            texts["DatesPoll.Title"])
        {
            Lang = texts.Lang,
        };
    }

    private static Container Date(PollView view, PollOption option, bool isBest, Texts texts) => new(
    [
        isBest ? Part.Notice(texts.Rich("DatesPoll.Best", ChoiceText.Title(view.Poll, option, texts)), "good") : new TextBlock(ChoiceText.Title(view.Poll, option, texts)) { Weight = "bolder" },
        new TextBlock(DatesPart.Counts(view, option, texts)) { Spacing = isBest ? "small" : "none" },
        .. PollNames.Of(view, option, Vote.No, texts) is { } cannot ? [new TextBlock(texts.Rich("DatesPoll.Cannot", cannot)) { Spacing = "none" }] : Array.Empty<CardElement>(),
        .. PollNames.Of(view, option, Vote.Maybe, texts) is { } ifNeedBe ? [new TextBlock(texts.Rich("DatesPoll.IfNeedBe", ifNeedBe)) { Spacing = "none" }] : Array.Empty<CardElement>(),
        option.Moment!.StartsAt() > view.Now ? Part.Buttons(Choose.Button(texts["DatesPoll.Choose"], new(view.Poll.Id.ToString(), option.Key))) : Part.Note(texts.Rich("DatesPoll.Gone")),
    ])
    { Separator = true, Spacing = "medium" };
}
