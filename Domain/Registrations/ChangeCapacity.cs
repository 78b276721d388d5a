namespace LeerkringBot.Domain.Registrations;

/// <summary>An organiser changes the number of places.</summary>
public sealed class ChangeCapacity(IRegistrationStore registrations, TimeProvider clock)
{
    /// <param name="gathering">Which gathering.</param>
    /// <param name="capacity">Null means no limit.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<CapacityOutcome> To(GatheringId gathering, int? capacity, CancellationToken cancellationToken) =>
        await registrations.Change(gathering, sheet => RegistrationRules.ChangeCapacity(sheet, capacity, clock.GetUtcNow()), cancellationToken)
        ?? new CapacityOutcome.UnknownGathering();
}
