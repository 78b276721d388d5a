namespace LeerkringBot.Domain.Registrations;

/// <summary>One organiser sees whose dietary wishes and accessibility needs they are; another one can take that over.</summary>
public sealed class TakeOnCatering(IRegistrationStore registrations)
{
    /// <returns>Null where there is no such gathering.</returns>
    public Task<RegistrationSheet?> Take(GatheringId gathering, MemberId organiser, CancellationToken cancellationToken) =>
        registrations.Change(
            gathering,
            [],
            (sheet, _) => sheet.Caterer == organiser ? RegistrationChange.Nothing(sheet) : new(sheet with { Caterer = organiser }, sheet with { Caterer = organiser }, [], []),
            cancellationToken);
}
