using LeerkringBot.Bot.Members;
using LeerkringBot.Cards;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Reminders;

namespace LeerkringBot.Bot.Reminders;

/// <summary>That somebody ended the reminders to their address before they came to Teams.</summary>
public sealed class MutedAddressPersonalData(IMutedAddresses muted, IMembers members) : IPersonalData
{
    public int Order => 27;

    public async Task<IReadOnlyList<PersonalItem>> Of(Member member, CancellationToken cancellationToken)
    {
        var texts = Texts.For(member.Language);
        return member.Email is { } address && await muted.Include(Reminded.OfAddress.Of(address), cancellationToken)
            ? [new(texts["Reminder.Settings"], [new(texts["Reminder.ByMail"], texts["Reminder.ByMailOff"])])]
            : [];
    }

    public async Task Forget(MemberId member, CancellationToken cancellationToken)
    {
        if ((await members.Find(member, cancellationToken))?.Email is { } address) await muted.Set(Reminded.OfAddress.Of(address), false, cancellationToken);
    }
}
