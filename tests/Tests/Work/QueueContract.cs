using LeerkringBot.Infrastructure.Work;

namespace LeerkringBot.Tests.Work;

/// <summary>What every backend of <see cref="IQueue"/> keeps to.</summary>
public abstract class QueueContract
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(2);

    /// <summary>Empty at the start of a test.</summary>
    protected abstract IQueue Queue { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Lets that much time go by.</summary>
    protected abstract Task Pass(TimeSpan time);

    [Fact]
    public async Task A_message_is_received_as_it_was_sent()
    {
        await Send("{\"kind\":\"één & <twee>\",\"subject\":\"'👩‍👩‍👧'\\n\"}\n\tregel");

        var message = Assert.Single(await Receive());

        Assert.Equal("{\"kind\":\"één & <twee>\",\"subject\":\"'👩‍👩‍👧'\\n\"}\n\tregel", message.Body);
        Assert.Equal(1, message.Tries);
    }

    [Fact]
    public async Task An_empty_queue_gives_nothing() => Assert.Empty(await Receive());

    [Fact]
    public async Task A_received_message_is_hidden_while_its_lease_lasts_and_comes_back_after_it()
    {
        await Send("work");
        var first = Assert.Single(await Receive());
        Assert.Empty(await Receive());

        await Pass(Lease);
        var second = Assert.Single(await Receive());

        Assert.Equal((first.Id, first.Body, 2), (second.Id, second.Body, second.Tries));
        Assert.NotEqual(first.Receipt, second.Receipt);
    }

    [Fact]
    public async Task A_deleted_message_never_comes_back()
    {
        await Send("work");
        var message = Assert.Single(await Receive());

        Assert.True(await Queue.Delete(message, Cancel));
        await Pass(Lease);

        Assert.Empty(await Receive());
        Assert.False(await Queue.Delete(message, Cancel));
        Assert.False(await Queue.Postpone(message, TimeSpan.Zero, Cancel));
    }

    [Fact]
    public async Task The_receipt_of_a_lapsed_lease_is_worth_nothing_once_another_holds_the_message()
    {
        await Send("work");
        var stale = Assert.Single(await Receive());
        await Pass(Lease);
        var held = Assert.Single(await Receive(TimeSpan.FromMinutes(1)));

        Assert.False(await Queue.Delete(stale, Cancel));
        Assert.False(await Queue.Postpone(stale, TimeSpan.Zero, Cancel));
        Assert.Empty(await Receive());
        Assert.True(await Queue.Delete(held, Cancel));
    }

    [Fact]
    public async Task A_renewed_message_stays_hidden_and_only_its_new_receipt_counts()
    {
        await Send("work");
        var first = Assert.Single(await Receive());

        var renewed = await Queue.Renew(first, TimeSpan.FromMinutes(1), Cancel);

        Assert.NotNull(renewed);
        Assert.Equal(first with { Receipt = renewed.Receipt }, renewed);
        await Pass(Lease);
        Assert.Empty(await Receive());
        Assert.False(await Queue.Delete(first, Cancel));
        Assert.Null(await Queue.Renew(first, Lease, Cancel));
        Assert.True(await Queue.Delete(renewed, Cancel));
        Assert.Null(await Queue.Renew(renewed, Lease, Cancel));
    }

    [Fact]
    public async Task A_postponed_message_comes_back_after_its_delay_with_one_more_try()
    {
        await Send("work");
        var first = Assert.Single(await Receive(TimeSpan.FromMinutes(1)));

        Assert.True(await Queue.Postpone(first, TimeSpan.FromSeconds(2), Cancel));
        Assert.Empty(await Receive());
        await Pass(TimeSpan.FromSeconds(2));

        var second = Assert.Single(await Receive());
        Assert.Equal(("work", 2), (second.Body, second.Tries));
    }

    [Fact]
    public async Task A_message_postponed_by_nothing_is_visible_at_once_and_its_old_receipt_has_ended()
    {
        await Send("work");
        var first = Assert.Single(await Receive(TimeSpan.FromMinutes(1)));

        Assert.True(await Queue.Postpone(first, TimeSpan.Zero, Cancel));

        Assert.False(await Queue.Delete(first, Cancel));
        Assert.Equal(2, Assert.Single(await Receive()).Tries);
    }

    [Fact]
    public async Task A_delayed_message_is_not_visible_before_its_time()
    {
        await Queue.Send("later", TimeSpan.FromSeconds(2), Cancel);
        await Queue.Send("much later", TimeSpan.FromDays(6), Cancel);
        await Send("now");

        Assert.Equal("now", Assert.Single(await Receive(TimeSpan.FromMinutes(1))).Body);
        await Pass(TimeSpan.FromSeconds(2));
        Assert.Equal("later", Assert.Single(await Receive(TimeSpan.FromMinutes(1))).Body);
    }

    [Fact]
    public async Task As_many_messages_as_asked_for_are_received_at_once()
    {
        for (var i = 0; i < 35; i++) await Send($"work {i}");

        Assert.Equal(3, (await Queue.Receive(3, TimeSpan.FromMinutes(1), Cancel)).Count);
        Assert.Equal(32, (await Queue.Receive(32, TimeSpan.FromMinutes(1), Cancel)).Count);
        Assert.Empty(await Receive());
    }

    [Fact]
    public async Task Parallel_receivers_never_hold_the_same_message()
    {
        for (var i = 0; i < 30; i++) await Send($"work {i}");

        var received = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => Queue.Receive(3, TimeSpan.FromMinutes(1), Cancel), Cancel)));

        Assert.Equal(30, received.SelectMany(some => some).Select(message => message.Body).Distinct().Count());
        Assert.Equal(30, received.Sum(some => some.Count));
    }

    [Fact]
    public async Task The_longest_message_is_kept_whole_and_a_longer_one_refused()
    {
        var longest = new string('a', QueueRules.MostBytes - 2) + "é";
        await Send(longest);
        Assert.Equal(longest, Assert.Single(await Receive()).Body);

        await Refused(longest + "a");
    }

    [Theory]
    [InlineData("")]
    [InlineData("null \0")]
    [InlineData("escape \u001B")]
    [InlineData("return \r")]
    [InlineData("not a character \uFFFF")]
    public Task What_xml_cannot_hold_is_refused(string body) => Refused(body);

    [Fact]
    public Task Half_a_character_is_refused() => Refused("half \uD83D");

    [Fact]
    public async Task Delays_run_from_nothing_to_six_days()
    {
        foreach (var delay in new[] { TimeSpan.FromTicks(-1), TimeSpan.FromDays(6) + TimeSpan.FromSeconds(1) })
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(() => Queue.Send("work", delay, Cancel));
            await Assert.ThrowsAnyAsync<ArgumentException>(() => Queue.Postpone(new("1", "receipt", "work", 1), delay, Cancel));
            await Assert.ThrowsAnyAsync<ArgumentException>(() => Queue.Renew(new("1", "receipt", "work", 1), delay, Cancel));
        }

        Assert.Empty(await Receive());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(33)]
    public Task One_to_32_messages_are_received_at_once(int most) =>
        Assert.ThrowsAnyAsync<ArgumentException>(() => Queue.Receive(most, Lease, Cancel));

    [Fact]
    public async Task Creating_the_queue_again_keeps_what_is_in_it()
    {
        await Send("work");

        await Queue.Create(Cancel);

        Assert.Single(await Receive());
    }

    [Fact]
    public async Task Who_gave_up_gets_no_answer()
    {
        var gaveUp = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Queue.Send("work", TimeSpan.Zero, gaveUp));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Queue.Receive(1, Lease, gaveUp));
        Assert.Empty(await Receive());
    }

    private Task Send(string body) => Queue.Send(body, TimeSpan.Zero, Cancel);

    private Task<IReadOnlyList<QueueMessage>> Receive() => Receive(Lease);

    private Task<IReadOnlyList<QueueMessage>> Receive(TimeSpan lease) => Queue.Receive(32, lease, Cancel);

    private async Task Refused(string body)
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Send(body));
        Assert.Empty(await Receive());
    }
}
