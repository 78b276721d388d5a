namespace LeerkringBot.Domain.Registrations;

/// <summary>An hour after a place was offered and not taken, the next in line gets the offer too; and so on until the place is taken.</summary>
public sealed class OfferPlaces(IRegistrationStore registrations, IWorkQueue work, TimeProvider clock) : IWorkHandler
{
    // Another instance's clock may be behind: then this one looks again a little later.
    private static readonly TimeSpan Soonest = TimeSpan.FromMinutes(1);

    public string Kind => RegistrationWork.OfferOnKind;

    public async Task Handle(string subject, CancellationToken cancellationToken)
    {
        var gathering = GatheringId.Parse(subject);
        var now = clock.GetUtcNow();
        var sheet = await registrations.Change(gathering, [], (current, _) => RegistrationRules.OfferOn(current, now), cancellationToken);
        if (sheet is not null && WaitingList.NextOffer(sheet, now) is { } next)
            await work.Enqueue(RegistrationWork.OfferOn(gathering), next > now + Soonest ? next : now + Soonest, cancellationToken);
    }
}
