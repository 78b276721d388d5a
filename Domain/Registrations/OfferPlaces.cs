namespace LeerkringBot.Domain.Registrations;

/// <summary>An hour after a place was offered and not taken, the next in line gets the offer too.</summary>
public sealed class OfferPlaces(IRegistrationStore registrations, TimeProvider clock) : IWorkHandler
{
    public string Kind => RegistrationWork.OfferOnKind;

    public Task Handle(string subject, CancellationToken cancellationToken) =>
        registrations.Change(GatheringId.Parse(subject), sheet => RegistrationRules.OfferOn(sheet, clock.GetUtcNow()), cancellationToken);
}
