using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Infrastructure.Broadcasts;
using LeerkringBot.Infrastructure.Storage;
using Microsoft.Extensions.Time.Testing;

namespace LeerkringBot.Tests.Broadcasts;

/// <summary>One instance sends; another takes over when it shows no sign of life, whatever their clocks say.</summary>
public sealed class SenderLeaseTests : IDisposable
{
    private readonly SqliteDatabase database = SqliteDatabase.Memory();
    private readonly SqliteTables tables;

    // Years apart, as no two machines are.
    private readonly FakeTimeProvider early = new(new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly FakeTimeProvider late = new(new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public SenderLeaseTests()
    {
        tables = new(database);
        tables.Create(TestContext.Current.CancellationToken).GetAwaiter().GetResult();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task Only_one_has_it_as_long_as_it_renews()
    {
        var (one, other) = (Lease(early), Lease(late));
        Assert.True(await one.Hold(Cancellation));
        for (var i = 0; i < 20; i++)
        {
            late.Advance(TimeSpan.FromSeconds(5));
            early.Advance(TimeSpan.FromSeconds(5));
            Assert.True(await one.Hold(Cancellation));
            Assert.False(await other.Hold(Cancellation));
            Assert.False(other.IsHeld);
        }
    }

    [Fact]
    public async Task It_lapses_after_its_term_on_the_watchers_own_clock_and_who_lost_it_notices()
    {
        var (one, other) = (Lease(early), Lease(late));
        Assert.True(await one.Hold(Cancellation));
        Assert.False(await other.Hold(Cancellation));
        late.Advance(TimeSpan.FromSeconds(14));
        Assert.False(await other.Hold(Cancellation));
        late.Advance(TimeSpan.FromSeconds(1));
        Assert.True(await other.Hold(Cancellation));
        Assert.False(await one.Hold(Cancellation));
        Assert.False(one.IsHeld);
    }

    [Fact]
    public async Task Given_back_it_is_free_at_once()
    {
        var (one, other) = (Lease(early), Lease(late));
        Assert.True(await one.Hold(Cancellation));
        await other.Release(Cancellation);
        Assert.False(await other.Hold(Cancellation));
        await one.Release(Cancellation);
        Assert.True(await other.Hold(Cancellation));
    }

    private SenderLease Lease(TimeProvider clock) => new(tables, new SendingOptions(), clock);
}
