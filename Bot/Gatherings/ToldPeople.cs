using LeerkringBot.Domain;
using LeerkringBot.Domain.Registrations;

namespace LeerkringBot.Bot.Gatherings;

/// <summary>How many people hear of a change, for the organiser who is about to make it.</summary>
public sealed class ToldPeople(IRegistrationStore registrations)
{
    /// <summary>Who registered, with or without a place.</summary>
    public async Task<int> OfMove(GatheringId gathering, CancellationToken cancellationToken) =>
        (await registrations.All(gathering, cancellationToken)).Count(one => one.Wants);

    /// <summary>Everybody who answered.</summary>
    public async Task<int> OfCancellation(GatheringId gathering, CancellationToken cancellationToken) =>
        (await registrations.All(gathering, cancellationToken)).Count;
}
