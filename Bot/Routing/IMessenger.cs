using LeerkringBot.Cards;
using LeerkringBot.Domain;

namespace LeerkringBot.Bot.Routing;

/// <summary>Sends without being asked. The edge implements it.</summary>
public interface IMessenger
{
    /// <summary>Finds the way to somebody, makes one where there is none, and waits for its turn. Sends nothing, and may be repeated.</summary>
    Task<Opening> Open(Recipient to, CancellationToken cancellationToken);

    /// <summary>Replaces a posted card, at the bot's own pace; may be repeated freely, so faults in between are retried.</summary>
    Task<SendOutcome> Update(PostedCard posted, AdaptiveCard card, CancellationToken cancellationToken);

    /// <summary>The channels that the bot may post in.</summary>
    Task<IReadOnlyList<Channel>> Channels(CancellationToken cancellationToken);

    /// <summary>Everybody in the team of a channel, the bot not counted. They become known members by it.</summary>
    Task<IReadOnlyList<Member>> TeamMembers(ChannelId channel, CancellationToken cancellationToken);
}

/// <summary>All that can come of finding the way to somebody.</summary>
public abstract record Opening
{
    private Opening() { }

    /// <param name="Send">Hands the card over, once: one that may have arrived is <see cref="SendOutcome.Uncertain"/>.</param>
    public sealed record Ready(Func<AdaptiveCard, CancellationToken, Task<SendOutcome>> Send) : Opening;

    /// <param name="Why"><see cref="SendOutcome.NotSent"/> or <see cref="SendOutcome.Postponed"/>.</param>
    public sealed record Closed(SendOutcome Why) : Opening;
}
