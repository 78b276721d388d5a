using LeerkringBot.Domain.Ideas;
using LeerkringBot.Infrastructure.Ideas;
using LeerkringBot.Infrastructure.Storage;
using LeerkringBot.Infrastructure.Work;
using LeerkringBot.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace LeerkringBot.Tests.Ideas;

/// <summary>What the clicks of one second share.</summary>
public sealed class SharedIdeasTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_two_changes_at_once_the_last_one_written_stands_whichever_is_told_last()
    {
        using var database = SqliteDatabase.Memory();
        var tables = new FaultyTables(new SqliteTables(database));
        await tables.Create(Cancel);
        // Within one second all the time.
        var clock = new FakeTimeProvider();
        var store = new IdeaStore(tables, new OutboxRelay(tables, null!, clock, NullLogger<OutboxRelay>.Instance), clock);
        var noted = (NoteOutcome.Noted)await new NoteIdea(store, clock).Note(new("Een idee", IdeaGroups.Sender(0)), "key", Cancel);
        Assert.Single(await store.Recent(Cancel));

        // Withdrawn right after support for it was written, and before this program heard so.
        var table = tables[TableNames.Ideas];
        table.FailAfter = _ =>
        {
            table.FailAfter = _ => false;
            new OwnIdea(store, clock).Withdraw(noted.Idea.Id, noted.Idea.Sender, Cancel).GetAwaiter().GetResult();
            return false;
        };
        await new SupportIdea(store).Support(noted.Idea.Id, IdeaGroups.Member(1), Cancel);

        Assert.Empty(await store.Recent(Cancel));
    }

    [Fact]
    public async Task Changes_one_after_the_other_cost_no_further_reading()
    {
        using var database = SqliteDatabase.Memory();
        var tables = new FaultyTables(new SqliteTables(database));
        await tables.Create(Cancel);
        var clock = new FakeTimeProvider();
        var store = new IdeaStore(tables, new OutboxRelay(tables, null!, clock, NullLogger<OutboxRelay>.Instance), clock);
        var noted = (NoteOutcome.Noted)await new NoteIdea(store, clock).Note(new("Een idee", IdeaGroups.Sender(0)), "key", Cancel);
        await store.Recent(Cancel);
        for (var member = 1; member < 4; member++) await new SupportIdea(store).Support(noted.Idea.Id, IdeaGroups.Member(member), Cancel);

        tables[TableNames.Ideas].FailRead = () => true;
        Assert.Equal(3, Assert.Single(await store.Recent(Cancel)).Supporters.Length);
    }
}
