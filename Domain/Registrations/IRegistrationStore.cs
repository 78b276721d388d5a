using System.Collections.Immutable;

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

    /// <summary>The same for the registrations of several people, or of nobody, where only the sheet is concerned.</summary>
    /// <param name="gathering">Which gathering.</param>
    /// <param name="people">At most 90: whose registrations are read, and may be written.</param>
    /// <param name="decide">Gets those that exist. May be called more than once.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    Task<TOutcome?> Change<TOutcome>(
        GatheringId gathering,
        ImmutableArray<MemberId> people,
        Func<RegistrationSheet, IReadOnlyDictionary<MemberId, Registration>, RegistrationChange<TOutcome>> decide,
        CancellationToken cancellationToken)
        where TOutcome : class;

    /// <summary>Two dates of one series in one batch.</summary>
    /// <returns>Null when there is no such gathering.</returns>
    Task<MoveOutcome?> Move(
        GatheringId from,
        GatheringId to,
        MemberId who,
        Func<(RegistrationSheet Sheet, Registration? Mine), (RegistrationSheet Sheet, Registration? Mine), MoveChange> decide,
        CancellationToken cancellationToken);

    /// <summary>The sheet and one person's registration, read together.</summary>
    Task<(RegistrationSheet Sheet, Registration? Mine)?> Read(GatheringId gathering, MemberId member, CancellationToken cancellationToken);

    Task<RegistrationSheet?> Sheet(GatheringId gathering, CancellationToken cancellationToken);

    /// <summary>Some people's registrations, those that exist.</summary>
    Task<IReadOnlyList<Registration>> Of(GatheringId gathering, ImmutableArray<MemberId> people, CancellationToken cancellationToken);

    /// <summary>Everybody who answered, in no particular order.</summary>
    Task<IReadOnlyList<Registration>> All(GatheringId gathering, CancellationToken cancellationToken);

    /// <summary>Dietary wishes and accessibility needs of everybody who gave any. For who caters, and nobody else.</summary>
    Task<IReadOnlyDictionary<MemberId, string>> Wishes(GatheringId gathering, CancellationToken cancellationToken);

    /// <summary>The person's own.</summary>
    Task<string?> Wishes(GatheringId gathering, MemberId member, CancellationToken cancellationToken);

    /// <summary>Deletes all of them; their number stays.</summary>
    Task DeleteWishes(GatheringId gathering, CancellationToken cancellationToken);
}
