using System.Collections.Immutable;
using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Bot.Members;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Registrations;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Registrations;

namespace LeerkringBot.Bot.Registrations;

/// <summary>What somebody answered to invitations. What is still to come is cancelled when they leave, and the waiting list moves; where they were remains a count.</summary>
public sealed class RegistrationPersonalData(IRegistrationStore registrations, IGatherings gatherings, IMembers members, ForgetGuest guests, SharedCardRefresh shared, TimeProvider clock) : IPersonalData
{
    public int Order => 10;

    public async Task<IReadOnlyList<PersonalItem>> Of(Member member, CancellationToken cancellationToken)
    {
        var texts = Texts.For(member.Language);
        var items = new List<PersonalItem>();
        foreach (var gathering in (await gatherings.All(cancellationToken)).OrderBy(gathering => gathering.StartsAt))
        {
            if (await registrations.Read(gathering.Id, member.Id, cancellationToken) is not (var sheet, { } mine)) continue;
            var facts = new List<PersonalFact>
            {
                new(texts["Registration.MyGathering"], $"{gathering.Title}, {GatheringTexts.When(gathering, texts, clock.GetUtcNow())}"),
                new(texts["Registration.MyStanding"], InvitationStanding.Text(MyRegistration.Of(sheet, mine), texts)),
                new(texts["Registration.MyMoment"], PersonalTime.Of(mine.At)),
            };
            facts.AddRange(RegistrationAnswers.Plain(gathering, mine, texts).Select(answer => new PersonalFact(answer.Question, answer.Answer)));
            if (await registrations.Wishes(gathering.Id, member.Id, cancellationToken) is { } wishes) facts.Add(new(texts["Registration.MyWishes"], wishes));
            if (mine.PresentAt is { } present) facts.Add(new(texts["Registration.MyPresence"], PersonalTime.Of(present)));
            if (mine.BroughtBy is { } by) facts.Add(new(texts["Registration.MyBringer"], await Name(by)));
            foreach (var colleague in await registrations.Of(gathering.Id, mine.Colleagues, cancellationToken))
                facts.Add(new(texts["Registration.MyColleagues"], colleague.Guest?.Name ?? await Name(colleague.Member)));
            items.Add(new(texts["Registration.MyData"], facts));
        }

        return items;

        async Task<string> Name(MemberId id) => (await members.Find(id, cancellationToken))?.Name ?? texts["Registration.AColleague"];
    }

    public async Task Forget(MemberId member, CancellationToken cancellationToken)
    {
        var email = (await members.Find(member, cancellationToken))?.Email;
        foreach (var gathering in await gatherings.All(cancellationToken))
        {
            var all = await registrations.All(gathering.Id, cancellationToken);
            // Brought by their address before they were in Teams.
            if (all.FirstOrDefault(one => one.Guest is { } guest && guest.Email == email) is { } asGuest)
            {
                await guests.Forget(gathering.Id, asGuest.Member, cancellationToken);
                shared.Changed(InvitationContent.Of(gathering.Id));
            }

            // Whoever names the person: who brought them, whom they brought, and a caterer is named by the sheet.
            var naming = all.Where(one => one.BroughtBy == member || one.Colleagues.Contains(member)).Select(one => one.Member);
            var forgotten = false;
            await registrations.Change(
                gathering.Id,
                [member, .. naming.Where(one => one != member)],
                (sheet, found) =>
                {
                    forgotten = found.ContainsKey(member) || found.Count > 0 || sheet.Caterer == member;
                    return forgotten ? ForgetRules.Forget(sheet, member, found, clock.GetUtcNow()) : RegistrationChange.Nothing(sheet);
                },
                cancellationToken);
            if (forgotten) shared.Changed(InvitationContent.Of(gathering.Id));
        }
    }
}
