using System.Collections.Immutable;
using CsCheck;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Registrations;

namespace LeerkringBot.Tests.Registrations;

/// <summary>The rules under random orders of events by many people.</summary>
public sealed class RegistrationRuleTests
{
    private static readonly DateTimeOffset Start = new(2027, 2, 4, 12, 30, 0, TimeSpan.Zero);

    private static readonly Gen<Step> Steps = Gen.Select(Gen.Int[0, 9], Gen.Int[0, 11], Gen.Int[1, 6], Gen.Int[0, 400]).Select(
        (kind, person, capacity, minutes) => kind switch
        {
            < 5 => (Step)new Step.Come(person),
            < 8 => new Step.Decline(person),
            8 => new Step.Capacity(capacity),
            _ => new Step.Pass(minutes),
        });

    [Fact]
    public void Never_more_confirmed_than_places_nobody_loses_a_confirmed_place_and_the_line_keeps_its_order() =>
        Steps.List[1, 60].Select(Gen.Int[1, 4], Gen.Int[0, 72]).Sample(
            (steps, capacity, hoursBefore) => Hold(steps, capacity, Start.AddHours(-hoursBefore)), iter: 5_000);

    [Fact]
    public void Every_click_repeated_changes_nothing() =>
        Steps.List[1, 40].Select(Gen.Int[1, 4]).Sample((steps, capacity) =>
        {
            var world = new World(capacity, Start.AddDays(-10));
            foreach (var step in steps)
            {
                world = world.After(step).World;
                if (step is Step.Pass or Step.Capacity) continue;
                var again = world.After(step);
                if (again.World.Sheet != world.Sheet || again.Notices.Length > 0) return false;
            }

            return true;
        }, iter: 2_000);

    private static bool Hold(List<Step> steps, int capacity, DateTimeOffset now)
    {
        var world = new World(capacity, now);
        foreach (var step in steps)
        {
            var (next, notices) = world.After(step);
            if (next.Sheet.FreePlaces < 0) return false;
            if (next.Sheet.Participants != next.Confirmed().Count) return false;

            var left = step is Step.Decline declined ? declined.Person : -1;
            if (world.Confirmed().Any(person => person != left && !next.Confirmed().Contains(person))) return false;

            // Those who wait in both keep their order; nobody is put before somebody who waited longer.
            var tickets = next.Sheet.Waiting.Select(place => place.Ticket).ToList();
            if (!tickets.SequenceEqual(tickets.Order())) return false;
            if (notices.Any(notice => notice.Kind == RegistrationNoticeKind.Promoted)
                && world.Sheet.Waiting.TakeWhile(place => notices.Any(notice => notice.Member == place.Member)).Count() < notices.Length(world.Sheet)) return false;

            // Long before the start no place stays free while somebody waits.
            if (next.Now < Start - WaitingList.OfferPeriod && next.Sheet.FreePlaces > 0 && !next.Sheet.Waiting.IsEmpty) return false;
            world = next;
        }

        return true;
    }

    private static Gathering Of(int places)
    {
        var start = DutchTime.WallClock(Start);
        var day = DateOnly.FromDateTime(start);
        return new()
        {
            Id = new("s", "g"),
            Title = "Proef",
            Kind = "werksessie",
            Why = "Daarom.",
            Date = day,
            Start = TimeOnly.FromDateTime(start),
            End = TimeOnly.FromDateTime(start).AddHours(3),
            Place = new("Stadhuis", "Plein 1"),
            Programme = [],
            Audience = [],
            Hosts = [],
            RegisterBefore = day,
            Contact = "a@b.example",
            Capacity = places,
        };
    }

    private abstract record Step
    {
        public sealed record Come(int Person) : Step;

        public sealed record Decline(int Person) : Step;

        public sealed record Capacity(int Places) : Step;

        public sealed record Pass(int Minutes) : Step;
    }

    private sealed record World(RegistrationSheet Sheet, ImmutableDictionary<MemberId, Registration> People, DateTimeOffset Now)
    {
        public World(int capacity, DateTimeOffset now)
            : this(
                new RegistrationSheet
                {
                    Gathering = new("s", "g"),
                    Capacity = capacity,
                    ClosesAt = Start.AddHours(-2),
                    StartsAt = Start,
                    EndsAt = Start.AddHours(3),
                },
                ImmutableDictionary<MemberId, Registration>.Empty,
                now)
        {
        }

        public HashSet<int> Confirmed() => [.. People.Values
            .Where(one => MyRegistration.Of(Sheet, one) is MyRegistration.Coming)
            .Select(one => int.Parse(one.Member.ToString(), System.Globalization.CultureInfo.InvariantCulture))];

        public (World World, ImmutableArray<RegistrationNotice> Notices) After(Step step)
        {
            switch (step)
            {
                case Step.Come(var person):
                    return Applied(person, (mine, id) => RegistrationRules.Come(Sheet, mine, id, person % 3 == 0 ? "org" : $"GM000{person % 5}", Now));
                case Step.Decline(var person):
                    return Applied(person, (mine, id) => RegistrationRules.Decline(Sheet, mine, id, "org", Now));
                case Step.Capacity(var places):
                    var changed = RegistrationRules.Revise(Sheet, Of(places), Now);
                    return (this with { Sheet = changed.Sheet ?? Sheet }, changed.Notices);
                default:
                    var later = Now.AddMinutes(((Step.Pass)step).Minutes);
                    var offered = RegistrationRules.OfferOn(Sheet, later);
                    return (this with { Now = later, Sheet = offered.Sheet ?? Sheet }, offered.Notices);
            }
        }

        private (World, ImmutableArray<RegistrationNotice>) Applied(int person, Func<Registration?, MemberId, RegistrationChange<RegistrationOutcome>> rule)
        {
            var id = new MemberId(person.ToString(System.Globalization.CultureInfo.InvariantCulture));
            var change = rule(People.GetValueOrDefault(id), id);
            return (this with { Sheet = change.Sheet ?? Sheet, People = change.Mine is { } mine ? People.SetItem(id, mine) : People }, change.Notices);
        }
    }
}

file static class NoticeCounting
{
    /// <summary>Notices to people who waited before.</summary>
    public static int Length(this ImmutableArray<RegistrationNotice> notices, RegistrationSheet before) =>
        notices.Count(notice => notice.Kind == RegistrationNoticeKind.Promoted && before.Waiting.Any(place => place.Member == notice.Member));
}
