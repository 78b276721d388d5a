using System.Runtime.CompilerServices;
using LeerkringBot.Bot.Routing;
using LeerkringBot.Domain;

namespace LeerkringBot.Bot.Broadcasts;

/// <summary>A channel itself: one card that everybody there sees.</summary>
public sealed class ChannelAudience(IMessenger messenger) : IAudience
{
    public const string Name = "channel";

    public string Kind => Name;

    public async IAsyncEnumerable<Addressee> Of(string subject, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var channel in await messenger.Channels(cancellationToken))
            if (channel.Id.ToString() == subject) yield return new(new Recipient.OfChannel(channel.Id), $"{channel.TeamName}, {channel.Name}");
    }

    public Task<SkipReason?> Excludes(string subject, Recipient recipient, CancellationToken cancellationToken) => Task.FromResult<SkipReason?>(null);
}
