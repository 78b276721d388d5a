using System.Collections.Immutable;

namespace LeerkringBot.Domain.Registrations;

/// <summary>An organiser confirms or declines registrations that wait for it. Null where there is no such gathering.</summary>
public sealed class DecideRequests(IRegistrationStore registrations, TimeProvider clock)
{
    public Task<ApprovalOutcome?> Confirm(GatheringId gathering, ImmutableArray<MemberId> people, CancellationToken cancellationToken) =>
        registrations.Change(gathering, [], (sheet, _) => ApprovalRules.Confirm(sheet, people, clock.GetUtcNow()), cancellationToken);

    /// <param name="gathering">Which gathering.</param>
    /// <param name="people">At most 90.</param>
    /// <param name="reason">For them to read.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<ApprovalOutcome?> Refuse(GatheringId gathering, ImmutableArray<MemberId> people, string reason, CancellationToken cancellationToken) =>
        registrations.Change(gathering, people, (sheet, found) => ApprovalRules.Refuse(sheet, [.. found.Values], reason, clock.GetUtcNow()), cancellationToken);
}
