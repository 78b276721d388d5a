using LeerkringBot.Cards;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Members;

namespace LeerkringBot.Bot.Members;

/// <summary>The member's own row, and the address they organise with.</summary>
public sealed class MemberPersonalData(IOrganiserBindings organisers, IContactOfficers contacts, INetwork network) : IPersonalData
{
    public int Order => 0;

    public async Task<IReadOnlyList<PersonalItem>> Of(Member member, CancellationToken cancellationToken)
    {
        var texts = Texts.For(member.Language);
        var isOrganiser = await organisers.Has(member.Id, cancellationToken);
        var isContact = (await contacts.Among([member], cancellationToken)).Count > 0;
        PersonalFact[] facts =
        [
            new(texts["Personal.Name"], member.Name),
            new(texts["Personal.Email"], member.Email ?? texts["Personal.Unknown"]),
            new(texts["Personal.Number"], member.Id.ToString()),
            new(texts["Personal.Language"], texts["Personal.LanguageName"]),
            new(texts["Personal.Affiliation"], member.Affiliation is { } affiliation ? (await network.Current(cancellationToken)).NameOf(affiliation) : texts["Personal.Unknown"]),
            new(texts["Personal.Role"], member.Role is { } role ? texts.Role(role) : texts["Personal.Unknown"]),
            new(texts["Personal.ReadAt"], PersonalTime.Of(member.ProfileReadAt)),
            new(texts["Personal.Reminders"], texts[member.WantsNoReminders ? "Personal.No" : "Personal.Yes"]),
            .. isContact ? [new PersonalFact(texts["Personal.Contact"], texts["Personal.Yes"])] : Array.Empty<PersonalFact>(),
            .. isOrganiser ? [new PersonalFact(texts["Personal.Organiser"], texts["Personal.Yes"])] : Array.Empty<PersonalFact>(),
        ];
        return [new(texts["Personal.AboutYou"], facts)];
    }

    public Task Forget(MemberId member, CancellationToken cancellationToken) => organisers.Forget(member, cancellationToken);
}
