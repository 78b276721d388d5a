using System.Collections.Immutable;

namespace LeerkringBot.Domain.Registrations;

/// <summary>"Ik ben er", and the organiser's list.</summary>
public sealed class NoteAttendance(IRegistrationStore registrations, TimeProvider clock)
{
    public async Task<AttendanceOutcome> CheckIn(Person who, GatheringId gathering, CancellationToken cancellationToken) =>
        await registrations.Change(gathering, who, (sheet, mine, _) => AttendanceRules.CheckIn(sheet, mine, clock.GetUtcNow()), cancellationToken)
        ?? new AttendanceOutcome.UnknownGathering();

    /// <param name="gathering">Which gathering.</param>
    /// <param name="shown">At most 90: who stood on the list.</param>
    /// <param name="present">Who is ticked.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>Null where there is no such gathering.</returns>
    public Task<RegistrationSheet?> Tick(GatheringId gathering, ImmutableArray<MemberId> shown, IReadOnlyCollection<MemberId> present, CancellationToken cancellationToken) =>
        registrations.Change(gathering, shown, (sheet, found) => AttendanceRules.Tick(sheet, [.. found.Values], present, clock.GetUtcNow()), cancellationToken);
}
