using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Storage;
using LeerkringBot.Infrastructure.Teams;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace LeerkringBot.Tests.Teams;

public sealed class MessengerTests
{
    private static readonly MemberId Anneke = new(Activities.ObjectId(1));
    private static readonly ChannelId Channel = TeamsIds.Channel(Activities.Channel);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_card_for_a_channel_begins_a_thread_there()
    {
        await using var edge = await WithTeam();
        var sent = Assert.IsType<SendOutcome.Sent>(await edge.Messenger.Send(new Recipient.OfChannel(Channel), TestFeature.Card("é"), Cancel));
        Assert.Equal(new PostedCard(new Recipient.OfChannel(Channel), "m1"), sent.Card);
        Assert.Equal(
            """{"isGroup":true,"bot":{"id":"28:bot"},"tenantId":"00000000-0000-0000-0000-0000000000aa","channelData":{"tenant":{"id":"00000000-0000-0000-0000-0000000000aa"},"channel":{"id":"19:werk@thread.tacv2"}},"activity":{"type":"message","summary":"Een kaart","attachments":[{"content":{"body":[{"type":"TextBlock","text":"é","wrap":true}],"type":"AdaptiveCard","$schema":"https://adaptivecards.io/schemas/adaptive-card.json","version":"1.5","lang":"nl"},"contentType":"application/vnd.microsoft.card.adaptive"}]}}""",
            edge.Connector.Calls[^1].Body);
    }

    [Fact]
    public async Task A_posted_card_is_replaced_where_it_stands()
    {
        await using var edge = await WithTeam();
        await edge.Messenger.Update(new(new Recipient.OfChannel(Channel), "m1"), TestFeature.Card("nieuw"), Cancel);
        Assert.Equal($"PUT conversations/{Activities.Channel};messageid=m1/activities/m1", edge.Connector.Calls[^1].ToString());

        await edge.Deliver(edge.Personal("message").Text("testkaart"));
        await edge.Messenger.Update(new(new Recipient.OfMember(Anneke), "m2"), TestFeature.Card("nieuw"), Cancel);
        Assert.Equal("PUT conversations/a:chat/activities/m2", edge.Connector.Calls[^1].ToString());
    }

    [Fact]
    public async Task Whom_we_never_met_is_unreachable()
    {
        await using var edge = await EdgeHost.Start();
        var unreachable = new SendOutcome.NotSent(NotSentReason.Unreachable);
        Assert.Equal(unreachable, await edge.Messenger.Send(new Recipient.OfMember(Anneke), TestFeature.Card("x"), Cancel));
        Assert.Equal(unreachable, await edge.Messenger.Send(new Recipient.OfChannel(Channel), TestFeature.Card("x"), Cancel));
        Assert.Equal(unreachable, await edge.Messenger.Update(new(new Recipient.OfMember(Anneke), "m"), TestFeature.Card("x"), Cancel));
        Assert.Equal(unreachable, await edge.Messenger.Update(new(new Recipient.OfChannel(Channel), "m"), TestFeature.Card("x"), Cancel));
        Assert.Empty(edge.Connector.Calls);
    }

