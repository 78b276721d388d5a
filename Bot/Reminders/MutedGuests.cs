using LeerkringBot.Domain;
using LeerkringBot.Domain.Registrations;
using LeerkringBot.Domain.Reminders;

namespace LeerkringBot.Bot.Reminders;

/// <summary>Participants outside Teams who want no reminders, found by the address they are registered with.</summary>
public sealed class MutedGuests(IRegistrationStore registrations, IMutedAddresses muted)
{
    /// <param name="gathering">Of which one is reminded, as it stands in an audience.</param>
    /// <param name="recipient">Anybody.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<bool> Include(string gathering, Recipient recipient, CancellationToken cancellationToken) =>
        recipient is Recipient.OfMember to && Guest.IsGuest(to.Member)
        && GatheringId.TryParse(gathering, out var id)
        && await registrations.Read(id, to.Member, cancellationToken) is (_, { Guest: { } guest })
        && await muted.Include(Reminded.OfAddress.Of(guest.Email), cancellationToken);
}
