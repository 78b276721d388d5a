namespace LeerkringBot.Domain.Registrations;

/// <summary>"Ik kom" and "ik kan helaas niet".</summary>
public sealed class AnswerInvitation(IRegistrationStore registrations, TimeProvider clock)
{
    public Task<RegistrationOutcome> Come(Person who, GatheringId gathering, CancellationToken cancellationToken) =>
        WithAffiliation(who, gathering, (sheet, mine, affiliation) => RegistrationRules.Come(sheet, mine, who.Id, affiliation, clock.GetUtcNow()), cancellationToken);

    /// <summary>With tracks and answers, or other ones than before.</summary>
    public Task<RegistrationOutcome> Register(Person who, GatheringId gathering, RegistrationForm form, CancellationToken cancellationToken) =>
        WithAffiliation(who, gathering, (sheet, mine, affiliation) => RegistrationRules.Register(sheet, mine, who.Id, affiliation, form, clock.GetUtcNow()), cancellationToken);

    /// <summary>Needs no affiliation: who does not come is counted nowhere.</summary>
    public async Task<RegistrationOutcome> Decline(Person who, GatheringId gathering, CancellationToken cancellationToken) =>
        await registrations.Change(gathering, who, (sheet, mine, member) =>
            RegistrationRules.Decline(sheet, mine, who.Id, AffiliationKey.Of(member.Affiliation), clock.GetUtcNow()), cancellationToken)
        ?? new RegistrationOutcome.UnknownGathering();

    private async Task<RegistrationOutcome> WithAffiliation(
        Person who,
        GatheringId gathering,
        Func<RegistrationSheet, Registration?, string, RegistrationChange<RegistrationOutcome>> rule,
        CancellationToken cancellationToken) =>
        await registrations.Change(gathering, who, (sheet, mine, member) =>
            member.Affiliation is { } affiliation
                ? rule(sheet, mine, AffiliationKey.Of(affiliation))
                : RegistrationChange.Nothing<RegistrationOutcome>(new RegistrationOutcome.AffiliationNeeded()), cancellationToken)
        ?? new RegistrationOutcome.UnknownGathering();
}
