using System.Collections.Immutable;

namespace LeerkringBot.Domain.Registrations;

/// <summary>The rules, as pure functions of the sheet, the person's registration and the moment.</summary>
public static class RegistrationRules
{
    /// <summary>The person wants to come. Saying so twice means the same.</summary>
    public static RegistrationChange<RegistrationOutcome> Come(RegistrationSheet sheet, Registration? mine, MemberId member, string affiliation, DateTimeOffset now)
    {
        var standing = MyRegistration.Of(sheet, mine);
        if (IsOver(sheet, now)) return Nothing(new RegistrationOutcome.Over(sheet, standing));
        if (standing is MyRegistration.Coming && mine!.Affiliation != affiliation) return Changed(sheet.WithoutParticipant(mine.Affiliation).WithParticipant(affiliation), mine with { Affiliation = affiliation }, now);
        if (standing is MyRegistration.Coming or MyRegistration.Waiting { Offered: false }) return Nothing(new RegistrationOutcome.Stands(sheet, standing));
        if (standing is MyRegistration.Waiting { Offered: true }) return Accept(sheet, mine!, now);
        if (now >= sheet.ClosesAt) return Nothing(new RegistrationOutcome.Closed(sheet, standing));

        var registration = new Registration(member, true, affiliation, sheet.NextTicket, now);
        var ticketed = sheet with { NextTicket = sheet.NextTicket + 1 };
        // Free places that those who wait will be offered are not free for a newcomer.
        var next = sheet.FreePlaces > sheet.Waiting.Count
            ? ticketed.WithParticipant(affiliation)
            : ticketed with { Waiting = ticketed.Waiting.Add(new(member, affiliation, registration.Ticket)) };
        return Changed(next, registration, now);
    }

    /// <summary>The person does not come, or no longer. Possible until the end; saying so twice means the same.</summary>
    public static RegistrationChange<RegistrationOutcome> Decline(RegistrationSheet sheet, Registration? mine, MemberId member, string affiliation, DateTimeOffset now)
    {
        var standing = MyRegistration.Of(sheet, mine);
        if (IsOver(sheet, now)) return Nothing(new RegistrationOutcome.Over(sheet, standing));
        if (standing is MyRegistration.NotComing) return Nothing(new RegistrationOutcome.Stands(sheet, standing));

        var next = standing switch
        {
            MyRegistration.Coming => sheet.WithoutParticipant(mine!.Affiliation),
            MyRegistration.Waiting => sheet with { Waiting = sheet.Waiting.RemoveAll(place => place.Member == member) },
            _ => sheet,
        };
        return Changed(next, new Registration(member, false, mine?.Affiliation ?? affiliation, mine?.Ticket ?? 0, now), now);
    }

    /// <summary>The sheet follows the gathering's details. More places move the waiting list; fewer than are confirmed are refused.</summary>
    public static RegistrationChange<RevisionOutcome> Revise(RegistrationSheet sheet, Gathering revised, DateTimeOffset now)
    {
        if (revised.Capacity < 1 || revised.Capacity < sheet.Participants) return new(new RevisionOutcome.TooFewPlaces(null, Math.Max(1, sheet.Participants)), null, null, []);
        var (moved, notices) = WaitingList.Move(sheet.Follow(revised), now);
        return new(new RevisionOutcome.Revised(revised), moved, null, notices);
    }

    /// <summary>An hour after an offer the next in line gets it too.</summary>
    public static RegistrationChange<RegistrationSheet> OfferOn(RegistrationSheet sheet, DateTimeOffset now)
    {
        var (moved, notices) = WaitingList.Move(sheet, now);
        return new(moved, notices.IsEmpty ? null : moved, null, notices);
    }

    private static RegistrationChange<RegistrationOutcome> Accept(RegistrationSheet sheet, Registration mine, DateTimeOffset now)
    {
        var next = (sheet with { Waiting = sheet.Waiting.RemoveAll(place => place.Member == mine.Member) }).WithParticipant(mine.Affiliation);
        return Changed(next, mine with { At = now }, now);
    }

    private static RegistrationChange<RegistrationOutcome> Changed(RegistrationSheet sheet, Registration mine, DateTimeOffset now)
    {
        var (moved, notices) = WaitingList.Move(sheet, now);
        return new(new RegistrationOutcome.Stands(moved, MyRegistration.Of(moved, mine)), moved, mine, notices);
    }

    private static bool IsOver(RegistrationSheet sheet, DateTimeOffset now) => sheet.IsCancelled || now >= sheet.EndsAt;

    private static RegistrationChange<RegistrationOutcome> Nothing(RegistrationOutcome outcome) => new(outcome, null, null, []);
}
