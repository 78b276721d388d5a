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
    /// <summary>What the answer tells besides the choice; null where it wasn't read.</summary>
    public AnswerDetails? Details { get; init; }

    /// <summary>In a poll for hosts.</summary>
    public Gathering? Gathering { get; init; }

    /// <summary>What was typed and couldn't be taken; null shows what stands.</summary>
    public AnswerDetails? Typed { get; init; }

    /// <summary>Those of it that can't be so.</summary>
    public IReadOnlyList<PollDetail> Wrong { get; init; } = [];

    /// <summary>For which municipalities the person works, where they choose on the card.</summary>
    public IReadOnlyList<Municipality> Several { get; init; } = [];

    /// <summary>Of people who answered; null for readers who may not know them.</summary>
    public IReadOnlyDictionary<MemberId, string>? Names { get; init; }

    /// <summary>How the answers came in, the first day first; empty where it wasn't read, or is nobody's to know.</summary>
    public IReadOnlyList<TurnoutDay> Turnout { get; init; } = [];

    /// <summary>What other features have to add, at the end.</summary>
    public IReadOnlyList<CardElement> Foot { get; init; } = [];

    /// <summary>The person works for several municipalities, and says for which after the click.</summary>
    public bool ForSeveral { get; init; }

    /// <summary>The answer that stands; null while there is none.</summary>
    public TalliedAnswer? Answered => Mine is { } voter ? Tally.Of(voter) : null;

    /// <summary>"Waalwijk"; empty where it is nobody's or a person's.</summary>
    public string Municipality => Mine?.Municipality is { } code ? Network.NameOf(new Affiliation.OfMunicipality(code)) : "";

    /// <summary>Whether somebody can answer now, or change what was answered.</summary>
    public bool CanAnswer => Poll.IsOpen(Now) && !(Poll.IsAnonymous && Answered is not null && ForOne.Count == 0);

    /// <summary>In an anonymous poll: for which of their municipalities the person can still answer, chosen before the click because nothing may carry a choice on; empty for who works for one.</summary>
    public IReadOnlyList<Municipality> ForOne => Poll.IsAnonymous ? [.. Several.Where(one => Tally.Of(one.Code) is null)] : [];
}
