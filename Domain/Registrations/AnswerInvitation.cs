namespace LeerkringBot.Domain.Registrations;

/// <summary>"Ik kom" and "ik kan helaas niet".</summary>
public sealed class AnswerInvitation(IRegistrationStore registrations, TimeProvider clock)
{
    public async Task<RegistrationOutcome> Come(Person who, GatheringId gathering, CancellationToken cancellationToken) =>
        await registrations.Change(gathering, who, (sheet, mine, member) =>
            member.Affiliation is { } affiliation
                ? RegistrationRules.Come(sheet, mine, who.Id, AffiliationKey.Of(affiliation), clock.GetUtcNow())
                : new(new RegistrationOutcome.AffiliationNeeded(), null, null, []), cancellationToken)
        ?? new RegistrationOutcome.UnknownGathering();

    /// <summary>Needs no affiliation: who does not come is counted nowhere.</summary>
    public async Task<RegistrationOutcome> Decline(Person who, GatheringId gathering, CancellationToken cancellationToken) =>
        await registrations.Change(gathering, who, (sheet, mine, member) =>
            RegistrationRules.Decline(
                sheet,
                mine,
                who.Id,
                member.Affiliation is { } affiliation ? AffiliationKey.Of(affiliation) : AffiliationKey.Organisation,
                clock.GetUtcNow()), cancellationToken)
        ?? new RegistrationOutcome.UnknownGathering();
}