    [Fact]
    public async Task Everybody_in_the_team_but_the_bot_becomes_known_and_reachable()
    {
        await using var edge = await WithTeam();
        var members = await edge.Messenger.TeamMembers(Channel, Cancel);
        Assert.Equal([("Naam 1", "p1@waalwijk.example"), ("Naam 2", "p2@waalwijk.example")], members.Select(member => (member.Name, member.Email!)));
        Assert.Equal(["?pageSize=500", "?pageSize=500&continuationToken=next%26page"], edge.Connector.Calls.Where(call => call.Path.EndsWith("pagedmembers", StringComparison.Ordinal)).Select(call => call.Query));
        Assert.Equal(2, (await edge.Members.All(Cancel)).Count);

        Assert.IsType<SendOutcome.Sent>(await edge.Messenger.Send(new Recipient.OfMember(members[1].Id), TestFeature.Card("x"), Cancel));
        Assert.Equal("POST conversations/a:new-chat/activities", edge.Connector.Calls[^1].ToString());
        Assert.Contains("29:piet", edge.Connector.Calls[^2].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_member_told_us_outlives_the_reading_of_the_team()
    {
        await using var edge = await WithTeam();
        var affiliation = new Affiliation.OfOrganisation("VNG");
        await edge.Members.Change(Anneke, _ => new(Anneke, "Anneke", null, Language.English, affiliation, DateTimeOffset.UnixEpoch), Cancel);
        await edge.Deliver(edge.Personal("installationUpdate").With("action", "add-upgrade"));
        Assert.Equal(affiliation, (await edge.Messenger.TeamMembers(Channel, Cancel))[0].Affiliation);
        Assert.Equal("a:chat", (await edge.Conversations.Find(Anneke, Cancel))!.ConversationId);
    }

    [Fact]
    public async Task Where_a_member_was_last_seen_outlives_the_reading_of_the_team()
    {
        await using var edge = await WithTeam();
        var seen = new PersonalConversation(Anneke, "https://smba.trafficmanager.net/amer/", Activities.Tenant, "29:anneke-elders", Activities.Bot, "a:elders");
        await edge.Conversations.Store(seen, Cancel);
        await edge.Messenger.TeamMembers(Channel, Cancel);
        Assert.Equal(seen, await edge.Conversations.Find(Anneke, Cancel));
    }

    [Fact]
    public async Task A_team_that_can_not_be_read_is_a_fault_and_not_an_empty_team()
    {
        await using var edge = await WithTeam();
        edge.Connector.Script = call => call.Method == "GET" ? FakeConnector.Status(500) : null;
        await Assert.ThrowsAsync<HttpRequestException>(() => edge.Messenger.TeamMembers(Channel, Cancel));
    }

    [Fact]
    public async Task A_personal_chat_that_is_gone_is_made_anew_the_next_time()
    {
        await using var edge = await EdgeHost.Start();
        await edge.Deliver(edge.Personal("message").Text("testkaart"));
        edge.Connector.Script = call => call.Path.StartsWith("conversations/a:chat", StringComparison.Ordinal) ? FakeConnector.Status(404, """{"error":{"code":"ConversationNotFound"}}""") : null;
        Assert.Equal(new SendOutcome.Postponed(null), await edge.Messenger.Send(new Recipient.OfMember(Anneke), TestFeature.Card("x"), Cancel));
        Assert.IsType<SendOutcome.Sent>(await edge.Messenger.Send(new Recipient.OfMember(Anneke), TestFeature.Card("x"), Cancel));
        Assert.Equal("POST conversations/a:new-chat/activities", edge.Connector.Calls[^1].ToString());
    }

    [Fact]
    public async Task A_new_chat_that_is_gone_at_once_is_not_tried_again()
    {
        await using var edge = await EdgeHost.Start();
        await edge.Conversations.Store(new PersonalConversation(Anneke, edge.ServiceUrl, Activities.Tenant, "29:anneke", Activities.Bot, null), Cancel);
        edge.Connector.Script = call => call.Path.StartsWith("conversations/", StringComparison.Ordinal) ? FakeConnector.Status(404, """{"error":{"code":"ConversationNotFound"}}""") : null;
        Assert.Equal(new SendOutcome.NotSent(NotSentReason.NotFound), await edge.Messenger.Send(new Recipient.OfMember(Anneke), TestFeature.Card("x"), Cancel));
    }

    [Fact]
    public async Task What_another_instance_removes_is_not_remembered_for_long()
    {
        await using var edge = await EdgeHost.Start();
        var clock = new FakeTimeProvider();
        var (here, elsewhere) = (new ConversationStore(edge.Services.GetRequiredService<ITables>(), clock), edge.Conversations);
        var channel = new ChannelConversation(Channel, edge.ServiceUrl, Activities.Tenant, Activities.Bot, "19:team@thread.tacv2", "M50", Activities.Channel, "Werksessies");
        await here.Store(new PersonalConversation(Anneke, edge.ServiceUrl, Activities.Tenant, "29:anneke", Activities.Bot, "a:chat"), Cancel);
        await here.Store(channel, Cancel);
        await elsewhere.Remove(Anneke, Cancel);
        await elsewhere.Remove(Channel, Cancel);
        Assert.Equal(channel, await here.Find(Channel, Cancel));

        clock.Advance(ConversationStore.Lifetime);

        Assert.False(here.Knows(Anneke));
        Assert.False(here.Knows(Channel));
        Assert.Null(await here.Find(Channel, Cancel));
    }

    [Fact]
    public async Task Who_comes_back_in_another_chat_is_reached_there()
    {
        await using var edge = await EdgeHost.Start();
        await edge.Deliver(edge.Personal("message").Text("testkaart"));
        var moved = edge.Personal("message").Text("testkaart");
        moved["conversation"]!["id"] = "a:other";
        await edge.Deliver(moved);
        await edge.Messenger.Send(new Recipient.OfMember(Anneke), TestFeature.Card("x"), Cancel);
        Assert.Equal("POST conversations/a:other/activities", edge.Connector.Calls[^1].ToString());
    }

    [Theory]
    [InlineData("00000000-0000-0000-0000-00000000000A", "00000000-0000-0000-0000-00000000000a")]
    [InlineData("{00000000-0000-0000-0000-00000000000A}", "00000000-0000-0000-0000-00000000000a")]
    [InlineData("0000000000000000000000000000000a", "00000000-0000-0000-0000-00000000000a")]
    public void A_member_is_named_by_the_entra_object_id(string aadObjectId, string member) =>
        Assert.Equal(new MemberId(member), TeamsIds.Member(new("29:x", AadObjectId: aadObjectId)));

    [Fact]
    public void A_member_without_an_object_id_gets_a_steady_name_of_another_kind()
    {
        var member = TeamsIds.Member(new("29:x/y?z", AadObjectId: "geen guid"))!.Value;
        Assert.Equal(member, TeamsIds.Member(new("29:x/y?z")));
        Assert.NotEqual(member, TeamsIds.Member(new("29:x/y?Z")));
        Assert.StartsWith("t-", member.ToString(), StringComparison.Ordinal);
        Assert.Null(TeamsIds.Member(new("")));
        Assert.Null(TeamsIds.Member(null));
    }

    [Fact]
    public void A_thread_belongs_to_its_channel() =>
        Assert.Equal(TeamsIds.Channel("19:a@thread.tacv2"), TeamsIds.Channel("19:a@thread.tacv2;messageid=12"));

    private static async Task<EdgeHost> WithTeam()
    {
        var edge = await EdgeHost.Start();
        await edge.Deliver(edge.InChannel("installationUpdate").With("action", "add"));
        Assert.Equal(2, (await edge.Rows(TableNames.Conversations)).Count);
        return edge;
    }
}
