using System.Text;
using LeerkringBot.Domain.Mails;
using LeerkringBot.Graph;
using LeerkringBot.Infrastructure.Graph;
using Microsoft.Extensions.Time.Testing;

namespace LeerkringBot.Tests.Graph;

/// <summary>The network's mailbox in Microsoft 365.</summary>
public sealed class GraphMailboxTests : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2027, 1, 5, 9, 0, 0, TimeSpan.Zero));
    private FakeGraph graph = null!;
    private MailboxClient client = null!;
    private GraphMailbox mailbox = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        graph = await FakeGraph.Start();
        client = new(new(graph.Address, Credentials.Mock().Object), Mailbox.Address, clock);
        mailbox = new(client, clock);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await graph.DisposeAsync();
    }

    [Fact]
    public async Task Page_by_page_everything_in_the_inbox_is_given_and_then_what_came_since()
    {
        var ids = Enumerable.Range(1, 25).Select(number => graph.Mailbox.Receive($"Subject: {number}\r\n\r\n")).ToList();

        var first = await mailbox.Next(null, Cancel);
        var second = await mailbox.Next(first.Position, Cancel);
        var third = await mailbox.Next(second.Position, Cancel);

        Assert.Equal([10, 10, 5], new[] { first, second, third }.Select(page => page.Mails.Count));
        Assert.Equal([false, false, true], new[] { first, second, third }.Select(page => page.IsLast));
        Assert.Equal(ids, first.Mails.Concat(second.Mails).Concat(third.Mails).Select(mail => mail.Id));
        Assert.Equal(new DateTimeOffset(2027, 1, 5, 9, 0, 1, TimeSpan.Zero), first.Mails[0].ReceivedAt);
        Assert.Equal("outlook.office365.example", first.Mails[0].Link!.Host);

        var nothing = await mailbox.Next(third.Position, Cancel);
        Assert.Empty(nothing.Mails);
        var late = graph.Mailbox.Receive("Subject: laat\r\n\r\n");
        Assert.Equal([late], (await mailbox.Next(nothing.Position, Cancel)).Mails.Select(mail => mail.Id));
        Assert.All(graph.Calls, call =>
        {
            Assert.Equal("Bearer graph-token", call.Authorization);
            Assert.Contains("odata.maxpagesize=50", call.Prefer);
        });
    }

    [Fact]
    public async Task A_page_may_be_read_again_by_another_program()
    {
        for (var i = 0; i < 15; i++) graph.Mailbox.Receive("Subject: x\r\n\r\n");
        var first = await mailbox.Next(null, Cancel);
        var second = await mailbox.Next(first.Position, Cancel);
        using var other = new MailboxClient(new(graph.Address, Credentials.Mock().Object), Mailbox.Address, clock);
        Assert.Equal(second.Mails.Select(mail => mail.Id), (await new GraphMailbox(other, clock).Next(first.Position, Cancel)).Mails.Select(mail => mail.Id));
    }

    [Fact]
    public async Task What_left_the_inbox_meanwhile_is_not_given()
    {
        var (stays, goes, dragged) = (graph.Mailbox.Receive("a"), graph.Mailbox.Receive("b"), graph.Mailbox.Receive("c"));
        var empty = await mailbox.Next(null, Cancel);
        graph.Mailbox.Delete(goes);
        graph.Mailbox.DragToTrash(dragged);
        Assert.Empty((await mailbox.Next(empty.Position, Cancel)).Mails);

        graph.Mailbox.DragToInbox(dragged);
        Assert.Equal([dragged], (await mailbox.Next(empty.Position, Cancel)).Mails.Select(mail => mail.Id));
        Assert.Equal("Postvak IN", graph.Mailbox.Where(stays));
    }

    [Theory]
    [InlineData(410, "SyncStateNotFound")]
    [InlineData(410, "resyncRequired")]
    [InlineData(400, "ErrorInvalidSyncStateData")]
    public async Task A_position_that_is_forgotten_begins_anew(int status, string code)
    {
        var id = graph.Mailbox.Receive("a");
        var last = (await mailbox.Next(null, Cancel)).Position;
        graph.Script = call => call.Query.Contains("$deltatoken", StringComparison.Ordinal) ? GraphAnswer.Error(status, code) : null;
        Assert.Equal([id], (await mailbox.Next(last, Cancel)).Mails.Select(mail => mail.Id));
    }

    [Theory]
    [InlineData("App_Data/mail 17")]
    [InlineData("graph iemand@anders.example https://graph.microsoft.com/v1.0/users/x/mailFolders/inbox/messages/delta()?$deltatoken=1")]
    [InlineData("")]
    public async Task A_position_of_another_mailbox_begins_anew(string position)
    {
        var id = graph.Mailbox.Receive("a");
        Assert.Equal([id], (await mailbox.Next(position, Cancel)).Mails.Select(mail => mail.Id));
        Assert.Single(graph.Calls);
    }

    [Theory]
    [InlineData(429, "7", 7)]
    [InlineData(503, "2.5", 3)]
    [InlineData(500, null, null)]
    [InlineData(403, null, null)]
    public async Task What_Graph_refuses_is_a_fault_that_says_how_long_to_wait(int status, string? retryAfter, int? seconds)
    {
        graph.Script = _ => GraphAnswer.Error(status, "ErrorOfSomeKind", retryAfter);
        var fault = await Assert.ThrowsAsync<MailboxFaultException>(() => mailbox.Next(null, Cancel));
        Assert.Equal(seconds, (int?)fault.RetryAfter?.TotalSeconds);
        Assert.Contains("ErrorOfSomeKind", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_asked_to_wait_asks_nothing_until_then()
    {
        graph.Script = _ => GraphAnswer.Error(429, "ApplicationThrottled", "20");
        await Assert.ThrowsAsync<MailboxFaultException>(() => mailbox.Next(null, Cancel));
        graph.Script = _ => null;
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(15, (await Assert.ThrowsAsync<MailboxFaultException>(() => mailbox.CountWaiting(Cancel))).RetryAfter!.Value.TotalSeconds);
        Assert.Single(graph.Calls);

        clock.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal(0, await mailbox.CountWaiting(Cancel));
    }

    [Fact]
    public async Task At_most_four_requests_are_made_at_once()
    {
        var ids = Enumerable.Range(1, 12).Select(number => graph.Mailbox.Receive($"mail {number}")).ToList();
        graph.Mailbox.Delay = TimeSpan.FromMilliseconds(30);

        await Task.WhenAll(ids.Select(async id => await (await mailbox.Open(id, Cancel))!.DisposeAsync()));

        Assert.Equal(4, graph.Mailbox.MostAtOnce);
    }

    [Fact]
    public async Task A_mail_is_given_byte_for_byte()
    {
        byte[] mime = [.. Encoding.ASCII.GetBytes("Subject: x\r\n\r\n"), 0xE9, 0x00, 0xFF, (byte)'\n'];
        var id = graph.Mailbox.Receive(mime);
        await using var opened = await mailbox.Open(id, Cancel);
        using var read = new MemoryStream();
        await opened!.CopyToAsync(read, Cancel);
        Assert.Equal(mime, read.ToArray());
    }

    [Fact]
    public async Task A_mail_that_is_gone_is_not_there_and_one_that_breaks_off_is_a_fault()
    {
        var id = graph.Mailbox.Receive(new byte[500_000]);
        graph.Lose = call => call.Path.EndsWith("$value", StringComparison.Ordinal) ? new(200, ContentType: "text/plain") { Bytes = new byte[500_000], BreaksOff = true } : null;
        await Assert.ThrowsAsync<MailboxFaultException>(() => mailbox.Open(id, Cancel));
        graph.Lose = _ => null;
        graph.Mailbox.Delete(id);
        Assert.Null(await mailbox.Open(id, Cancel));
    }

    [Fact]
    public async Task Of_a_mail_that_is_too_large_no_more_is_read_than_tells_so()
    {
        var id = graph.Mailbox.Receive(new byte[MailLimits.LongestMail + 5_000_000]);
        await using var opened = await mailbox.Open(id, Cancel);
        Assert.InRange(opened!.Length, MailLimits.LongestMail + 1, MailLimits.LongestMail + 100_000);
    }

    [Theory]
    [InlineData(500, true)]
    [InlineData(502, true)]
    [InlineData(504, true)]
    [InlineData(503, true)]
    [InlineData(403, true)]
    [InlineData(401, true)]
    [InlineData(400, false)]
    public async Task What_is_wrong_with_one_mail_is_told_from_what_passes(int status, bool isPassing)
    {
        var id = graph.Mailbox.Receive("a");
        graph.Script = _ => GraphAnswer.Error(status, "ErrorOfSomeKind");
        Assert.Equal(isPassing, (await Assert.ThrowsAsync<MailboxFaultException>(() => mailbox.Open(id, Cancel))).IsPassing);
        graph.Script = _ => GraphAnswer.NoAnswer;
        Assert.True((await Assert.ThrowsAsync<MailboxFaultException>(() => mailbox.Open(id, Cancel))).IsPassing);
    }

    [Fact]
    public async Task Folders_are_made_once_and_a_mail_keeps_its_id()
    {
        var (one, two) = (graph.Mailbox.Receive("a"), graph.Mailbox.Receive("b"));
        await mailbox.Move(one, MailFolder.Processed, Cancel);
        await mailbox.Move(two, MailFolder.ToCheck, Cancel);
        using var other = new MailboxClient(new(graph.Address, Credentials.Mock().Object), Mailbox.Address, clock);
        await new GraphMailbox(other, clock).Move(two, MailFolder.Processed, Cancel);

        Assert.Equal(["Verwerkt", "Verwerkt"], new[] { one, two }.Select(graph.Mailbox.Where));
        Assert.Equal(["Postvak IN", "Ter controle", "Verwerkt", "Verwijderde items"], graph.Mailbox.Folders.Order());
        Assert.NotNull(await mailbox.Open(one, Cancel));
    }

    [Fact]
    public async Task Moving_may_be_repeated_and_what_is_gone_is_fine()
    {
        var (here, gone) = (graph.Mailbox.Receive("a"), graph.Mailbox.Receive("b"));
        graph.Lose = call => call.Path.EndsWith("/move", StringComparison.Ordinal) ? GraphAnswer.NoAnswer : null;
        await Assert.ThrowsAsync<MailboxFaultException>(() => mailbox.Move(here, MailFolder.Processed, Cancel));
        graph.Lose = _ => null;
        await mailbox.Move(here, MailFolder.Processed, Cancel);
        Assert.Equal("Verwerkt", graph.Mailbox.Where(here));

        graph.Mailbox.Delete(gone);
        await mailbox.Move(gone, MailFolder.Processed, Cancel);
    }

    [Fact]
    public async Task A_folder_that_somebody_removed_is_made_again()
    {
        var (one, two) = (graph.Mailbox.Receive("a"), graph.Mailbox.Receive("b"));
        await mailbox.Move(one, MailFolder.Processed, Cancel);
        graph.Mailbox.RemoveFolder("Verwerkt");
        await mailbox.Move(two, MailFolder.Processed, Cancel);
        Assert.Equal("Verwerkt", graph.Mailbox.Where(two));
    }

    [Fact]
    public async Task A_folder_that_somebody_else_makes_at_the_same_time_is_used()
    {
        var id = graph.Mailbox.Receive("a");
        var looked = false;
        graph.Script = call =>
        {
            // The look came just before the other program made it.
            if (call is not { Method: "GET" } || !call.Path.EndsWith("/mailFolders", StringComparison.Ordinal) || looked) return null;
            looked = true;
            using var other = new MailboxClient(new(graph.Address, Credentials.Mock().Object), Mailbox.Address, clock);
            new GraphMailbox(other, clock).Folder(MailFolder.Processed, Cancel).GetAwaiter().GetResult();
            return GraphAnswer.Of(new { value = Array.Empty<object>() });
        };
        await mailbox.Move(id, MailFolder.Processed, Cancel);
        Assert.Equal("Verwerkt", graph.Mailbox.Where(id));
        Assert.Single(graph.Mailbox.Folders, "Verwerkt");
    }

    [Fact]
    public async Task What_waits_is_counted()
    {
        graph.Mailbox.Receive("a");
        graph.Mailbox.Receive("b");
        Assert.Equal(2, await mailbox.CountWaiting(Cancel));
    }
}
