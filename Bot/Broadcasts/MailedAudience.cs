using System.Runtime.CompilerServices;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;

namespace LeerkringBot.Bot.Broadcasts;

/// <summary>Whoever got a broadcast by mail before it was changed; its id is the subject.</summary>
public sealed class MailedAudience(IBroadcastStore broadcasts) : IAudience
{
    public const string Name = "mailed";

    public string Kind => Name;

    public async IAsyncEnumerable<Addressee> Of(string subject, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!Broadcast.IsId(subject) || await broadcasts.Find(subject, cancellationToken) is not { } changed) yield break;
        await foreach (var delivery in broadcasts.Deliveries(subject, cancellationToken))
            if (delivery.IsOldMail(changed.ChangedEdition)) yield return new(delivery.Recipient, delivery.Name);
    }

    public Task<SkipReason?> Excludes(string subject, Recipient recipient, CancellationToken cancellationToken) => Task.FromResult<SkipReason?>(null);
}
