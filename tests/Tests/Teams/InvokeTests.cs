using System.Net;
using System.Text.Json.Nodes;
using LeerkringBot.Cards;
using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Storage;
using LeerkringBot.Infrastructure.Teams;
using Microsoft.Extensions.DependencyInjection;

namespace LeerkringBot.Tests.Teams;

public sealed class InvokeTests
{
    [Fact]
    public async Task A_click_answered_with_a_card_is_the_universal_actions_card_response()
    {
        await using var edge = await EdgeHost.Start();
        var body = await edge.Deliver(edge.Personal("invoke").Execute("test.card", """{"a":1}"""));
        Assert.Equal(
            """{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{"body":[{"type":"TextBlock","text":"Gefeliciteerd, één <plaats> & \"koffie\"","wrap":true}],"type":"AdaptiveCard","$schema":"https://adaptivecards.io/schemas/adaptive-card.json","version":"1.5","lang":"nl"}}""",
            body);
        var click = edge.Feature.Clicks.Single();
        Assert.Equal((1, false), (click.Data.GetProperty("a").GetInt32(), click.InChannel));
    }

    [Fact]
    public async Task A_click_answered_with_a_line_is_the_universal_actions_message_response()
    {
        await using var edge = await EdgeHost.Start();
        Assert.Equal(
            """{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"Geregeld, één regel"}""",
            await edge.Deliver(edge.Personal("invoke").Execute("test.line")));
    }

    [Fact]
    public async Task A_click_in_a_channel_says_so()
    {
        await using var edge = await EdgeHost.Start();
        await edge.Deliver(edge.InChannel("invoke").Execute("test.card"));
        Assert.True(edge.Feature.Clicks.Single().InChannel);
        Assert.Contains(edge.Connector.Calls, call => call.Path == "conversations/19:team@thread.tacv2/members/29:anneke");
    }

    [Fact]
    public async Task Who_clicks_in_a_channel_can_be_told_something_personally_later()
    {
        await using var edge = await EdgeHost.Start();
        await edge.Deliver(edge.InChannel("invoke").Execute("test.card"));
        var person = edge.Feature.Clicks.Single().Who.Id;
        await TestBot.Until(() => edge.Conversations.Knows(person));

        var outcome = await edge.Messenger.Send(new Recipient.OfMember(person), new AdaptiveCard([], "Er is plaats") { Lang = "nl" }, TestContext.Current.CancellationToken);

        Assert.IsType<SendOutcome.Sent>(outcome);
        Assert.Contains(edge.Connector.Calls, call => call is { Method: "POST", Path: "conversations/a:new-chat/activities" });
    }

    [Theory]
    [InlineData("test.boom")]
    [InlineData("test.storage")]
    public async Task A_click_that_fails_still_gets_a_card_that_keeps_what_was_typed(string verb)
    {
        await using var edge = await EdgeHost.Start();
        var answer = JsonNode.Parse(await edge.Deliver(edge.Personal("invoke").Execute(verb, """{"naam":"Jan"}""")))!;
        Assert.Equal(200, (int)answer["statusCode"]!);
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)answer["type"]);
        var again = answer["value"]!["body"]![1]!["actions"]![0]!;
        Assert.Equal((verb, "Jan"), ((string?)again["verb"], (string?)again["data"]!["naam"]));
        Assert.DoesNotContain("Anneke", edge.Log.All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"action":{"verb":"nooit.gehoord","data":{}}}""")]
    [InlineData("""{"action":{"verb":7}}""")]
    [InlineData("""{"action":"x"}""")]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task A_button_nobody_knows_gets_the_start_card(string value)
    {
        await using var edge = await EdgeHost.Start();
        var activity = edge.Personal("invoke").Execute("x").With("value", null).ToJsonString().Replace("\"value\":null", "\"value\":" + value, StringComparison.Ordinal);
        var (status, body) = await edge.Post(activity);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains(Texts.Dutch["Outdated"], body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choices_are_the_search_response()
    {
        await using var edge = await EdgeHost.Start();
        Assert.Equal(
            """{"statusCode":200,"type":"application/vnd.microsoft.search.searchResponse","value":{"results":[{"title":"Coevorden (coe)","value":"GM0109"},{"title":"Één","value":"GM0001"}]}}""",
            await edge.Deliver(Search(edge, "gemeenten", "coe")));
    }

    [Theory]
    [InlineData("gemeenten", "kapot")]
    [InlineData("onbekend", "coe")]
    public async Task A_search_that_finds_nothing_or_fails_is_empty(string dataset, string typed)
    {
        await using var edge = await EdgeHost.Start();
        Assert.Equal(
            """{"statusCode":200,"type":"application/vnd.microsoft.search.searchResponse","value":{"results":[]}}""",
            await edge.Deliver(Search(edge, dataset, typed)));
    }

    [Theory]
    [InlineData("task/fetch")]
    [InlineData("composeExtension/query")]
    [InlineData(null)]
    public async Task An_invoke_we_do_not_know_is_not_implemented(string? name)
    {
        await using var edge = await EdgeHost.Start();
        Assert.Equal(HttpStatusCode.NotImplemented, (await edge.Post(edge.Personal("invoke").With("name", name))).Status);
    }

    [Fact]
    public async Task A_click_does_not_wait_long_for_who_somebody_is()
    {
        await using var edge = await EdgeHost.Start(builder => builder.Services.Configure<ConnectorOptions>(options =>
        {
            options.RetryDelay = options.MaxRetryDelay = TimeSpan.FromMinutes(5);
            options.LookUpTimeout = TimeSpan.FromMilliseconds(100);
        }));
        edge.Connector.Script = call => call.Method == "GET" ? FakeConnector.Status(503) : null;
        await edge.Deliver(edge.Personal("invoke").Execute("test.card"));
        Assert.Equal("Anneke de Wit", (await edge.Feature.Clicks.Single().Who.Member).Name);
    }

    [Fact]
    public async Task Where_somebody_is_gets_remembered_after_the_answer_and_once()
    {
        await using var edge = await EdgeHost.Start();
        await edge.Deliver(edge.Personal("invoke").Execute("test.card"));
        await edge.Deliver(edge.Personal("invoke").Execute("test.card"));
        Assert.Equal([$"m|{Activities.ObjectId(1)}"], await edge.Rows(TableNames.Conversations));
        var sent = await edge.Messenger.Send(new Recipient.OfMember(new MemberId(Activities.ObjectId(1))), TestFeature.Card("x"), TestContext.Current.CancellationToken);
        Assert.IsType<SendOutcome.Sent>(sent);
        Assert.Equal("POST conversations/a:chat/activities", edge.Connector.Calls[^1].ToString());
    }

    private static JsonObject Search(EdgeHost edge, string dataset, string typed) => edge.Personal("invoke")
        .With("name", "application/search")
        .With("value", JsonNode.Parse($$"""{"kind":"search","queryText":"{{typed}}","queryOptions":{"skip":0,"top":15},"dataset":"{{dataset}}"}"""));
}
