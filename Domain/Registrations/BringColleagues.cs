using System.Collections.Immutable;

namespace LeerkringBot.Domain.Registrations;

/// <summary>"Neem je collega mee": somebody who comes registers others, and can cancel for them.</summary>
public sealed class BringColleagues(IRegistrationStore registrations, IMembers members, TimeProvider clock)
{
    /// <param name="who">Who brings them.</param>
    /// <param name="gathering">To which gathering.</param>
    /// <param name="people">Members by id.</param>
    /// <param name="guests">Others by name and address; who turns out to be a member is registered as one.</param>
    /// <param name="together">They only come together.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<ColleagueOutcome> Bring(Person who, GatheringId gathering, ImmutableArray<MemberId> people, ImmutableArray<Guest> guests, bool together, CancellationToken cancellationToken)
    {
        var known = await members.All(cancellationToken);
        ImmutableArray<Colleague> colleagues =
        [
            .. people.Select(id => known.FirstOrDefault(member => member.Id == id)).Where(member => member is not null).Select(member => Of(member!)),
            .. guests.Select(guest => known.FirstOrDefault(member => member.Email == guest.Email) is { } member
                ? Of(member)
                : new Colleague(Guest.KeyOf(guest.Email, gathering.Series), null, guest)),
        ];
        return await registrations.Change<ColleagueOutcome>(
            gathering,
            [who.Id, .. colleagues.Select(colleague => colleague.Member).Distinct().Where(member => member != who.Id)],
            (sheet, found) => ColleagueRules.Bring(sheet, found.GetValueOrDefault(who.Id), colleagues, found, together, clock.GetUtcNow()),
            cancellationToken) ?? new ColleagueOutcome.UnknownGathering();

        Colleague Of(Member member) => new(member.Id, member.Affiliation is { } theirs ? AffiliationKey.Of(theirs) : null, null);
    }

    public async Task<ColleagueOutcome> Cancel(MemberId by, GatheringId gathering, MemberId colleague, CancellationToken cancellationToken) =>
        await registrations.Change(
            gathering,
            [colleague],
            (sheet, found) => ColleagueRules.Cancel(sheet, by, found.GetValueOrDefault(colleague), clock.GetUtcNow()),
            cancellationToken) ?? new ColleagueOutcome.UnknownGathering();

    /// <summary>A guest takes the place that was offered; where none is, nothing changes.</summary>
    public async Task<RegistrationOutcome> AcceptAsGuest(GatheringId gathering, MemberId guest, CancellationToken cancellationToken) =>
        await registrations.Change(
            gathering,
            [guest],
            (sheet, found) => found.GetValueOrDefault(guest) is var mine && MyRegistration.Of(sheet, mine) is MyRegistration.Waiting { Offered: true }
                ? RegistrationRules.Come(sheet, mine, guest, mine!.Affiliation, clock.GetUtcNow())
                : RegistrationChange.Nothing<RegistrationOutcome>(new RegistrationOutcome.Stands(sheet, mine)),
            cancellationToken) ?? new RegistrationOutcome.UnknownGathering();

    /// <summary>A guest cancels, or is told again that it stands cancelled.</summary>
    public async Task<RegistrationOutcome> CancelAsGuest(GatheringId gathering, MemberId guest, CancellationToken cancellationToken) =>
        await registrations.Change(
            gathering,
            [guest],
            (sheet, found) => found.GetValueOrDefault(guest) is { } mine
                ? RegistrationRules.Decline(sheet, mine, guest, mine.Affiliation, clock.GetUtcNow())
                : RegistrationChange.Nothing<RegistrationOutcome>(new RegistrationOutcome.Stands(sheet, null)),
            cancellationToken) ?? new RegistrationOutcome.UnknownGathering();
}
