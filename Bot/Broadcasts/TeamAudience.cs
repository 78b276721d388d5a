using System.Runtime.CompilerServices;
using LeerkringBot.Bot.Routing;
using LeerkringBot.Domain;

namespace LeerkringBot.Bot.Broadcasts;

/// <summary>Every member of the team of a channel, each in their own chat. Who left the team is told by Teams when it is sent.</summary>
public sealed class TeamAudience(IMessenger messenger) : IAudience
{
    public const string Name = "team";

    public string Kind => Name;

    public async IAsyncEnumerable<Addressee> Of(string subject, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!ChannelId.TryParse(subject, out var channel)) yield break;
        foreach (var member in await messenger.TeamMembers(channel, cancellationToken)) yield return new(new Recipient.OfMember(member.Id), member.Name);
    }

    public Task<SkipReason?> Excludes(string subject, Recipient recipient, CancellationToken cancellationToken) => Task.FromResult<SkipReason?>(null);
}
