using System.Collections.Immutable;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;
using LeerkringBot.Domain.Registrations;
using LeerkringBot.Infrastructure.Gatherings;
using LeerkringBot.Infrastructure.Members;
using LeerkringBot.Infrastructure.Networks;
using LeerkringBot.Infrastructure.Polls;
using LeerkringBot.Infrastructure.Registrations;
using LeerkringBot.Infrastructure.Storage;
using LeerkringBot.Infrastructure.Work;

namespace LeerkringBot.Benchmarks;

/// <summary>Fills a store with the <see cref="Population"/>, through the bot's own stores. Half of those invited come already, so that the gatherings are of a usual size.</summary>
internal static class Seeding
{
    private static readonly ParallelOptions AtOnce = new() { MaxDegreeOfParallelism = 16 };

    public static async Task Fill(ITables tables, CancellationToken cancellationToken)
    {
        var clock = TimeProvider.System;
        var now = clock.GetUtcNow();
        await tables.Create(cancellationToken);

        var outbox = new OutboxRelay(tables, new NoQueue(), clock, Microsoft.Extensions.Logging.Abstractions.NullLogger<OutboxRelay>.Instance);
        var registrations = new RegistrationStore(tables, outbox, clock);
        var gatherings = new GatheringStore(tables, registrations, clock);
        for (var i = 0; i < Population.Gatherings; i++) await gatherings.Add(Gathering(Population.GatheringOf(i), DutchTime.DayOf(now).AddDays(35)), cancellationToken);

        var polls = new PollStore(tables, outbox, clock);
        for (var i = 0; i < Population.Polls; i++) await polls.Add(ThorbeckePoll.Create(Population.Poll(i), now.AddDays(21)), cancellationToken);

        var members = new MemberStore(tables);
        await Parallel.ForAsync(0, Population.Members, AtOnce, async (index, token) =>
            await members.Change(new(Population.ObjectId(index)), _ => Population.Member(index, now), token));

        var answer = new AnswerInvitation(registrations, clock);
        await Parallel.ForAsync(0, Population.Members / 2, AtOnce, async (half, token) =>
        {
            var member = Population.Member(2 * half, now);
            await answer.Come(new(member.Id, member.Language, Task.FromResult(member)), Population.GatheringOf(2 * half), token);
        });

        // Last: the bot loads its sample network into a store without a network.
        await new NetworkStore(tables, clock).Save(Network(), cancellationToken);
    }

    private static Network Network() => new(
        "Leerkring onder druk",
        "secretariaat@leerkring.example",
        Enumerable.Range(0, Population.Municipalities)
            .Select(index => new Municipality(Population.Municipality(index), $"Gemeente {index}", [$"gemeente{index}.example"]))
            .ToImmutableSortedDictionary(municipality => municipality.Code.ToString(), municipality => municipality, StringComparer.Ordinal));

    // As long as the kick-off in Waalwijk, whose card is of a usual size.
    private static Gathering Gathering(GatheringId id, DateOnly date) => new()
    {
        Id = id,
        Title = "Kick-off leerkring Democratische vernieuwing",
        Kind = "werksessie",
        Why = "Bent u in uw gemeente bezig met democratische vernieuwing, of wilt u ermee beginnen? In deze leerkring leren gemeenten van elkaar.\n\nTijdens de kick-off maken we kennis, horen we wat er al loopt en kiezen we samen de onderwerpen van het komende jaar.",
        Date = date,
        Start = new(13, 30),
        End = new(16, 30),
        Place = new("Stadhuis Waalwijk", "Taxandriaweg 6, Waalwijk"),
        Programme =
        [
            new(new(13, 0), new(13, 30), "Inloop met koffie en thee"),
            new(new(13, 30), new(13, 45), "Welkom"),
            new(new(13, 45), new(14, 45), "Wat er al loopt: een ronde langs de gemeenten"),
            new(new(14, 45), new(15, 0), "Pauze"),
            new(new(15, 0), new(16, 15), "Welke onderwerpen kiezen we?"),
            new(new(16, 15), new(16, 30), "Afspraken en afsluiting"),
        ],
        Audience = ["griffiers", "burgemeesters", "wethouders", "raadsleden", "ambtenaren"],
        Hosts = ["Democratie in Actie", "VNG"],
        RegisterBefore = date.AddDays(-6),
        Contact = "secretariaat@leerkring.example",
    };
}
