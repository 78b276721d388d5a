using System.Collections.Immutable;

namespace LeerkringBot.Domain.Registrations;

/// <summary>"Neem je collega mee". Who brings somebody can cancel for them; they can do so themselves too.</summary>
public static class ColleagueRules
{
    /// <summary>Registers colleagues with the tracks of the one who brings them.</summary>
    /// <param name="sheet">As it stands.</param>
    /// <param name="mine">Of the one who brings them.</param>
    /// <param name="colleagues">Whom they bring.</param>
    /// <param name="known">Registrations of these colleagues, where there are.</param>
    /// <param name="together">They get places all at once or not yet. Who waits already begins at the end of the line then: nobody is overtaken.</param>
    /// <param name="now">The moment.</param>
    public static RegistrationChange<ColleagueOutcome> Bring(
        RegistrationSheet sheet,
        Registration? mine,
        IReadOnlyCollection<Colleague> colleagues,
        IReadOnlyDictionary<MemberId, Registration> known,
        bool together,
        DateTimeOffset now)
    {
        if (Admission.IsOver(sheet, now)) return Nothing(new ColleagueOutcome.Over(sheet, mine));
        if (mine is not { Wants: true }) return Nothing(new ColleagueOutcome.RegisterFirst(sheet, mine));
        if (now >= sheet.ClosesAt) return Nothing(new ColleagueOutcome.Closed(sheet, mine));

        ImmutableArray<MemberId> already = [.. colleagues.Select(one => one.Member).Where(member => member == mine.Member || known.GetValueOrDefault(member) is { Wants: true }).Distinct()];
        ImmutableArray<MemberId> unwilling = [.. colleagues.Select(one => one.Member).Except(already).Where(member => known.TryGetValue(member, out var one) && one.Guest is null)];
        var added = ImmutableArray.CreateBuilder<Registration>();
        var newcomers = ImmutableArray.CreateBuilder<WaitingPlace>();
        var next = sheet;
        foreach (var colleague in colleagues.DistinctBy(one => one.Member).Where(one => !already.Contains(one.Member) && !unwilling.Contains(one.Member)))
        {
            (next, var ticket) = next.WithTicket();
            var affiliation = colleague.Affiliation ?? mine.Affiliation;
            added.Add(new(colleague.Member, true, affiliation, ticket, now)
            {
                Tracks = mine.Tracks,
                BroughtBy = mine.Member,
                Guest = colleague.Guest,
                Sequence = known.TryGetValue(colleague.Member, out var before) ? before.Sequence + 1 : 0,
            });
            newcomers.Add(new(colleague.Member, affiliation, ticket) { Tracks = mine.Tracks });
        }

        if (added.Count == 0) return Nothing(new ColleagueOutcome.Brought(sheet, mine, [], already, unwilling));
        var bringer = mine with { Colleagues = [.. mine.Colleagues.Union(added.Select(one => one.Member))] };
        var (joined, party) = together ? Together(next, mine.Member, newcomers.ToImmutable()) : (next, newcomers.ToImmutable());
        var (entered, notices) = Admission.Ask(joined, party, now);
        return new(
            new ColleagueOutcome.Brought(entered, bringer, added.ToImmutable(), already, unwilling),
            entered,
            [bringer, .. added],
            [.. Admission.Without(notices, [mine.Member]), .. added.Select(one => new RegistrationNotice(one.Member, RegistrationNoticeKind.Brought, one.Ticket))]);
    }

    /// <summary>The one who brought somebody cancels for them.</summary>
    public static RegistrationChange<ColleagueOutcome> Cancel(RegistrationSheet sheet, MemberId by, Registration? colleague, DateTimeOffset now)
    {
        if (colleague is null || colleague.BroughtBy != by) return Nothing(new ColleagueOutcome.NotYours());
        var change = RegistrationRules.Decline(sheet, colleague, colleague.Member, colleague.Affiliation, now);
        return change.Outcome switch
        {
            RegistrationOutcome.Over => Nothing(new ColleagueOutcome.Over(sheet, colleague)),
            _ when change.Sheet is null => Nothing(new ColleagueOutcome.Cancelled(sheet, colleague)),
            _ => new(
                new ColleagueOutcome.Cancelled(change.Sheet, change.Registrations[0]),
                change.Sheet,
                change.Registrations,
                change.Notices.Add(new(colleague.Member, RegistrationNoticeKind.CancelledForYou, colleague.Ticket)))
            {
                Wishes = change.Wishes,
            },
        };
    }

    // Who waits already, and whoever came with them, stands behind everybody else now. Who waits for confirmation has no turn yet to lose.
    private static (RegistrationSheet, ImmutableArray<WaitingPlace>) Together(RegistrationSheet sheet, MemberId bringer, ImmutableArray<WaitingPlace> newcomers)
    {
        if (sheet.Requests.Find(place => place.Member == bringer) is { } request)
        {
            var party = request.Party ?? request.Ticket;
            return (sheet with { Requests = sheet.Requests.Replace(request, request with { Party = party }) }, [.. newcomers.Select(place => place with { Party = party })]);
        }

        if (sheet.Waiting.Find(place => place.Member == bringer) is not { } own) return (sheet, Party(newcomers));
        var old = WaitingList.PartyOf(sheet.Waiting, own);
        var next = sheet with { Waiting = sheet.Waiting.RemoveAll(old.Contains) };
        var again = ImmutableArray.CreateBuilder<WaitingPlace>();
        foreach (var place in old)
        {
            (next, var ticket) = next.WithTicket();
            again.Add(place with { Ticket = ticket, OfferedAt = null });
        }

        return (next, Party([.. newcomers, .. again]));
    }

    private static ImmutableArray<WaitingPlace> Party(ImmutableArray<WaitingPlace> places) =>
        places.Length < 2 ? places : [.. places.Select(place => place with { Party = places[0].Ticket })];

    private static RegistrationChange<ColleagueOutcome> Nothing(ColleagueOutcome outcome) => RegistrationChange.Nothing(outcome);
}
