using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Bot.Web;
using LeerkringBot.Cards;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Domain.Registrations;
using LeerkringBot.Domain.Reminders;

namespace LeerkringBot.Bot.Reminders;

/// <summary>Below every reminder by mail: the page where one is rid of the next.</summary>
public sealed class MuteLink(Links links) : IMailEnding
{
    public async Task<string?> Of(Broadcast broadcast, MemberId to, string address, Texts texts, CancellationToken cancellationToken) =>
        ReminderAudience.Is(broadcast.Audience)
            ? texts.Plain("Reminder.MailMute", await links.Reminders(Guest.IsGuest(to) ? Reminded.OfAddress.Of(address) : new Reminded.OfMember(to), cancellationToken))
            : null;
}
