using System.Runtime.CompilerServices;
using LeerkringBot.Domain;

namespace LeerkringBot.Bot.Broadcasts;

/// <summary>Everybody the network knows.</summary>
public sealed class EverybodyAudience(IMembers members) : IAudience
{
    public const string Name = "everybody";

    public string Kind => Name;

    public async IAsyncEnumerable<Addressee> Of(string subject, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var member in members.Each(cancellationToken))
            if (!member.IsLeaving) yield return new(new Recipient.OfMember(member.Id), member.Name);
    }

    public Task<SkipReason?> Excludes(string subject, Recipient recipient, CancellationToken cancellationToken) => Task.FromResult<SkipReason?>(null);
}
