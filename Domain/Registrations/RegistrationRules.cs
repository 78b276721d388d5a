using System.Collections.Immutable;

namespace LeerkringBot.Domain.Registrations;

/// <summary>Answering an invitation, as pure functions of the sheet, the person's registration and the moment.</summary>
public static class RegistrationRules
{
    /// <summary>The person wants to come. Saying so twice means the same.</summary>
    public static RegistrationChange<RegistrationOutcome> Come(RegistrationSheet sheet, Registration? mine, MemberId member, string affiliation, DateTimeOffset now)
    {
        if (Admission.IsOver(sheet, now)) return Nothing(new RegistrationOutcome.Over(sheet, mine));
        switch (MyRegistration.Of(sheet, mine))
        {
            case MyRegistration.Waiting { Offered: true }:
                return Accept(sheet, mine!, now);
            case MyRegistration.Coming or MyRegistration.Waiting or MyRegistration.Provisional:
                return mine!.Affiliation == affiliation ? Nothing(new RegistrationOutcome.Stands(sheet, mine)) : Reaffiliate(sheet, mine, affiliation);
        }

        if (now >= sheet.ClosesAt) return Nothing(new RegistrationOutcome.Closed(sheet, mine));
        return sheet.AsksFirst ? Nothing(new RegistrationOutcome.QuestionsFirst(sheet, mine)) : Enrol(sheet, mine, member, affiliation, null, now);
    }

    /// <summary>The person wants to come with these tracks and answers, or changes them. Possible until registering closes.</summary>
    public static RegistrationChange<RegistrationOutcome> Register(RegistrationSheet sheet, Registration? mine, MemberId member, string affiliation, RegistrationForm form, DateTimeOffset now)
    {
        if (Admission.IsOver(sheet, now)) return Nothing(new RegistrationOutcome.Over(sheet, mine));
        if (now >= sheet.ClosesAt) return Nothing(new RegistrationOutcome.Closed(sheet, mine));
        return mine is { Wants: true }
            ? Fill(sheet, mine, form, now)
            : Enrol(sheet, mine, member, affiliation, form, now);
    }

    /// <summary>The person does not come, or no longer. Possible until the end; saying so twice means the same.</summary>
    public static RegistrationChange<RegistrationOutcome> Decline(RegistrationSheet sheet, Registration? mine, MemberId member, string affiliation, DateTimeOffset now)
    {
        if (Admission.IsOver(sheet, now)) return Nothing(new RegistrationOutcome.Over(sheet, mine));
        if (mine is null) return Changed(sheet, new(member, false, affiliation, 0, now), now);
        if (MyRegistration.Of(sheet, mine) is MyRegistration.NotComing) return Nothing(new RegistrationOutcome.Stands(sheet, mine));
        return Changed(mine.Wants ? Admission.Leave(sheet, mine) : sheet, Admission.Left(mine, now), now) with { Wishes = Admission.WishesOf(mine) };
    }

    /// <summary>Counted under another municipality from now on.</summary>
    public static RegistrationChange<RegistrationOutcome> Reaffiliate(RegistrationSheet sheet, Registration mine, string affiliation)
    {
        var registration = mine with { Affiliation = affiliation };
        var next = MyRegistration.Of(sheet, mine) switch
        {
            MyRegistration.Coming => sheet.WithoutParticipant(mine.Affiliation).WithParticipant(affiliation),
            _ => InLine(sheet, mine.Member, place => place with { Affiliation = affiliation }),
        };
        return new(new RegistrationOutcome.Stands(next, registration), next, [registration], []);
    }

    /// <summary>An hour after an offer the next in line gets it too.</summary>
    public static RegistrationChange<RegistrationSheet> OfferOn(RegistrationSheet sheet, DateTimeOffset now)
    {
        var (moved, notices) = WaitingList.Move(sheet, now);
        return new(moved, notices.IsEmpty ? null : moved, [], notices);
    }

