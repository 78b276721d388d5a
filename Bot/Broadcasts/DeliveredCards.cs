using LeerkringBot.Bot.Routing;
using LeerkringBot.Cards;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;

namespace LeerkringBot.Bot.Broadcasts;

/// <summary>Brings cards that organisers sent to people personally up to date, one work item for each card: when what they tell was changed, not at every answer.</summary>
public sealed class DeliveredCards(
    IBroadcastStore broadcasts,
    IEnumerable<IPersonalContent> contents,
    IMessenger messenger,
    IMembers members,
    IWorkQueue work,
    TimeProvider clock,
    ILogger<DeliveredCards> logger) : IWorkHandler
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private readonly Dictionary<string, IPersonalContent> kinds = contents.ToDictionary(content => content.Kind);

    public string Kind => "broadcast.refresh";

    /// <summary>May be repeated: a card is only replaced by what it should show.</summary>
    public async Task Refresh(BroadcastContent content, CancellationToken cancellationToken)
    {
        foreach (var broadcast in await broadcasts.Of(content, cancellationToken))
        {
            foreach (var delivery in await broadcasts.Deliveries(broadcast.Id, cancellationToken))
                if (delivery is { Recipient: Recipient.OfMember, ActivityId: not null }) await work.Enqueue(new(Kind, $"{broadcast.Id} {delivery.Recipient.Key}"), null, cancellationToken);
        }
    }

    public async Task Handle(string subject, CancellationToken cancellationToken)
    {
        if (subject.Split(' ') is not [var id, var key] || Recipient.Parse(key) is not Recipient.OfMember to) throw new FormatException($"'{subject}' is not a delivery to a person.");
        if (await broadcasts.Find(id, cancellationToken) is not { } broadcast
            || !kinds.TryGetValue(broadcast.Content.Kind, out var kind)
            || await broadcasts.Delivery(id, to, cancellationToken) is not { ActivityId: { } activity }
            || await members.Find(to.Member, cancellationToken) is not { } member
            || await kind.Personal(broadcast.Content.Subject, member, Texts.For(member.Language), cancellationToken) is not { } card) return;

        var outcome = await messenger.Update(new(to, activity), card, cancellationToken);
        if (outcome is SendOutcome.Postponed postponed)
            await work.Enqueue(new(Kind, subject), clock.GetUtcNow() + (postponed.RetryAfter is { } after && after > Pause ? after : Pause), cancellationToken);
        else if (outcome is not SendOutcome.Sent) logger.LogWarning("A delivered card could not be updated: {Outcome}", outcome);
    }
}
