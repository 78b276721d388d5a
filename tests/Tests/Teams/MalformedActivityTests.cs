using System.Net;
using System.Text.Json.Nodes;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Tests.Teams;

/// <summary>Whatever comes in: no 500, and nothing is stored under a name that isn't the sender's.</summary>
public sealed class MalformedActivityTests
{
    private static readonly string[] Types = ["message", "invoke", "installationUpdate", "conversationUpdate"];

    private static readonly string[] Wrong = ["null", "7", "true", "\"\"", "\"tekst\"", "[]", "{}", "[null]", "[[]]", """{"id":7}""", """{"id":null}""", """{"id":""}""", """{"id":".."}""", "1e999"];

    public static TheoryData<string> Fields() => new(Activities.Personal("message", "http://localhost/").Text("x").With("value", null).With("replyToId", "a").With("membersAdded", null).With("membersRemoved", null).With("action", "add").Select(field => field.Key));

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task A_field_that_is_missing_or_of_another_kind_is_never_our_fault(string field)
    {
        await using var edge = await EdgeHost.Start();
        foreach (var type in Types)
        {
            var activity = edge.Personal(type).Text("testkaart").With("action", "add");
            if (type == "invoke") activity.Execute("test.card");
            foreach (var wrong in Wrong.Select(wrong => $"\"{field}\":{wrong}").Append("\"x\":1"))
            {
                activity.Remove(field);
                await Harmless(edge, activity.ToJsonString()[..^1] + "," + wrong + "}");
            }
        }

        Assert.All(await edge.Rows(TableNames.Conversations), row => Assert.True(row.StartsWith($"m|{Activities.ObjectId(1)}", StringComparison.Ordinal) || row.StartsWith("m|t-", StringComparison.Ordinal) || row.StartsWith("c|", StringComparison.Ordinal), row));
    }

    [Theory]
    [InlineData("conversation")]
    [InlineData("from")]
    [InlineData("serviceUrl")]
    public async Task Without_knowing_who_and_where_nothing_is_done_or_stored(string field)
    {
        await using var edge = await EdgeHost.Start();
        foreach (var type in Types)
        {
            var activity = edge.Personal(type).Text("testkaart").With("action", "add").Execute("test.card").With("name", "adaptiveCard/action");
            activity.Remove(field);
            Assert.Equal(HttpStatusCode.BadRequest, (await edge.Post(activity)).Status);
        }

        Assert.Empty(edge.Feature.Messages);
        Assert.Empty(edge.Feature.Clicks);
        Assert.Empty(edge.Connector.Calls);
        Assert.Empty(await edge.Rows(TableNames.Conversations));
        Assert.Empty(await edge.Rows(TableNames.Members));
    }

    [Theory]
    [InlineData("from", "id")]
    [InlineData("recipient", "id")]
    [InlineData("conversation", "id")]
    [InlineData("conversation", "tenantId")]
    [InlineData("channelData", "tenant", "id")]
    [InlineData("channelData", "team", "id")]
    [InlineData("channelData", "channel", "id")]
    [InlineData("id")]
    [InlineData("replyToId")]
    public async Task What_can_be_no_id_is_a_bad_request(params string[] path)
    {
        await using var edge = await EdgeHost.Start();
        foreach (var id in new[] { "", ".", "..", new string('x', 100_000) })
        {
            foreach (var type in Types)
            {
                var activity = edge.InChannel(type).Text("testkaart").With("action", "add").Execute("test.card").With("name", "adaptiveCard/action");
                JsonNode parent = activity;
                foreach (var step in path[..^1]) parent = parent[step]!;
                parent[path[^1]] = id;
                Assert.Equal(HttpStatusCode.BadRequest, (await edge.Post(activity)).Status);
            }
        }

        Assert.Empty(edge.Connector.Calls);
        Assert.Empty(await edge.Rows(TableNames.Conversations));
        Assert.Empty(await edge.Rows(TableNames.Members));
    }

    [Fact]
    public async Task An_endless_name_is_no_name()
    {
        await using var edge = await EdgeHost.Start();
        edge.Connector.Script = call => call.Method == "GET" ? FakeConnector.Status(404) : null;
        var message = edge.Personal("message").Text("testkaart");
        message["from"]!["name"] = new string('x', 100_000);
        await edge.Deliver(message);
        Assert.Equal("", (await edge.Feature.Messages.Single().Who.Member).Name);
    }

    [Fact]
    public async Task Null_everywhere_does_no_harm()
    {
        await using var edge = await EdgeHost.Start();
        foreach (var type in Types)
        {
            var activity = edge.Personal(type);
            foreach (var field in activity.Select(field => field.Key).Where(key => key is not ("type" or "serviceUrl")).ToList()) activity[field] = null;
            await Harmless(edge, activity.ToJsonString());
        }

        Assert.Empty(await edge.Rows(TableNames.Conversations));
    }

