using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Bot.Ideas;
using LeerkringBot.Bot.Web;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Registrations;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Registrations;

namespace LeerkringBot.Bot.Registrations;

/// <summary>Makes invitation cards of what stands in storage.</summary>
public sealed class Invitations(IGatherings gatherings, IRegistrationStore registrations, IMembers members, Links links, IdeaDoors ideas, TimeProvider clock)
{
    /// <param name="gathering">A <see cref="GatheringId"/> as a card carried it; may be anything.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The gathering and its sheet, both as they stand; null when there is no such gathering.</returns>
    public async Task<(Gathering Gathering, RegistrationSheet Sheet)?> Current(string gathering, CancellationToken cancellationToken) =>
        GatheringId.TryParse(gathering, out var id)
        && await registrations.Sheet(id, cancellationToken) is { } sheet
        && await gatherings.Find(id, sheet.Revision, cancellationToken) is { } found
            ? (found, sheet)
            : null;

    /// <summary>For everybody to see: no person, no state of anybody, Dutch.</summary>
    /// <returns>Null when there is no such gathering.</returns>
    public async Task<ChannelCard?> Neutral(GatheringId id, CancellationToken cancellationToken)
    {
        var finding = gatherings.Find(id, cancellationToken);
        var sheet = await registrations.Sheet(id, cancellationToken);
        await finding;
        return sheet is not null && await gatherings.Find(id, sheet.Revision, cancellationToken) is { } gathering
            ? new(InvitationCard.Render(new(gathering, sheet, null, clock.GetUtcNow()) { Foot = ideas.Of(gathering, Texts.Dutch) }, Texts.Dutch), gathering.EndsAt)
            : null;
    }

    /// <returns>Null when there is no such gathering.</returns>
    public Task<AdaptiveCard?> Personal(GatheringId id, Member member, Texts texts, CancellationToken cancellationToken) =>
        Personal(id, member, (_, _) => (true, null), texts, cancellationToken);

    /// <param name="id">Which gathering.</param>
    /// <param name="member">Who sees it.</param>
    /// <param name="look">Given what stands and who brought the person: whether there is still something to tell, and what stands above the card.</param>
    /// <param name="texts">In the person's language.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Null when there is no such gathering, or nothing to tell.</returns>
    public async Task<AdaptiveCard?> Personal(
        GatheringId id,
        Member member,
        Func<Invitation, MyRegistration, (bool IsTrue, string? Notice)> look,
        Texts texts,
        CancellationToken cancellationToken)
    {
        var finding = gatherings.Find(id, cancellationToken);
        var reading = registrations.Read(id, member.Id, cancellationToken);
        await finding;
        if (await reading is not var (sheet, registration) || await gatherings.Find(id, sheet.Revision, cancellationToken) is not { } gathering) return null;
        var view = await View(gathering, sheet, registration, member, texts, cancellationToken);
        return look(view, MyRegistration.Of(sheet, registration)) is (true, var notice) ? InvitationCard.Render(view, texts, notice) : null;
    }

    /// <summary>After an answer: what was read for it isn't read again.</summary>
    public async Task<AdaptiveCard> Answered(Gathering gathering, RegistrationSheet sheet, Registration? registration, Person who, string? notice, Texts texts, CancellationToken cancellationToken) =>
        InvitationCard.Render(await View(gathering, sheet, registration, await who.Member, texts, cancellationToken), texts, notice);

    /// <summary>What is coming, with where a member stands.</summary>
    public async Task<IReadOnlyList<(Gathering Gathering, MyRegistration Mine)>> Agenda(MemberId member, CancellationToken cancellationToken) =>
        [.. (await Coming(member, cancellationToken)).Select(one => (one.Gathering, MyRegistration.Of(one.Sheet, one.Mine)))];

    /// <summary>What the member answered to and is still to come.</summary>
    public async Task<IReadOnlyList<Invitation>> Mine(MemberId member, CancellationToken cancellationToken) =>
        [.. (await Coming(member, cancellationToken)).Where(one => one.Mine is not null).Select(one => new Invitation(one.Gathering, one.Sheet, new(one.Mine, ""), clock.GetUtcNow()))];

    private async Task<IEnumerable<(Gathering Gathering, RegistrationSheet Sheet, Registration? Mine)>> Coming(MemberId member, CancellationToken cancellationToken)
    {
        var coming = await gatherings.Coming(cancellationToken);
        var read = await Task.WhenAll(coming.Select(gathering => registrations.Read(gathering.Id, member, cancellationToken)));
        return coming.Zip(read).Where(pair => pair.Second is not null).Select(pair => (pair.First, pair.Second!.Value.Sheet, pair.Second.Value.Mine));
    }

    private async Task<Invitation> View(Gathering gathering, RegistrationSheet sheet, Registration? registration, Member member, Texts texts, CancellationToken cancellationToken) =>
        new(
            gathering,
            sheet,
            new(registration, await links.Calendar(gathering.Id, member.Id, cancellationToken))
            {
                Role = member.Role,
                BroughtBy = registration?.BroughtBy is { } by ? (await members.Find(by, cancellationToken))?.Name ?? texts["Registration.AColleague"] : null,
                Colleagues = registration is null or { Colleagues.IsEmpty: true } ? [] : await Colleagues(gathering.Id, sheet, registration, texts, cancellationToken),
                HasOtherDates = (await gatherings.InSeries(gathering.Id.Series, cancellationToken)).Any(other => other.Id != gathering.Id && other.Cancellation is null && clock.GetUtcNow() < other.EndsAt),
            },
            clock.GetUtcNow())
        {
            Foot = ideas.Of(gathering, texts),
        };

    private async Task<IReadOnlyList<BroughtColleague>> Colleagues(GatheringId id, RegistrationSheet sheet, Registration mine, Texts texts, CancellationToken cancellationToken)
    {
        var brought = (await registrations.Of(id, mine.Colleagues, cancellationToken)).Where(one => one.BroughtBy == mine.Member);
        return await Task.WhenAll(brought.Select(async one => new BroughtColleague(
            one.Member,
            one.Guest?.Name ?? (await members.Find(one.Member, cancellationToken))?.Name ?? texts["Registration.AColleague"],
            MyRegistration.Of(sheet, one),
            one.Guest is null ? null : await links.Registration(id, one.Member, cancellationToken))));
    }
}
