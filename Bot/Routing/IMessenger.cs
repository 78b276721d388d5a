using LeerkringBot.Cards;
using LeerkringBot.Domain;

namespace LeerkringBot.Bot.Routing;

/// <summary>Sends without being asked. The edge implements it.</summary>
public interface IMessenger
{
    /// <summary>Tried once: a message that may have arrived is <see cref="SendOutcome.Uncertain"/>.</summary>
    Task<SendOutcome> Send(Recipient to, AdaptiveCard card, CancellationToken cancellationToken);

    /// <summary>Replaces a posted card; may be repeated freely, so faults in between are retried.</summary>
    Task<SendOutcome> Update(PostedCard posted, AdaptiveCard card, CancellationToken cancellationToken);

    /// <summary>The channels that the bot may post in.</summary>
    Task<IReadOnlyList<Channel>> Channels(CancellationToken cancellationToken);

    /// <summary>Everybody in the team of a channel, the bot not counted. They become known members by it.</summary>
    Task<IReadOnlyList<Member>> TeamMembers(ChannelId channel, CancellationToken cancellationToken);
}