    [Fact]
    public async Task Deep_nesting_is_a_bad_request()
    {
        await using var edge = await EdgeHost.Start();
        var deep = string.Concat(Enumerable.Repeat("[", 20_000)) + string.Concat(Enumerable.Repeat("]", 20_000));
        foreach (var field in new[] { "value", "entities", "channelData", "unknown" })
            Assert.Equal(HttpStatusCode.BadRequest, (await edge.Post(edge.Personal("message").ToJsonString()[..^1] + $",\"{field}\":{deep}}}")).Status);
    }

    [Fact]
    public async Task A_text_of_200_KB_gets_the_start_card()
    {
        await using var edge = await EdgeHost.Start();
        foreach (var text in new[] { new string('<', 200_000), new string('é', 100_000), string.Concat(Enumerable.Repeat("<a>&amp;", 25_000)) })
        {
            var (status, _) = await edge.Post(edge.Personal("message").Text("@@").ToJsonString().Replace("@@", text, StringComparison.Ordinal));
            Assert.Equal(HttpStatusCode.OK, status);
        }

        Assert.Equal(3, edge.Connector.Calls.Count(call => call.Method == "POST"));
    }

    [Fact]
    public async Task Data_of_200_KB_comes_through()
    {
        await using var edge = await EdgeHost.Start();
        await edge.Deliver(edge.Personal("invoke").Execute("test.card", $$"""{"naam":"{{new string('x', 200_000)}}"}"""));
    }

    [Fact]
    public async Task Broken_UTF8_and_half_characters_are_bad_requests()
    {
        await using var edge = await EdgeHost.Start();
        var bytes = System.Text.Encoding.UTF8.GetBytes(edge.Personal("invoke").Execute("test.boom", """{"naam":"@@"}""").ToJsonString());
        bytes[Array.IndexOf(bytes, (byte)'@')] = 0xFF;
        var (status, _) = await edge.Post("{}", request =>
        {
            request.Content = new ByteArrayContent(bytes);
            request.Content.Headers.ContentType = new("application/json");
        });
        Assert.Equal(HttpStatusCode.BadRequest, status);
        foreach (var verb in new[] { "test.card", "test.boom" })
        {
            foreach (var half in new[] { "\\udc00", "\\uD83d", "\\ud83dx", "\\ude00\\ud83d" })
                Assert.Equal(HttpStatusCode.BadRequest, (await edge.Post(edge.Personal("invoke").Execute(verb, """{"naam":"@@"}""").ToJsonString().Replace("@@", half, StringComparison.Ordinal))).Status);
        }

        Assert.Equal(HttpStatusCode.OK, (await edge.Post(edge.Personal("invoke").Execute("test.card", """{"naam":"@@"}""").ToJsonString().Replace("@@", "\\ud83d\\ude00", StringComparison.Ordinal))).Status);
    }

    [Fact]
    public async Task Who_somebody_claims_to_be_in_a_card_counts_for_nothing()
    {
        await using var edge = await EdgeHost.Start();
        var forged = $$"""{"member":"{{Activities.ObjectId(9)}}","memberId":"{{Activities.ObjectId(9)}}","from":{"aadObjectId":"{{Activities.ObjectId(9)}}"},"organiser":true}""";
        var click = edge.Personal("invoke").Execute("test.card", forged);
        click["value"]!["from"] = JsonNode.Parse($$"""{"id":"29:ander","aadObjectId":"{{Activities.ObjectId(9)}}"}""");
        await edge.Deliver(click);
        await edge.Deliver(edge.Personal("message").With("value", JsonNode.Parse(forged)!.AsObject().With("verb", "test.card")));
        Assert.All(edge.Feature.Clicks, made => Assert.Equal(Activities.ObjectId(1), made.Who.Id.ToString()));
        Assert.Equal(2, edge.Feature.Clicks.Count);
        Assert.Equal([Activities.ObjectId(1)], await edge.Rows(TableNames.Members));
    }

    [Fact]
    public async Task A_field_that_stands_twice_does_no_harm()
    {
        await using var edge = await EdgeHost.Start();
        await Harmless(edge, edge.Personal("message").Text("testkaart").ToJsonString()[..^1] + ",\"from\":{\"id\":\"29:x\"},\"type\":\"invoke\"}");
    }

    private static async Task Harmless(EdgeHost edge, string json)
    {
        var (status, body) = await edge.Post(json);
        Assert.True(status < HttpStatusCode.InternalServerError || status == HttpStatusCode.NotImplemented, $"{(int)status} {body} to {json}");
    }
}
