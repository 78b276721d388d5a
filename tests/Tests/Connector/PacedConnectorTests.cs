using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using LeerkringBot.Connector;
using Microsoft.Extensions.Time.Testing;

namespace LeerkringBot.Tests.Connector;

public sealed class PacedConnectorTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_fifty_first_request_of_a_second_is_refused_whatever_it_asks()
    {
        var clock = new FakeTimeProvider();
        await using var connector = await PacedConnector.Start(Limits.Teams, clock: clock);
        using var client = Client(connector);

        for (var i = 0; i < 25; i++) Assert.Equal(HttpStatusCode.Created, (await Send(client, $"a:{i}")).Status);
        clock.Advance(TimeSpan.FromMilliseconds(900));
        for (var i = 0; i < 24; i++) Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("v3/conversations/a:1/members/29:x", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.PutAsJsonAsync("v3/conversations/a:1/activities/sent-1", new { }, Cancel)).StatusCode);

        // No fixed seconds: what came at the end of the last one still counts.
        var refused = await Send(client, "a:new");
        Assert.Equal((HttpStatusCode.TooManyRequests, 1), (refused.Status, refused.RetryAfter));
        clock.Advance(TimeSpan.FromMilliseconds(100));
        for (var i = 0; i < 25; i++) Assert.Equal(HttpStatusCode.Created, (await Send(client, $"a:{i}")).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await Send(client, "a:new")).Status);
        Assert.Equal((75, 2, 50, 1), (connector.Counts.Requests, connector.Counts.Refused, connector.Counts.Messages, connector.Counts.Updates));
        Assert.Equal(0, connector.MessagesByConversation()["a:new"]);
    }

    [Fact]
    public async Task A_conversation_has_limits_of_its_own_for_what_is_sent_to_it_and_its_creation()
    {
        var clock = new FakeTimeProvider();
        await using var connector = await PacedConnector.Start(Limits.Teams, clock: clock);
        using var client = Client(connector);

        Assert.Equal("a:x", await Create(client, "29:x"));
        for (var i = 0; i < 6; i++) Assert.Equal(HttpStatusCode.Created, (await Send(client, "a:x")).Status);
        Assert.Equal((HttpStatusCode.TooManyRequests, 1), await Outcome("a:x"));
        Assert.Equal(HttpStatusCode.Created, (await Send(client, "a:y")).Status);

        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Created, (await Send(client, "a:x")).Status);
        Assert.Equal((HttpStatusCode.TooManyRequests, 1), await Outcome("a:x"));

        // Sixty in thirty seconds: eight are there already.
        clock.Advance(TimeSpan.FromSeconds(1));
        for (var i = 0; i < 52; i++)
        {
            clock.Advance(TimeSpan.FromMilliseconds(400));
            Assert.Equal(HttpStatusCode.Created, (await Send(client, "a:x")).Status);
        }

        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((HttpStatusCode.TooManyRequests, 7), await Outcome("a:x"));

        async Task<(HttpStatusCode, int?)> Outcome(string conversation)
        {
            var (status, retryAfter, _) = await Send(client, conversation);
            return (status, retryAfter);
        }
    }

    [Fact]
    public async Task A_chat_that_is_created_again_is_the_same()
    {
        await using var connector = await PacedConnector.Start(Limits.None);
        using var client = Client(connector);

        Assert.Equal("a:x", await Create(client, "29:x"));
        Assert.Equal("a:x", await Create(client, "29:x"));
        Assert.Equal(0, connector.MessagesByConversation()["a:x"]);
    }

    [Fact]
    public async Task Messages_and_updates_are_counted_for_each_conversation_and_every_message_has_an_id_of_its_own()
    {
        await using var connector = await PacedConnector.Start(Limits.None);
        using var client = Client(connector);

        var ids = new[] { (await Send(client, "a:x")).Id, (await Send(client, "a:x")).Id, (await Send(client, "19:k@thread.tacv2;messageid=1/activities/1", isPath: true)).Id, await Thread(client, "19:k@thread.tacv2") };
        await client.PutAsJsonAsync($"v3/conversations/a:x/activities/{ids[0]}", new { }, Cancel);

        Assert.Equal(4, ids.Distinct().Count());
        Assert.Equal((2, 2), (connector.MessagesByConversation()["a:x"], connector.MessagesByConversation()["19:k@thread.tacv2"]));
        Assert.Equal(1, connector.UpdatesByConversation()["a:x"]);
        Assert.Equal((4, 2, 0), (connector.Counts.Messages, connector.Counts.Reached, connector.Counts.InFlight));
    }

    [Theory]
    [InlineData(412, null, null)]
    [InlineData(429, null, 7)]
    [InlineData(429, null, null)]
    [InlineData(500, null, null)]
    [InlineData(403, "BotNotInConversationRoster", null)]
    [InlineData(404, "ConversationNotFound", null)]
    [InlineData(413, "MessageSizeTooBig", null)]
    public async Task What_a_script_refuses_did_not_arrive(int status, string? code, int? retryAfter)
    {
        await using var connector = await PacedConnector.Start(Limits.None);
        using var client = Client(connector);
        connector.Script = request => request is { Kind: RequestKind.Send, Number: 1 } ? new(status, code, retryAfter) : null;

        using var refused = await client.PostAsJsonAsync("v3/conversations/a:x/activities", new { }, Cancel);

        Assert.Equal((status, retryAfter), ((int)refused.StatusCode, (int?)refused.Headers.RetryAfter?.Delta?.TotalSeconds));
        if (code is not null) Assert.Equal(code, JsonNode.Parse(await refused.Content.ReadAsStringAsync(Cancel))!["error"]!["code"]!.GetValue<string>());
        Assert.Equal(0, connector.Counts.Messages);
        Assert.Equal(HttpStatusCode.Created, (await Send(client, "a:x")).Status);
        Assert.Equal(0, connector.Counts.Refused);
    }

    [Fact]
    public async Task What_arrives_without_an_answer_counts()
    {
        await using var connector = await PacedConnector.Start(Limits.None);
        using var client = Client(connector);
        using var patience = new CancellationTokenSource();
        connector.Script = request => request.Conversation switch
        {
            "a:silent" => Fault.ArrivesInSilence,
            "a:closed" => Fault.ArrivesAndCloses,
            "a:broken" => Fault.Server(502, arrives: true),
            "a:lost" => Fault.Server(502, arrives: false),
            _ => Fault.Slow(TimeSpan.FromMilliseconds(50)),
        };

        var silent = client.PostAsJsonAsync("v3/conversations/a:silent/activities", new { }, patience.Token);
        await Assert.ThrowsAsync<HttpRequestException>(() => Send(client, "a:closed"));
        Assert.Equal(HttpStatusCode.BadGateway, (await Send(client, "a:broken")).Status);
        Assert.Equal(HttpStatusCode.BadGateway, (await Send(client, "a:lost")).Status);
        Assert.Equal(HttpStatusCode.Created, (await Send(client, "a:slow")).Status);
        while (connector.Counts is not { InFlight: 1, Messages: 4 }) await Task.Delay(10, Cancel);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => silent);
        while (connector.Counts.InFlight > 0) await Task.Delay(10, Cancel);

        Assert.Equal([("a:broken", 1), ("a:closed", 1), ("a:lost", 0), ("a:silent", 1), ("a:slow", 1)], connector.MessagesByConversation().Select(pair => (pair.Key, pair.Value)).Order());
    }

    [Fact]
    public async Task A_team_is_read_in_pages()
    {
        await using var connector = await PacedConnector.Start(Limits.None);
        using var client = Client(connector);
        connector.Roster = [.. Enumerable.Range(0, 501).Select(index => $"29:{index}")];

        var first = await Page("");
        var second = await Page($"&continuationToken={first["continuationToken"]}");

        Assert.Equal((500, 1), (first["members"]!.AsArray().Count, second["members"]!.AsArray().Count));
        Assert.Equal("500", second["members"]![0]!["aadObjectId"]!.GetValue<string>());
        Assert.Null(second["continuationToken"]);

        async Task<JsonNode> Page(string continuation) => JsonNode.Parse(await client.GetStringAsync($"v3/conversations/19:team/pagedmembers?pageSize=500{continuation}", Cancel))!;
    }

    private static HttpClient Client(PacedConnector connector) => new() { BaseAddress = new Uri(connector.ServiceUrl) };

    private static async Task<(HttpStatusCode Status, int? RetryAfter, string? Id)> Send(HttpClient client, string conversation, bool isPath = false)
    {
        using var answer = await client.PostAsJsonAsync($"v3/conversations/{(isPath ? conversation : $"{conversation}/activities")}", new { type = "message" }, Cancel);
        return (answer.StatusCode, (int?)answer.Headers.RetryAfter?.Delta?.TotalSeconds, answer.IsSuccessStatusCode ? await Id(answer, "id") : null);
    }

    private static async Task<string> Create(HttpClient client, string userId)
    {
        using var answer = await client.PostAsJsonAsync("v3/conversations", new { members = new[] { new { id = userId } } }, Cancel);
        return await Id(answer, "id");
    }

    private static async Task<string> Thread(HttpClient client, string channel)
    {
        using var answer = await client.PostAsJsonAsync("v3/conversations", new { activity = new { type = "message" }, channelData = new { channel = new { id = channel } } }, Cancel);
        return await Id(answer, "activityId");
    }

    private static async Task<string> Id(HttpResponseMessage answer, string name) => JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancel))![name]!.GetValue<string>();
}