    private static RegistrationChange<RegistrationOutcome> Enrol(RegistrationSheet sheet, Registration? mine, MemberId member, string affiliation, RegistrationForm? form, DateTimeOffset now)
    {
        var (ticketed, ticket) = sheet.WithTicket();
        var before = mine ?? new(member, false, affiliation, 0, now);
        var (noted, registration, wishes) = Note(ticketed, before with
        {
            Wants = true,
            Refusal = null,
            Affiliation = affiliation,
            Ticket = ticket,
            At = now,
            Tracks = TrackPlaces.Possible(sheet, before.Tracks),
            Sequence = before.Sequence + (mine is null ? 0 : 1),
            // Who registers themselves isn't brought by anybody any more.
            BroughtBy = null,
        }, form);
        var (entered, notices) = Admission.Ask(noted, [new(member, affiliation, ticket) { Tracks = registration.Tracks }], now);
        return new(new RegistrationOutcome.Stands(entered, registration), entered, [registration], notices) { Wishes = wishes };
    }

    private static RegistrationChange<RegistrationOutcome> Fill(RegistrationSheet sheet, Registration mine, RegistrationForm form, DateTimeOffset now)
    {
        var (noted, registration, wishes) = Note(sheet, mine with { At = now }, form);
        var next = MyRegistration.Of(sheet, mine) switch
        {
            MyRegistration.Coming => TrackPlaces.Enter(
                TrackPlaces.Leave(noted, mine.Member, mine.Tracks.Except(registration.Tracks)),
                new(mine.Member, mine.Affiliation, mine.Ticket),
                registration.Tracks.Except(mine.Tracks)),
            _ => InLine(noted, mine.Member, place => place with { Tracks = registration.Tracks }),
        };
        return Changed(next, registration, now) with { Wishes = wishes };
    }

    // Somebody who waits, for a place or for confirmation, keeps their turn.
    private static RegistrationSheet InLine(RegistrationSheet sheet, MemberId member, Func<WaitingPlace, WaitingPlace> change)
    {
        return sheet with { Waiting = Changed(sheet.Waiting), Requests = Changed(sheet.Requests) };

        ImmutableList<WaitingPlace> Changed(ImmutableList<WaitingPlace> line) => [.. line.Select(place => place.Member == member ? change(place) : place)];
    }

    private static (RegistrationSheet, Registration, ImmutableArray<(MemberId, string)>) Note(RegistrationSheet sheet, Registration registration, RegistrationForm? form)
    {
        if (form is null) return (sheet, registration, []);
        var noted = registration with { Tracks = TrackPlaces.Possible(sheet, form.Tracks), Answers = form.Answers };
        if (form.Wishes is not { } text || (text.Length == 0 && !registration.HasWishes)) return (sheet, noted, []);
        var has = text.Length > 0;
        return (
            sheet with { Wishes = sheet.Wishes + (has ? 1 : 0) - (registration.HasWishes ? 1 : 0) },
            noted with { HasWishes = has },
            [(registration.Member, text)]);
    }

    // The whole party takes its places at once; who of it didn't click is told.
    private static RegistrationChange<RegistrationOutcome> Accept(RegistrationSheet sheet, Registration mine, DateTimeOffset now)
    {
        var place = sheet.Waiting.Find(one => one.Member == mine.Member)!;
        var party = WaitingList.PartyOf(sheet.Waiting, place);
        var change = Changed(party.Aggregate(sheet, WaitingList.Seat), mine with { At = now }, now);
        return change with
        {
            Notices = [.. Admission.Without(change.Notices, [.. party.Select(one => one.Member)]), .. party.Where(one => one.Member != mine.Member).Select(one => new RegistrationNotice(one.Member, RegistrationNoticeKind.Promoted, one.Ticket))],
        };
    }

    private static RegistrationChange<RegistrationOutcome> Changed(RegistrationSheet sheet, Registration mine, DateTimeOffset now)
    {
        var (moved, notices) = WaitingList.Move(sheet, now);
        return new(new RegistrationOutcome.Stands(moved, mine), moved, [mine], Admission.Without(notices, [mine.Member]));
    }

    private static RegistrationChange<RegistrationOutcome> Nothing(RegistrationOutcome outcome) => RegistrationChange.Nothing(outcome);
}
