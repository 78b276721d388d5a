using System.Text.Json.Nodes;
using LeerkringBot.Cards;
using LeerkringBot.Domain;

namespace LeerkringBot.Tests.Teams;

public sealed class MessageTests
{
    [Fact]
    public async Task A_command_in_the_personal_chat_is_answered_there_with_the_card_alone()
    {
        await using var edge = await EdgeHost.Start();
        var message = edge.Personal("message").Text("testkaart");
        await edge.Deliver(message);
        var sent = Assert.Single(edge.Connector.Calls, call => call.Method == "POST");
        Assert.Equal($"conversations/a:chat/activities/{message["id"]}", sent.Path);
        Assert.Equal(
            """{"type":"message","summary":"Een kaart","attachments":[{"content":{"body":[{"type":"TextBlock","text":"Kaart","wrap":true}],"type":"AdaptiveCard","$schema":"https://adaptivecards.io/schemas/adaptive-card.json","version":"1.5","lang":"nl"},"contentType":"application/vnd.microsoft.card.adaptive"}]}""",
            sent.Body);
    }

    [Fact]
    public async Task A_line_travels_as_plain_text()
    {
        await using var edge = await EdgeHost.Start();
        await edge.Deliver(edge.Personal("message").Text("testregel"));
        Assert.Equal("""{"type":"message","text":"Regel","textFormat":"plain"}""", edge.Connector.Calls.Single(call => call.Method == "POST").Body);
    }

