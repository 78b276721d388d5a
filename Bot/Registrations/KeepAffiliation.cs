using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Registrations;

namespace LeerkringBot.Bot.Registrations;

/// <summary>Who corrects their municipality is counted under the right one at every gathering that is still to come.</summary>
public sealed class KeepAffiliation(IRegistrationStore registrations, IGatherings gatherings, SharedCardRefresh shared) : IAffiliationChanged
{
    public async Task Handle(MemberId member, Affiliation affiliation, CancellationToken cancellationToken)
    {
        var key = AffiliationKey.Of(affiliation);
        foreach (var gathering in await gatherings.Coming(cancellationToken))
        {
            var outcome = await registrations.Change(
                gathering.Id,
                [member],
                (sheet, found) => found.GetValueOrDefault(member) is { Wants: true } mine && mine.Affiliation != key
                    ? RegistrationRules.Reaffiliate(sheet, mine, key)
                    : RegistrationChange.Nothing<RegistrationOutcome>(new RegistrationOutcome.UnknownGathering()),
                cancellationToken);
            if (outcome is RegistrationOutcome.Stands) shared.Changed(InvitationContent.Of(gathering.Id));
        }
    }
}
