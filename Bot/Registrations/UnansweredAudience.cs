using System.Runtime.CompilerServices;
using LeerkringBot.Bot.Routing;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Domain.Registrations;

namespace LeerkringBot.Bot.Registrations;

/// <summary>Who was invited to a gathering and gave no answer: people who were sent the invitation, and the members of a team where it was posted.</summary>
/// <param name="patience">Who was invited less than this ago isn't meant yet.</param>
public sealed class UnansweredAudience(
    TimeSpan patience,
    IGatherings gatherings,
    IRegistrationStore registrations,
    IBroadcastStore broadcasts,
    IMembers members,
    IMessenger messenger,
    TimeProvider clock) : IAudience
{
    public const string Name = "unanswered";

    public string Kind => Name;

    public async IAsyncEnumerable<Addressee> Of(string subject, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await Open(subject, cancellationToken) is not { } id) yield break;
        var invited = await Invited(id, cancellationToken);
        var answered = (await registrations.All(id, cancellationToken)).Select(registration => registration.Member).ToHashSet();
        foreach (var member in await members.All(cancellationToken))
            if (!member.IsLeaving && invited.Contains(member.Id) && !KeysOf(member, id).Any(answered.Contains)) yield return new(new Recipient.OfMember(member.Id), member.Name);
    }

    public async Task<SkipReason?> Excludes(string subject, Recipient recipient, CancellationToken cancellationToken)
    {
        if (recipient is not Recipient.OfMember to) return SkipReason.Left;
        if (await Open(subject, cancellationToken) is not { } id) return SkipReason.Over;
        if (await members.Find(to.Member, cancellationToken) is not { IsLeaving: false } member) return SkipReason.Forgotten;
        return (await registrations.Of(id, [.. KeysOf(member, id)], cancellationToken)).Count > 0 ? SkipReason.Answered : null;
    }

    /// <returns>Null when there is nothing to answer any more.</returns>
    private async Task<GatheringId?> Open(string subject, CancellationToken cancellationToken) =>
        GatheringId.TryParse(subject, out var id) && await registrations.Sheet(id, cancellationToken) is { IsCancelled: false } sheet && clock.GetUtcNow() < sheet.ClosesAt
        && await gatherings.Find(id, sheet.Revision, cancellationToken) is not null
            ? id
            : null;

    /// <summary>What may have arrived counts: they were meant. What was taken back doesn't.</summary>
    private async Task<HashSet<MemberId>> Invited(GatheringId id, CancellationToken cancellationToken)
    {
        var invited = new HashSet<MemberId>();
        var until = clock.GetUtcNow() - patience;
        foreach (var broadcast in await broadcasts.Of(InvitationContent.Of(id), cancellationToken))
        {
            if (broadcast.Recall is not null) continue;
            await foreach (var delivery in broadcasts.Deliveries(broadcast.Id, cancellationToken))
            {
                if (delivery.ActivityId is null && delivery.State != DeliveryState.Uncertain || (delivery.ClaimedAt ?? broadcast.At) > until) continue;
                if (delivery.Recipient is Recipient.OfMember to) invited.Add(to.Member);
                else if (delivery.Recipient is Recipient.OfChannel of) invited.UnionWith((await messenger.TeamMembers(of.Channel, cancellationToken)).Select(member => member.Id));
            }
        }

        return invited;
    }

    /// <summary>Under which somebody may have answered: a colleague may have brought them by their address.</summary>
    private static IEnumerable<MemberId> KeysOf(Member member, GatheringId id) =>
        member.Email is { } email ? [member.Id, Guest.KeyOf(email, id.Series)] : [member.Id];
}