    [Fact]
    public async Task A_command_may_be_answered_with_the_start_card_and_a_notice()
    {
        await using var edge = await EdgeHost.Start();
        await edge.Deliver(edge.Personal("message").Text("testbegin"));
        Assert.Contains("Dat is er niet", edge.Connector.Calls.Single(call => call.Method == "POST").Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_it_is_comes_from_the_activity_and_the_connector_and_is_asked_once()
    {
        await using var edge = await EdgeHost.Start();
        await edge.Deliver(edge.Personal("message").Text("testkaart"));
        await edge.Deliver(edge.Personal("message").Text("testkaart"));
        var member = await edge.Members.Find(new MemberId(Activities.ObjectId(1)), TestContext.Current.CancellationToken);
        Assert.Equal(("Naam 1", "p1@waalwijk.example", Language.Dutch), (member!.Name, member.Email, member.Language));
        Assert.Single(edge.Connector.Calls, call => call.Path == "conversations/a:chat/members/29:anneke");
    }

    [Fact]
    public async Task When_the_connector_does_not_tell_who_it_is_the_shown_name_will_do()
    {
        await using var edge = await EdgeHost.Start();
        edge.Connector.Script = call => call.Method == "GET" ? FakeConnector.Status(404) : null;
        await edge.Deliver(edge.Personal("message").Text("testkaart"));
        Assert.Equal("Anneke de Wit", (await edge.Feature.Messages.Single().Who.Member).Name);
        Assert.Contains(edge.Connector.Calls, call => call.Method == "POST");
    }

    [Fact]
    public async Task The_same_message_delivered_again_is_answered_once()
    {
        await using var edge = await EdgeHost.Start();
        var message = edge.Personal("message").Text("testkaart");
        await edge.Deliver(message);
        await edge.Deliver(message);
        Assert.Single(edge.Feature.Messages);
        Assert.Single(edge.Connector.Calls, call => call.Method == "POST");
    }

    [Fact]
    public async Task A_handler_that_fails_gives_a_line_and_logs_nothing_personal()
    {
        await using var edge = await EdgeHost.Start();
        await edge.Deliver(edge.Personal("message").Text("testkapot"));
        Assert.Equal(Texts.Dutch["Fault"], (string?)edge.Connector.Calls.Single(call => call.Method == "POST").Json["text"]);
        Assert.Contains(nameof(InvalidOperationException), edge.Log.All, StringComparison.Ordinal);
        Assert.DoesNotContain(TestFeature.Secret, edge.Log.All, StringComparison.Ordinal);
        Assert.DoesNotContain("Anneke", edge.Log.All, StringComparison.Ordinal);
        Assert.DoesNotContain("waalwijk.example", edge.Log.All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nl-NL", Language.Dutch)]
    [InlineData("en-US", Language.English)]
    [InlineData("EN", Language.English)]
    [InlineData("de-DE", Language.Dutch)]
    [InlineData(null, Language.Dutch)]
    public async Task The_language_is_that_of_the_persons_Teams(string? locale, Language language)
    {
        await using var edge = await EdgeHost.Start();
        await edge.Deliver(edge.Personal("message").Text("testkaart").With("locale", locale));
        Assert.Equal(language, edge.Feature.Messages.Single().Texts.Language);
    }

    [Fact]
    public async Task The_Playground_which_always_says_English_is_answered_in_Dutch()
    {
        await using var edge = await EdgeHost.Start();
        await edge.Post(edge.Personal("message").Text("testkaart").With("locale", "en-US"), request => request.Headers.Add("x-ms-agents-playground", "true"));
        Assert.Equal(Language.Dutch, edge.Feature.Messages.Single().Texts.Language);
    }

    [Theory]
    [InlineData("<at>Leerkring</at> testkaart", "testkaart")]
    [InlineData("<at>Leerkring</at>&nbsp;testkaart\n", "testkaart")]
    [InlineData("<p>testkaart</p>", "testkaart")]
    [InlineData("test&#107;aart", "testkaart")]
    public async Task A_mention_of_the_bot_and_markup_are_not_part_of_what_was_said(string typed, string said)
    {
        await using var edge = await EdgeHost.Start();
        await edge.Deliver(edge.Personal("message").Text(typed).With("entities", JsonNode.Parse("""[7,null,{"type":"mention"},{"type":"mention","mentioned":{"id":"28:bot","name":"Leerkring"},"text":"<at>Leerkring</at>"}]""")));
        Assert.Equal(said, edge.Feature.Messages.Single().Text);
    }

    [Fact]
    public async Task A_submit_button_replaces_the_card_that_was_clicked()
    {
        await using var edge = await EdgeHost.Start();
        await edge.Deliver(edge.Personal("message").With("replyToId", "card-7").With("value", JsonNode.Parse("""{"verb":"test.card","a":2}""")));
        var click = edge.Feature.Clicks.Single();
        Assert.Equal(("test.card", 2, false), (click.Verb, click.Data.GetProperty("a").GetInt32(), click.InChannel));
        Assert.Equal("PUT conversations/a:chat/activities/card-7", edge.Connector.Calls.Single(call => call.Method != "GET").ToString());
    }

    [Fact]
    public async Task When_the_clicked_card_is_gone_the_answer_comes_as_a_new_message()
    {
        await using var edge = await EdgeHost.Start();
        edge.Connector.Script = call => call.Method == "PUT" ? FakeConnector.Status(404, """{"error":{"code":"ActivityNotFoundInConversation"}}""") : null;
        await edge.Deliver(edge.Personal("message").With("replyToId", "card-7").With("value", JsonNode.Parse("""{"verb":"test.card"}""")));
        Assert.Equal(["PUT", "POST"], edge.Connector.Calls.Where(call => call.Method != "GET").Select(call => call.Method));
    }

    [Fact]
    public async Task A_submit_button_that_fails_gives_the_same_click_again_with_what_was_typed()
    {
        await using var edge = await EdgeHost.Start();
        await edge.Deliver(edge.Personal("message").With("replyToId", "card-7").With("value", JsonNode.Parse("""{"verb":"test.boom","naam":"Jan"}""")));
        var update = edge.Connector.Calls.Single(call => call.Method == "PUT").Body;
        Assert.Contains("\"verb\":\"test.boom\"", update, StringComparison.Ordinal);
        Assert.Contains("\"naam\":\"Jan\"", update, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_in_a_channel_is_answered_in_a_personal_chat_that_is_made_for_it()
    {
        await using var edge = await EdgeHost.Start();
        await edge.Deliver(edge.InChannel("message").Text("<at>Leerkring</at> testkaart"));
        var calls = edge.Connector.Calls.Where(call => call.Method == "POST").ToList();
        Assert.Equal("""{"isGroup":false,"bot":{"id":"28:bot"},"members":[{"id":"29:anneke"}],"tenantId":"00000000-0000-0000-0000-0000000000aa","channelData":{"tenant":{"id":"00000000-0000-0000-0000-0000000000aa"}}}""", calls[0].Body);
        Assert.Equal("conversations/a:new-chat/activities", calls[1].Path);
        Assert.NotNull(calls[1].Json["attachments"]);
        Assert.StartsWith($"conversations/{Activities.Channel};messageid=170/activities", calls[2].Path, StringComparison.Ordinal);
        Assert.Equal(Texts.Dutch["SeePersonalChat"], (string?)calls[2].Json["text"]);
        Assert.Equal(3, calls.Count);
        Assert.True(edge.Feature.Messages.Single().InChannel);
    }

    [Fact]
    public async Task The_personal_chat_is_made_once()
    {
        await using var edge = await EdgeHost.Start();
        await edge.Deliver(edge.InChannel("message").Text("testkaart"));
        await edge.Deliver(edge.InChannel("message").Text("testkaart"));
        Assert.Single(edge.Connector.Calls, call => call.ToString() == "POST conversations");
    }

    [Fact]
    public async Task When_no_personal_chat_can_be_had_the_channel_gets_a_neutral_line()
    {
        await using var edge = await EdgeHost.Start();
        edge.Connector.Script = call => call.Path == "conversations" ? FakeConnector.Status(403, """{"error":{"code":"BotNotInConversationRoster"}}""") : null;
        await edge.Deliver(edge.InChannel("message").Text("testkaart"));
        Assert.Equal(Texts.Dutch["OpenPersonalChat"], (string?)edge.Connector.Calls.Last(call => call.Method == "POST").Json["text"]);
    }

    [Fact]
    public async Task A_submit_button_in_a_channel_is_answered_in_private_and_the_channel_hears_nothing()
    {
        await using var edge = await EdgeHost.Start();
        await edge.Deliver(edge.InChannel("message").With("replyToId", "170").With("value", JsonNode.Parse("""{"verb":"test.card"}""")));
        Assert.True(edge.Feature.Clicks.Single().InChannel);
        Assert.DoesNotContain(edge.Connector.Calls, call => call.Method != "GET" && call.Path.Contains("19:werk", StringComparison.Ordinal));
        Assert.Contains(edge.Connector.Calls, call => call.ToString() == "POST conversations/a:new-chat/activities");
    }

    [Fact]
    public async Task In_a_group_chat_answers_stay_private_too()
    {
        await using var edge = await EdgeHost.Start();
        await edge.Deliver(edge.Personal("message").Text("testkaart").With("conversation", JsonNode.Parse("""{"isGroup":true,"conversationType":"groupChat","id":"19:groep@thread.v2"}""")));
        Assert.True(edge.Feature.Messages.Single().InChannel);
        Assert.DoesNotContain(edge.Connector.Calls, call => call.Path.Contains("groep", StringComparison.Ordinal) && call.Body.Contains("attachments", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_types_is_answered_although_the_channel_gives_up_waiting()
    {
        await using var edge = await EdgeHost.Start();
        using var reading = new SemaphoreSlim(0);
        using var released = new SemaphoreSlim(0);
        edge.Connector.Script = call =>
        {
            if (call.Method != "GET") return null;
            reading.Release();
            released.Wait(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
            return null;
        };
        using var client = new HttpClient();
        using var impatient = new CancellationTokenSource();
        using var activity = new StringContent(edge.Personal("message").Text("testkaart").ToJsonString(), System.Text.Encoding.UTF8, "application/json");
        var asking = client.PostAsync(edge.Messages, activity, impatient.Token);
        await reading.WaitAsync(TestContext.Current.CancellationToken);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        released.Release(10);
        await TestBot.Until(() => edge.Connector.Calls.Any(call => call.Method == "POST"));
    }

    [Theory]
    [InlineData(412)]
    [InlineData(429)]
    [InlineData(503)]
    public async Task An_answer_that_is_put_off_is_sent_again_while_nobody_waits(int status)
    {
        await using var edge = await EdgeHost.Start();
        var refused = 0;
        edge.Connector.Script = call => call.Method == "POST" && Interlocked.Increment(ref refused) <= 3 ? FakeConnector.Status(status, retryAfter: 0) : null;
        await edge.Deliver(edge.Personal("message").Text("testkaart"));
        await TestBot.Until(() => edge.Connector.Calls.Count(call => call.Method == "POST") == 4);
        Assert.Single(edge.Connector.Calls.Where(call => call.Method == "POST").Select(call => call.Body).Distinct());
        Assert.Single(edge.Feature.Messages);
    }

    [Theory]
    [InlineData(0, 4)]
    [InlineData(31, 1)]
    public async Task An_answer_that_is_put_off_again_and_again_is_given_up(int retryAfter, int tries)
    {
        await using var edge = await EdgeHost.Start();
        edge.Connector.Script = call => call.Method == "POST" ? FakeConnector.Status(429, retryAfter: retryAfter) : null;
        await edge.Deliver(edge.Personal("message").Text("testkaart"));
        await TestBot.Until(() => edge.Log.All.Contains("did not get through", StringComparison.Ordinal));
        Assert.Equal(tries, edge.Connector.Calls.Count(call => call.Method == "POST"));
    }

    [Fact]
    public async Task The_channel_hears_of_a_private_answer_only_when_it_is_certain()
    {
        await using var edge = await EdgeHost.Start();
        var refused = 0;
        edge.Connector.Script = call => call.Path == "conversations/a:new-chat/activities" && Interlocked.Increment(ref refused) == 1 ? FakeConnector.Status(429, retryAfter: 0) : null;
        await edge.Deliver(edge.InChannel("message").Text("testkaart"));
        await TestBot.Until(() => edge.Connector.Calls.Any(call => call.Method == "POST" && call.Path.Contains("19:werk", StringComparison.Ordinal)));
        Assert.Equal(Texts.Dutch["SeePersonalChat"], (string?)edge.Connector.Calls.Last(call => call.Method == "POST").Json["text"]);
    }

    [Fact]
    public async Task An_answer_that_does_not_get_through_is_no_fault_of_the_caller()
    {
        await using var edge = await EdgeHost.Start();
        edge.Connector.Script = call => call.Method == "POST" ? FakeConnector.Status(502) : null;
        await edge.Deliver(edge.Personal("message").Text("testkaart"));
        Assert.Single(edge.Connector.Calls, call => call.Method == "POST");
    }
}
