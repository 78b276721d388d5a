using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Teams;
using Microsoft.Extensions.DependencyInjection;

namespace LeerkringBot.Tests.Teams;

public sealed class ConnectorClientTests
{
    private static readonly Recipient Anneke = new Recipient.OfMember(new MemberId(Activities.ObjectId(1)));
    private static readonly MessageActivity Hello = MessageActivity.OfText("Dag");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(412)]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_send_that_is_put_off_is_tried_once_and_tells_how_long_to_wait(int status)
    {
        await using var edge = await EdgeHost.Start();
        edge.Connector.Script = _ => FakeConnector.Status(status, retryAfter: 7);
        Assert.Equal(new SendOutcome.Postponed(TimeSpan.FromSeconds(7)), await Client(edge).Send(To(edge), Hello, Cancel));
        Assert.Single(edge.Connector.Calls);
        edge.Connector.Script = _ => FakeConnector.Status(status);
        Assert.Equal(new SendOutcome.Postponed(null), await Client(edge).Reply(To(edge), "a", Hello, Cancel));
    }

    [Theory]
    [InlineData(90, 90)]
    [InlineData(0, 0)]
    [InlineData(-90, 0)]
    public async Task How_long_to_wait_may_be_said_as_a_date_on_a_clock_that_is_not_ours(int seconds, int wait)
    {
        await using var edge = await EdgeHost.Start();
        var theirs = new DateTimeOffset(2020, 2, 4, 13, 30, 0, TimeSpan.Zero);
        edge.Connector.Script = _ => FakeConnector.Until(429, theirs.AddSeconds(seconds), theirs);
        Assert.Equal(new SendOutcome.Postponed(TimeSpan.FromSeconds(wait)), await Client(edge).Send(To(edge), Hello, Cancel));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_connector_that_asks_for_a_long_pause_until_a_date_is_not_waited_for()
    {
        await using var edge = await EdgeHost.Start();
        var theirs = TimeProvider.System.GetUtcNow();
        edge.Connector.Script = _ => FakeConnector.Until(429, theirs.AddHours(1), theirs);
        Assert.IsType<SendOutcome.Postponed>(await Client(edge).Update(To(edge), "card-1", Hello, TestContext.Current.CancellationToken));
        Assert.Single(edge.Connector.Calls);
    }

    [Fact]
    public async Task An_update_at_the_bots_own_pace_is_tried_once_and_everything_waits_its_turn_after_it()
    {
        await using var edge = await EdgeHost.Start();
        edge.Connector.Script = _ => FakeConnector.Status(429, retryAfter: 1);
        var pace = edge.Services.GetRequiredService<Pace>();
        var turn = await pace.Take("a:chat", Cancel);
        Assert.Equal(new SendOutcome.Postponed(TimeSpan.FromSeconds(1)), await Client(edge).Update(To(edge), "card-1", Hello, Cancel, turn));
        Assert.Single(edge.Connector.Calls);

        edge.Connector.Script = _ => null;
        // The lane waits for all, not for that chat alone.
        var next = await pace.Take("a:another", Cancel);
        Assert.True(next.At - turn.At >= TimeSpan.FromSeconds(1));
        Assert.IsType<SendOutcome.Sent>(await Client(edge).Update(To(edge), "card-1", Hello, Cancel, next));
        Assert.Equal(2, edge.Connector.Calls.Count);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(504)]
    public async Task A_send_that_may_have_arrived_is_uncertain_and_not_repeated(int status)
    {
        await using var edge = await EdgeHost.Start();
        edge.Connector.Script = _ => FakeConnector.Status(status);
        Assert.IsType<SendOutcome.Uncertain>(await Client(edge).Send(To(edge), Hello, Cancel));
        Assert.Single(edge.Connector.Calls);
    }

    [Fact]
    public async Task A_send_without_an_answer_in_time_is_uncertain_and_not_repeated()
    {
        await using var edge = await EdgeHost.Start(builder => builder.Services.Configure<ConnectorOptions>(options => options.AttemptTimeout = TimeSpan.FromMilliseconds(300)));
        using var never = new ManualResetEventSlim();
        edge.Connector.Script = _ =>
        {
            never.Wait(TimeSpan.FromSeconds(5), Cancel);
            return null;
        };
        Assert.IsType<SendOutcome.Uncertain>(await Client(edge).Send(To(edge), Hello, Cancel));
        never.Set();
        Assert.Single(edge.Connector.Calls);
    }

    [Fact]
    public async Task A_connection_that_breaks_after_the_send_leaves_it_uncertain()
    {
        await using var edge = await EdgeHost.Start();
        edge.Connector.Script = _ => new Broken();
        Assert.IsType<SendOutcome.Uncertain>(await Client(edge).Send(To(edge), Hello, Cancel));
        Assert.Single(edge.Connector.Calls);
    }

    [Fact]
    public async Task Where_no_connection_is_made_nothing_was_sent()
    {
        await using var edge = await EdgeHost.Start();
        var to = To(edge);
        await edge.Connector.DisposeAsync();
        Assert.Equal(new SendOutcome.Postponed(null), await Client(edge).Send(to, Hello, Cancel));
    }

    [Fact]
    public async Task Where_no_connection_is_made_in_time_nothing_was_sent_and_what_may_be_repeated_is()
    {
        var tries = 0;
        await using var edge = await EdgeHost.Start(builder => builder.Services.AddHttpClient<ConnectorClient>().UseSocketsHttpHandler((handler, _) =>
        {
            handler.ConnectTimeout = TimeSpan.FromMilliseconds(20);
            handler.ConnectCallback = async (_, token) =>
            {
                Interlocked.Increment(ref tries);
                await Task.Delay(Timeout.Infinite, token);
                return Stream.Null;
            };
        }));
        Assert.Equal(new SendOutcome.Postponed(null), await Client(edge).Send(To(edge), Hello, Cancel));
        Assert.Equal(1, tries);
        Assert.Equal(new SendOutcome.Postponed(null), await Client(edge).Update(To(edge), "card-1", Hello, Cancel));
        await Assert.ThrowsAsync<HttpRequestException>(() => Client(edge).Team(edge.ServiceUrl, "t", Cancel));
        Assert.Equal(1 + (2 * (1 + new ConnectorOptions().Retries)), tries);
    }

    [Fact]
    public async Task Who_gives_up_waiting_is_told_so()
    {
        await using var edge = await EdgeHost.Start();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Client(edge).Send(To(edge), Hello, new CancellationToken(canceled: true)));
    }

    [Theory]
    [InlineData(400, "BadArgument", NotSentReason.Refused)]
    [InlineData(401, null, NotSentReason.Refused)]
    [InlineData(403, "ConversationBlockedByUser", NotSentReason.BlockedByUser)]
    [InlineData(403, "BotNotInConversationRoster", NotSentReason.NotInstalled)]
    [InlineData(403, "BotDisabledByAdmin", NotSentReason.DisabledByAdmin)]
    [InlineData(403, "NotEnoughPermissions", NotSentReason.Refused)]
    [InlineData(403, "MessageWritesBlocked", NotSentReason.Refused)]
    [InlineData(403, null, NotSentReason.Refused)]
    [InlineData(404, "ConversationNotFound", NotSentReason.NotFound)]
    [InlineData(404, "ActivityNotFoundInConversation", NotSentReason.NotFound)]
    [InlineData(413, "MessageSizeTooBig", NotSentReason.TooLarge)]
    public async Task A_refused_send_says_why(int status, string? code, NotSentReason reason)
    {
        await using var edge = await EdgeHost.Start();
        edge.Connector.Script = _ => FakeConnector.Status(status, code is null ? "<html>" : $$"""{"error":{"code":"{{code}}","message":"x"} }""");
        Assert.Equal(new SendOutcome.NotSent(reason), await Client(edge).Send(To(edge), Hello, Cancel));
        Assert.Equal(new SendOutcome.NotSent(reason), await Client(edge).Update(To(edge), "a", Hello, Cancel));
        Assert.Equal(2, edge.Connector.Calls.Count);
    }

    [Theory]
    [InlineData(412)]
    [InlineData(429)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task Updates_deletions_and_reads_are_repeated_until_they_get_through(int status)
    {
        await using var edge = await EdgeHost.Start();
        var failures = 0;
        edge.Connector.Script = _ => failures++ % 3 < 2 ? FakeConnector.Status(status, retryAfter: 0) : null;
        Assert.Equal(new SendOutcome.Sent(new(Anneke, "card-1")), await Client(edge).Update(To(edge), "card-1", Hello, Cancel));
        await Client(edge).Delete(To(edge), "card-1", Cancel);
        Assert.Equal("Naam 1", (await Client(edge).Member(edge.ServiceUrl, "a:chat", "29:x", Cancel))!.Name);
        Assert.Equal(["PUT", "PUT", "PUT", "DELETE", "DELETE", "DELETE", "GET", "GET", "GET"], edge.Connector.Calls.Select(call => call.Method));
        Assert.All(edge.Connector.Calls.Where(call => call.Method == "PUT"), call => Assert.Equal("""{"type":"message","text":"Dag","textFormat":"plain"}""", call.Body));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(400)]
    [InlineData(403)]
    public async Task Nothing_is_repeated_on_other_failures(int status)
    {
        await using var edge = await EdgeHost.Start();
        edge.Connector.Script = _ => FakeConnector.Status(status);
        await Client(edge).Update(To(edge), "card-1", Hello, Cancel);
        await Assert.ThrowsAsync<HttpRequestException>(() => Client(edge).Team(edge.ServiceUrl, "t", Cancel));
        Assert.Equal(2, edge.Connector.Calls.Count);
    }

    [Fact]
    public async Task Repeating_ends()
    {
        await using var edge = await EdgeHost.Start();
        edge.Connector.Script = _ => FakeConnector.Status(503);
        Assert.Equal(new SendOutcome.Postponed(null), await Client(edge).Update(To(edge), "card-1", Hello, Cancel));
        Assert.Equal(1 + new ConnectorOptions().Retries, edge.Connector.Calls.Count);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_connector_that_asks_for_a_long_pause_is_not_waited_for()
    {
        await using var edge = await EdgeHost.Start();
        edge.Connector.Script = _ => FakeConnector.Status(429, retryAfter: 3600);
        Assert.Equal(new SendOutcome.Postponed(TimeSpan.FromHours(1)), await Client(edge).Update(To(edge), "card-1", Hello, TestContext.Current.CancellationToken));
        Assert.Single(edge.Connector.Calls);
    }

    [Fact]
    public async Task Making_a_chat_sends_no_message_so_a_doubtful_one_may_be_made_again()
    {
        await using var edge = await EdgeHost.Start();
        edge.Connector.Script = _ => FakeConnector.Status(504);
        var made = await Client(edge).CreatePersonal(new(new MemberId("x"), edge.ServiceUrl, "t", "29:x", "28:b", null), Cancel);
        Assert.Equal(new SendOutcome.Postponed(null), made.Failure);
    }

    [Fact]
    public async Task Ids_stand_in_the_path_as_one_segment()
    {
        await using var edge = await EdgeHost.Start();
        await Client(edge).Send(new(Anneke, edge.ServiceUrl, "a/../b?c#d"), Hello, Cancel);
        Assert.Equal("conversations/a%2F../b?c#d/activities", edge.Connector.Calls.Single().Path.Replace("a%2F..%2Fb", "a%2F../b", StringComparison.Ordinal));
        await Assert.ThrowsAsync<ArgumentException>(() => Client(edge).Send(new(Anneke, edge.ServiceUrl, ".."), Hello, Cancel));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("http://smba.trafficmanager.net/")]
    public async Task Nothing_goes_to_a_connector_that_is_not_on_the_list(string serviceUrl)
    {
        await using var edge = await EdgeHost.Start();
        Assert.Equal(new SendOutcome.NotSent(NotSentReason.Unreachable), await Client(edge).Send(new(Anneke, serviceUrl, "a"), Hello, Cancel));
        await Assert.ThrowsAsync<HttpRequestException>(() => Client(edge).Team(serviceUrl, "t", Cancel));
    }

    [Fact]
    public async Task An_answer_that_is_no_json_is_no_answer()
    {
        await using var edge = await EdgeHost.Start();
        edge.Connector.Script = _ => FakeConnector.Status(200, "<html>");
        Assert.IsType<SendOutcome.Uncertain>(await Client(edge).Send(To(edge), Hello, Cancel));
        Assert.Null(await Client(edge).Member(edge.ServiceUrl, "a", "b", Cancel));
        Assert.IsType<SendOutcome.Sent>(await Client(edge).Update(To(edge), "card-1", Hello, Cancel));
    }

    private static ConnectorClient Client(EdgeHost edge) => edge.Services.GetRequiredService<ConnectorClient>();

    private static ConversationReference To(EdgeHost edge) => new(Anneke, edge.ServiceUrl, "a:chat");

    private sealed class Broken : Microsoft.AspNetCore.Http.IResult
    {
        public Task ExecuteAsync(Microsoft.AspNetCore.Http.HttpContext httpContext)
        {
            httpContext.Abort();
            return Task.CompletedTask;
        }
    }
}
