namespace LeerkringBot.Domain.Registrations;

public interface IRegistrationStore
{
    /// <summary>Reads sheet and registration, lets the rule decide and stores what it decided in one batch; again with what stands then, where somebody else wrote in between.</summary>
    /// <param name="gathering">Which gathering.</param>
    /// <param name="member">Whose registration is read and written; null when only the sheet changes.</param>
    /// <param name="decide">May be called more than once.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The outcome, or default when there is no such gathering.</returns>
    Task<TOutcome?> Change<TOutcome>(
        GatheringId gathering,
        MemberId? member,
        Func<RegistrationSheet, Registration?, ValueTask<RegistrationChange<TOutcome>>> decide,
        CancellationToken cancellationToken)
        where TOutcome : class;

    /// <summary>The sheet and one person's registration, read together.</summary>
    Task<(RegistrationSheet Sheet, Registration? Mine)?> Read(GatheringId gathering, MemberId member, CancellationToken cancellationToken);

    Task<RegistrationSheet?> Sheet(GatheringId gathering, CancellationToken cancellationToken);

    /// <summary>Everybody who answered, in no particular order.</summary>
    Task<IReadOnlyList<Registration>> All(GatheringId gathering, CancellationToken cancellationToken);
}
