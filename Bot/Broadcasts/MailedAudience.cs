using System.Runtime.CompilerServices;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;

namespace LeerkringBot.Bot.Broadcasts;

/// <summary>Whoever got a broadcast by mail; its id is the subject.</summary>
public sealed class MailedAudience(IBroadcastStore broadcasts) : IAudience
{
    public const string Name = "mailed";

    public string Kind => Name;

    public async IAsyncEnumerable<Addressee> Of(string subject, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!Broadcast.IsId(subject)) yield break;
        await foreach (var delivery in broadcasts.Deliveries(subject, cancellationToken))
            if (delivery is { Route: DeliveryRoute.Mail, State: DeliveryState.Sent or DeliveryState.Updated }) yield return new(delivery.Recipient, delivery.Name);
    }

    public Task<SkipReason?> Excludes(string subject, Recipient recipient, CancellationToken cancellationToken) => Task.FromResult<SkipReason?>(null);
}
