using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Cards.Polls;

/// <summary>What a poll card shows.</summary>
/// <param name="Poll">What is asked.</param>
/// <param name="Tally">Who answered what.</param>
/// <param name="Network">Names its municipalities.</param>
/// <param name="Mine">Whose answer the person who sees it gives: their municipality or themselves; null on a card that others see too, and for people of other organisations.</param>
/// <param name="Sight">Whether what was answered shows.</param>
/// <param name="Neutral">Others see the card too.</param>
/// <param name="Now">Decides what is still possible.</param>
public sealed record PollView(Poll Poll, PollTally Tally, Network Network, Voter? Mine, ResultSight Sight, bool Neutral, DateTimeOffset Now)
{
    /// <summary>What other features have to add, at the end.</summary>
    public IReadOnlyList<CardElement> Foot { get; init; } = [];
}
