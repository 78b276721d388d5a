using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Cards.Polls;

/// <summary>A colleague answered something else: change it or leave it.</summary>
public static class PollChangeCard
{
    public static readonly CardAction<ChangeData> Change = new("poll.change");

    /// <param name="Poll">The <see cref="PollId"/> as text.</param>
    /// <param name="Option">A <see cref="PollChoice"/> as text: the key of the option.</param>
    /// <param name="Version">Of the colleague's answer that the person saw.</param>
    /// <param name="For">Code of the municipality, where somebody works for several.</param>
    public sealed record ChangeData(string Poll, string Option, int Version, string? For = null);

    /// <param name="view">What a poll card shows.</param>
    /// <param name="current">What stands.</param>
    /// <param name="by">The colleague's name; only people of the same municipality get this card.</param>
    /// <param name="chosen">What was clicked.</param>
    /// <param name="texts">In the person's language.</param>
    public static AdaptiveCard Render(PollView view, PollAnswer current, string by, PollChoice chosen, Texts texts)
    {
        var (stands, wanted) = (ChoiceText.Of(view.Poll, current.Choice, texts), ChoiceText.Of(view.Poll, chosen, texts));
        // Of a choice among many the words would not fit on a button.
        var isShort = view.Poll.Form == PollForm.OneChoice;
        return new(
            [
                Part.Title(view.Poll.Question),
                Part.Notice(Standing(view, current, by, texts), "warning"),
                .. view.Poll.Form is PollForm.OneChoice or PollForm.SeveralChoices ? [new TextBlock(view.Municipality.Length > 0 ? texts.Rich("Poll.ConfirmQuestion", view.Municipality, wanted) : texts.Rich("Poll.ConfirmQuestionMine", wanted))] : Votes(view, current.Choice, chosen, texts),
                Part.Buttons(
                    Change.Button(isShort ? texts.Plain("Poll.ConfirmChange", wanted) : texts["Poll.ConfirmChangeAll"], new(view.Poll.Id.ToString(), chosen.ToString(), current.Version, view.Mine?.Municipality?.ToString())),
                    PollCard.Show.Button(isShort ? texts.Plain("Poll.Keep", stands) : texts["Poll.KeepAll"], new(view.Poll.Id.ToString()))),
            ],
            texts.Plain("Poll.Summary", view.Poll.Question))
        {
            Lang = texts.Lang,
        };
    }

    // Of ten dates only those that change: what stays needs no deciding.
    private static CardElement[] Votes(PollView view, PollChoice current, PollChoice chosen, Texts texts) =>
    [
        new TextBlock(view.Municipality.Length > 0 ? texts.Rich("Poll.ConfirmVotes", view.Municipality) : texts.Rich("Poll.ConfirmVotesMine")),
        new FactSet(
        [
            .. view.Poll.Options.Where(option => VoteOf(current, option) != VoteOf(chosen, option)).Select(option =>
                new Fact(ChoiceText.Title(view.Poll, option, texts), texts.Plain("Poll.VoteBecomes", ChoiceText.Vote(view.Poll, VoteOf(current, option), texts), ChoiceText.Vote(view.Poll, VoteOf(chosen, option), texts)))),
        ]),
    ];

    private static Vote VoteOf(PollChoice choice, PollOption option) => choice.Votes.GetValueOrDefault(option.Key, Vote.No);

    /// <summary>"Uw collega Anna heeft op dinsdag 4 februari geantwoord: Doet mee."</summary>
    public static string Standing(PollView view, PollAnswer current, string by, Texts texts)
    {
        var (day, stands) = (texts.Day(DutchTime.DayOf(current.At), DutchTime.DayOf(view.Now).Year), ChoiceText.Brief(view.Poll, current.Choice, texts));
        return current.Source is { } source ? texts.Plain(view.Poll.Per == VoterKind.Municipality ? "Poll.EnteredFor" : "Poll.EnteredForMine", day, source, stands) : texts.Plain("Poll.Colleague", by, day, stands);
    }
}
