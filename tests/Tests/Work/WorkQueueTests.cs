using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Tests.Work;

public sealed class WorkQueueTests : IDisposable
{
    private readonly Recorder recorder = new();
    private readonly Workplace place;

    public WorkQueueTests() => place = new(recorder);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => place.Dispose();

    [Fact]
    public async Task Work_without_a_moment_is_done_now()
    {
        await place.Work.Enqueue(new("test.record", "één"), null, Cancel);

        await place.DoVisible();

        Assert.Equal(["één"], recorder.Done);
        Assert.Equal(0, await place.DoVisible());
    }

    [Fact]
    public async Task Work_of_a_moment_gone_by_is_done_now()
    {
        await place.Work.Enqueue(new("test.record", "late"), place.Clock.GetUtcNow().AddDays(-400), Cancel);

        await place.DoVisible();

        Assert.Equal(["late"], recorder.Done);
    }

    [Fact]
    public async Task Work_within_the_hour_waits_in_the_queue_until_its_moment()
    {
        await place.Work.Enqueue(new("test.record", "soon"), place.Clock.GetUtcNow().AddMinutes(60), Cancel);

        place.Clock.Advance(TimeSpan.FromMinutes(60) - TimeSpan.FromTicks(1));
        Assert.Equal(0, await place.DoVisible());
        place.Clock.Advance(TimeSpan.FromTicks(1));
        await place.DoVisible();

        Assert.Equal(["soon"], recorder.Done);
    }

    [Fact]
    public async Task Work_of_later_stands_in_the_partition_of_its_hour_once()
    {
        var moment = new DateTimeOffset(2020, 6, 30, 23, 59, 0, TimeSpan.FromHours(2));
        await place.Work.Enqueue(new("test.record", "later"), moment, Cancel);
        await place.Work.Enqueue(new("test.record", "later"), moment, Cancel);
        await place.Work.Enqueue(new("test.record", "other"), moment, Cancel);

        var rows = await place.Tables[TableNames.Due].Query("2020063021", "", "~", [], Cancel).ToListAsync(Cancel);

        Assert.Equal(["later", "other"], rows.Select(row => row.Text("Subject")!).Order());
        Assert.Equal(0, await place.DoVisible());
    }

    [Fact]
    public async Task A_subject_is_an_id_and_no_text()
    {
        await place.Work.Enqueue(new("test.record", new string('s', 1_000)), null, Cancel);
        await Assert.ThrowsAsync<ArgumentException>(() => place.Work.Enqueue(new("test.record", new string('s', 1_001)), null, Cancel));
        await Assert.ThrowsAsync<ArgumentException>(() => place.Work.Enqueue(new("", "a"), null, Cancel));
        await Assert.ThrowsAsync<ArgumentException>(() => place.Work.Enqueue(new(new string('k', 101), "a"), null, Cancel));
    }
}
