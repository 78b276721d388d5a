using LeerkringBot.Bot.Members;
using LeerkringBot.Cards;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Mails;
using LeerkringBot.Infrastructure.Mails;

namespace LeerkringBot.Bot.Mails;

/// <summary>Of somebody's mails: those that an organiser must still look at, and what still goes out to them. The mails themselves are in the network's mailbox.</summary>
public sealed class MailPersonalData(MailLog log, IOutgoingMails outgoing, IMembers members) : IPersonalData
{
    public int Order => 26;

    public async Task<IReadOnlyList<PersonalItem>> Of(Member member, CancellationToken cancellationToken)
    {
        if (member.Email is not { } address) return [];
        var texts = Texts.For(member.Language);
        var items = (await log.Of(address, cancellationToken))
            .Select(mail => new PersonalItem(texts["MailData.Title"], [new(texts["MailData.Subject"], mail.Subject), new(texts["MailData.Moment"], PersonalTime.Of(mail.ReceivedAt)), new(texts["MailData.Address"], mail.Address)]))
            .ToList();
        await foreach (var mail in outgoing.All(cancellationToken))
            if (IsTo(mail, address)) items.Add(new(texts["MailData.OutTitle"], [new(texts["MailData.Subject"], mail.Mail.Subject)]));
        return items;
    }

    public async Task Forget(MemberId member, CancellationToken cancellationToken)
    {
        if ((await members.Find(member, cancellationToken))?.Email is not { } address) return;
        await log.Forget(address, cancellationToken);
        await foreach (var mail in outgoing.All(cancellationToken))
            if (IsTo(mail, address)) await outgoing.Close(mail, cancellationToken);
    }

    private static bool IsTo(OutgoingMail mail, string address) => mail.Mail.To.Equals(address, StringComparison.OrdinalIgnoreCase);
}
