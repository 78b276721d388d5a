using System.Globalization;
using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Storage;
using LeerkringBot.Tests.Storage;

namespace LeerkringBot.Tests.Work;

public sealed class DueSchedulerTests : IDisposable
{
    private readonly Recorder recorder = new();
    private readonly Workplace place;

    public DueSchedulerTests() => place = new(recorder);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => place.Dispose();

    [Fact]
    public async Task Work_is_done_at_its_moment_and_not_before()
    {
        var scheduler = place.Scheduler();
        var moment = await Due("later", TimeSpan.FromHours(30));

        while (place.Clock.GetUtcNow() < moment)
        {
            await scheduler.Move(Cancel);
            await place.DoVisible();
            Assert.Empty(recorder.Done);
            place.Clock.Advance(TimeSpan.FromSeconds(30));
        }

        await scheduler.Move(Cancel);
        await place.DoVisible();
        Assert.Equal(["later"], recorder.Done);
        Assert.Empty(await Rows(moment));
    }

    [Fact]
    public async Task What_came_due_while_the_program_was_down_is_done_at_the_next_start()
    {
        await place.Scheduler().Move(Cancel);
        foreach (var hours in new[] { 2, 3, 50, 71 }) await Due($"{hours}", TimeSpan.FromHours(hours));

        place.Clock.Advance(TimeSpan.FromHours(72));
        await place.Scheduler().Move(Cancel);
        await place.DoVisible();

        Assert.Equal(["2", "3", "50", "71"], recorder.Done.OrderBy(hours => int.Parse(hours, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Work_at_the_edges_of_an_hour_is_not_lost()
    {
        var scheduler = place.Scheduler();
        var hour = new DateTimeOffset(2020, 2, 4, 15, 0, 0, TimeSpan.Zero);
        DateTimeOffset[] moments = [hour.AddTicks(-1), hour, hour.AddTicks(1), hour.AddSeconds(59), hour.AddHours(1).AddTicks(-1)];
        foreach (var moment in moments) await place.Work.Enqueue(new("test.record", $"{moment:O}"), moment, Cancel);

        for (var i = 0; i < 10 * 60; i++)
        {
            await scheduler.Move(Cancel);
            await place.DoVisible();
            place.Clock.Advance(TimeSpan.FromSeconds(29));
        }

        Assert.Equal(moments.Select(moment => $"{moment:O}"), recorder.Done);
    }

    [Fact]
    public async Task Several_instances_at_once_lose_nothing()
    {
        await place.Scheduler().Move(Cancel);
        for (var i = 0; i < 40; i++) await Due($"{i}", TimeSpan.FromHours(2) + TimeSpan.FromMinutes(i * 5));

        place.Clock.Advance(TimeSpan.FromHours(6));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => place.Scheduler().Move(Cancel), Cancel)));
        while (await place.DoVisible() > 0) { }

        Assert.Equal(40, recorder.Done.Distinct().Count());
    }

    [Fact]
    public async Task A_storage_failure_between_queue_and_table_loses_nothing()
    {
        await place.Scheduler().Move(Cancel);
        for (var i = 0; i < 5; i++) await Due($"{i}", TimeSpan.FromHours(2));
        place.Clock.Advance(TimeSpan.FromHours(2));

        place.Tables[TableNames.Due].FailBefore = FaultyTable.OnTime(2);
        await Assert.ThrowsAsync<StorageFaultException>(() => place.Scheduler().Move(Cancel));
        place.Tables[TableNames.Due].FailRead = FaultyReadOnce();
        await Assert.ThrowsAsync<StorageFaultException>(() => place.Scheduler().Move(Cancel));
        await place.Scheduler().Move(Cancel);
        while (await place.DoVisible() > 0) { }

        Assert.Equal(["0", "1", "2", "3", "4"], recorder.Done.Distinct().Order());
    }

    [Fact]
    public async Task What_is_no_work_item_is_set_aside_and_holds_up_nothing()
    {
        await place.Scheduler().Move(Cancel);
        var moment = await Due("good", TimeSpan.FromHours(2));
        var row = Assert.Single(await Rows(moment));
        var bad = Row.Of(row.PartitionKey, row.RowKey[..19] + "|0", ("Kind", "test.record"));
        await place.Tables[TableNames.Due].Write([new RowChange.Insert(bad)], Cancel);

        place.Clock.Advance(TimeSpan.FromHours(2));
        await place.Scheduler().Move(Cancel);
        await place.DoVisible();

        Assert.Equal(["good"], recorder.Done);
        Assert.Empty(await Rows(moment));
        Assert.Equal(bad.RowKey, Assert.Single(await place.Tables[TableNames.Poison].Query("due", "", "~", [], Cancel).ToListAsync(Cancel)).RowKey);
    }

    [Fact]
    public async Task A_clock_that_was_set_back_hides_nothing()
    {
        var start = place.Clock.GetUtcNow();
        place.Clock.Advance(TimeSpan.FromDays(100));
        await place.Scheduler().Move(Cancel);
        place.Clock.AdjustTime(start);

        await Due("soon", TimeSpan.FromHours(2));
        place.Clock.Advance(TimeSpan.FromHours(2));
        await place.Scheduler().Move(Cancel);
        await place.DoVisible();

        Assert.Equal(["soon"], recorder.Done);
    }

    private static Func<bool> FaultyReadOnce()
    {
        var asked = 0;
        return () => ++asked == 2;
    }

    private async Task<DateTimeOffset> Due(string subject, TimeSpan wait)
    {
        var moment = place.Clock.GetUtcNow() + wait;
        await place.Work.Enqueue(new("test.record", subject), moment, Cancel);
        return moment;
    }

    private Task<List<Row>> Rows(DateTimeOffset moment) =>
        place.Tables[TableNames.Due].Query(moment.UtcDateTime.ToString("yyyyMMddHH", CultureInfo.InvariantCulture), "", "~", [], Cancel).ToListAsync(Cancel).AsTask();
}
