using LeerkringBot.Bot.Web;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Registrations;
using LeerkringBot.Cards.Registrations.Pages;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Registrations;

namespace LeerkringBot.Bot.Registrations;

/// <summary>What participants outside Teams get by mail: what happened, when and where, the calendar file and the link to their own page. In Dutch: we don't know their language.</summary>
public sealed class GuestMails(IGatherings gatherings, IRegistrationStore registrations, IMembers members, Links links, TimeProvider clock)
{
    /// <param name="id">Which gathering.</param>
    /// <param name="guest">Under which they are registered.</param>
    /// <param name="look">Given who brought them and where they stand: whether there is still something to tell, and what.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Null when there is nothing to tell, or nobody to tell it to.</returns>
    public async Task<Mail?> Write(GatheringId id, MemberId guest, Func<string?, MyRegistration, (bool IsTrue, string? Text)> look, CancellationToken cancellationToken)
    {
        if (await registrations.Read(id, guest, cancellationToken) is not (var sheet, { Guest: { } known } registration)
            || await gatherings.Find(id, sheet.Revision, cancellationToken) is not { } gathering) return null;
        var by = registration.BroughtBy is { } bringer ? (await members.Find(bringer, cancellationToken))?.Name : null;
        var mine = MyRegistration.Of(sheet, registration);
        if (look(by, mine) is not (true, var told)) return null;

        var texts = Texts.Dutch;
        var now = clock.GetUtcNow();
        var text = texts.Plain(
            "GuestMail.Text",
            known.Name,
            gathering.Cancellation is null ? told ?? InvitationStanding.Text(mine, texts) : RegistrationTexts.State(gathering, sheet, registration, texts),
            gathering.Title,
            GatheringTexts.When(gathering, texts, now),
            texts.Plain("Invitation.Place", gathering.Place.Name, gathering.Place.Address),
            await links.Registration(id, guest, cancellationToken),
            gathering.Contact);
        return new(known.Email, known.Name, texts.Plain("GuestMail.Subject", gathering.Title), text, RegistrationCalendar.Write(gathering, sheet, registration, guest, now));
    }
}
