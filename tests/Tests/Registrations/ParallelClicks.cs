using System.Collections.Immutable;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;
using LeerkringBot.Domain.Registrations;
using LeerkringBot.Infrastructure.Gatherings;
using LeerkringBot.Infrastructure.Members;
using LeerkringBot.Infrastructure.Polls;
using LeerkringBot.Infrastructure.Registrations;
using LeerkringBot.Infrastructure.Storage;
using LeerkringBot.Infrastructure.Work;
using Microsoft.Extensions.Logging.Abstractions;

namespace LeerkringBot.Tests.Registrations;

/// <summary>What must hold when many click at once, on two instances, whatever stores it.</summary>
public abstract class ParallelClicks
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task Many_people_for_few_places_never_get_one_too_many_and_everybody_else_waits_in_line()
    {
        var tables = await Tables();
        var instances = Enumerable.Range(0, 2).Select(_ => new Instance(tables)).ToList();
        var gathering = await instances[0].Open(capacity: 5);

        await Task.WhenAll(Enumerable.Range(0, 24).Select(i => Task.Run(() => instances[i % 2].Come(gathering, i % 12))));

        var (sheet, all) = await instances[1].State(gathering);
        Assert.Equal(5, sheet.Participants);
        Assert.Equal(7, sheet.Waiting.Count);
        Assert.Equal(12, all.Count);
        Assert.Equal(12, all.Select(one => one.Ticket).Distinct().Count());
        Assert.Equal(13, sheet.NextTicket);
        Assert.Equal(sheet.Waiting.Select(place => place.Ticket).Order(), sheet.Waiting.Select(place => place.Ticket));
    }

    [Fact]
    public async Task Cancelling_while_others_register_keeps_sheet_and_registrations_alike_and_leaves_a_notice_per_promotion()
    {
        var tables = await Tables();
        var instances = Enumerable.Range(0, 2).Select(_ => new Instance(tables)).ToList();
        var gathering = await instances[0].Open(capacity: 3);
        for (var i = 0; i < 6; i++) await instances[0].Come(gathering, i);

        await Task.WhenAll(
            Task.Run(() => instances[0].Decline(gathering, 0)),
            Task.Run(() => instances[1].Decline(gathering, 1)),
            Task.Run(() => instances[1].Come(gathering, 6)),
            Task.Run(() => instances[0].Come(gathering, 7)));

        var (sheet, all) = await instances[0].State(gathering);
        Assert.Equal(3, sheet.Participants);
        Assert.Equal([.. all.Where(one => one.Wants).Select(one => MyRegistration.Of(sheet, one)).OfType<MyRegistration.Coming>()], Enumerable.Repeat(new MyRegistration.Coming(), 3));
        Assert.Equal(all.Count(one => one.Wants), sheet.Participants + sheet.Waiting.Count);
        var notices = await tables[TableNames.Gatherings].Begins(gathering.Series, "o|", TestContext.Current.CancellationToken).List(TestContext.Current.CancellationToken);
        Assert.Equal(2, notices.Count);
    }

    [Fact]
    public async Task Everything_at_once_on_two_dates_leaves_counters_that_are_what_the_registrations_say()
    {
        const int people = 8;
        var tables = await Tables();
        var instances = Enumerable.Range(0, 2).Select(_ => new Instance(tables)).ToList();
        await instances[0].Know(people);
        var series = Key.New();
        var (here, there) = (await instances[0].Open(4, series, "here"), await instances[0].Open(3, series, "there"));

        await Task.WhenAll(Enumerable.Range(0, 64).Select(i => Task.Run(async () =>
        {
            var (instance, who) = (instances[i % 2], (i / 2) % people);
            await ((i / 16) switch
            {
                0 => instance.Register(here, who, i % 3 == 0 ? "m1" : "m2", "a1"),
                1 => (i % 2) == 0 ? instance.Bring(here, who, (who + 3) % people) : instance.Move(who, here, there),
                2 => (i % 3) == 0 ? instance.Decline(here, who) : instance.Register(here, who, "m1", "a1"),
                _ => (i % 2) == 0 ? instance.Cancel(here, who, (who + 3) % people) : instance.Move(who, there, here),
            });
        })));

        foreach (var gathering in new[] { here, there })
        {
            var (sheet, all) = await instances[1].State(gathering);
            var coming = all.Where(one => MyRegistration.Of(sheet, one) is MyRegistration.Coming).ToList();
            Assert.Equal(coming.GroupBy(one => one.Affiliation).ToDictionary(group => group.Key, group => group.Count()), sheet.Coming);
            Assert.InRange(sheet.FreePlaces, 0, 4);
            Assert.Equal(all.Count(one => one.Wants), sheet.Participants + sheet.Waiting.Count);
            Assert.Equal(sheet.Waiting.Select(place => place.Ticket).Order(), sheet.Waiting.Select(place => place.Ticket));
            foreach (var (id, track) in sheet.Tracks)
            {
                Assert.Equal(coming.Count(one => one.Tracks.Contains(id)), track.Taken + track.Waiting.Count);
                Assert.InRange(track.FreePlaces, 0, 2);
            }
        }

        Assert.NotEmpty((await instances[0].State(there)).All);
    }

    /// <summary>Empty tables, made.</summary>
    protected abstract Task<ITables> Tables();

    private sealed class Instance(ITables tables)
    {
        private readonly RegistrationStore registrations = new(tables, new OutboxRelay(tables, null!, TimeProvider.System, NullLogger<OutboxRelay>.Instance), TimeProvider.System);

        public static Member Member(int number, string municipality) =>
            new(new($"member-{number}"), $"Persoon {number}", null, Language.Dutch, new Affiliation.OfMunicipality(MunicipalityCode.Parse(municipality)), Now);

        public async Task Know(int people)
        {
            for (var i = 0; i < people; i++)
            {
                var member = Member(i, $"GM000{i % 4}");
                await Members.Change(member.Id, _ => member, TestContext.Current.CancellationToken);
            }
        }

        public Task<GatheringId> Open(int capacity) => Open(capacity, Key.New(), "item");

        public async Task<GatheringId> Open(int capacity, string series, string item)
        {
            var day = DutchTime.DayOf(Now).AddDays(20);
            var gathering = new Gathering
            {
                Id = new(series, item),
                Title = "Proef",
                Kind = "werksessie",
                Why = "Daarom.",
                Date = day,
                Start = new(13, 30),
                End = new(16, 30),
                Place = new("Stadhuis", "Plein 1"),
                Programme = [],
                Audience = [],
                Hosts = [],
                RegisterBefore = day,
                Contact = "a@b.example",
                Capacity = capacity,
                Rounds = item == "item" ? [] :
                [
                    new("ochtend", new(9, 0), new(11, 0), [new("m1", "Een", 2), new("m2", "Twee", 2)]),
                    new("middag", new(12, 0), new(13, 0), [new("a1", "Drie", 2)]),
                ],
            };
            await Gatherings.Add(gathering, TestContext.Current.CancellationToken);
            return gathering.Id;
        }

        public Task<RegistrationOutcome> Come(GatheringId gathering, int number) =>
            Answer().Come(Person(number), gathering, TestContext.Current.CancellationToken);

        public Task Register(GatheringId gathering, int number, params string[] tracks) =>
            Answer().Register(Person(number), gathering, new([.. tracks], ImmutableDictionary<string, string>.Empty, null), TestContext.Current.CancellationToken);

        public Task Bring(GatheringId gathering, int number, int colleague) =>
            Colleagues.Bring(Person(number), gathering, [Person(colleague).Id], [], together: true, TestContext.Current.CancellationToken);

        public Task Cancel(GatheringId gathering, int number, int colleague) =>
            Colleagues.Cancel(Person(number).Id, gathering, Person(colleague).Id, TestContext.Current.CancellationToken);

        public Task Move(int number, GatheringId from, GatheringId to) =>
            new MoveRegistration(registrations, Gatherings, TimeProvider.System).Move(Person(number).Id, from, to, TestContext.Current.CancellationToken);

        public Task<RegistrationOutcome> Decline(GatheringId gathering, int number) =>
            Answer().Decline(Person(number), gathering, TestContext.Current.CancellationToken);

        public async Task<(RegistrationSheet Sheet, IReadOnlyList<Registration> All)> State(GatheringId gathering) =>
            ((await registrations.Sheet(gathering, TestContext.Current.CancellationToken))!, await registrations.All(gathering, TestContext.Current.CancellationToken));

        private static Person Person(int number)
        {
            var member = Member(number, $"GM000{number % 4}");
            return new(member.Id, Language.Dutch, Task.FromResult(member));
        }

        private MemberStore Members => new(tables);

        private GatheringStore Gatherings => new(tables, registrations, TimeProvider.System);

        private BringColleagues Colleagues => new(registrations, Members, TimeProvider.System);

        private AnswerInvitation Answer() => new(registrations, TimeProvider.System);
    }
}
