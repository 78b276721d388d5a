namespace LeerkringBot.Domain.Registrations;

public interface IRegistrationStore
{
    /// <summary>Reads the sheet and the person's registration while the person's profile comes in, lets the rule decide and stores what it decided in one batch; again with what stands then, where somebody else wrote in between.</summary>
    /// <param name="gathering">Which gathering.</param>
    /// <param name="who">Whose registration is read and written.</param>
    /// <param name="decide">May be called more than once.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The outcome, or default when there is no such gathering.</returns>
    Task<TOutcome?> Change<TOutcome>(
        GatheringId gathering,
        Person who,
        Func<RegistrationSheet, Registration?, Member, RegistrationChange<TOutcome>> decide,
        CancellationToken cancellationToken)
        where TOutcome : class;

    /// <summary>The same where nobody's registration is concerned, only the sheet.</summary>
    Task<TOutcome?> Change<TOutcome>(
        GatheringId gathering,
        Func<RegistrationSheet, RegistrationChange<TOutcome>> decide,
        CancellationToken cancellationToken)
        where TOutcome : class;

    /// <summary>The sheet and one person's registration, read together.</summary>
    Task<(RegistrationSheet Sheet, Registration? Mine)?> Read(GatheringId gathering, MemberId member, CancellationToken cancellationToken);

    Task<RegistrationSheet?> Sheet(GatheringId gathering, CancellationToken cancellationToken);

    /// <summary>Everybody who answered, in no particular order.</summary>
    Task<IReadOnlyList<Registration>> All(GatheringId gathering, CancellationToken cancellationToken);
}
