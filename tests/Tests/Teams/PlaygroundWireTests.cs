using System.Text.Json;
using System.Text.Json.Nodes;
using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Teams;

namespace LeerkringBot.Tests.Teams;

/// <summary>What the Agents Playground 0.2.28 really sends and answers, as recorded, where it differs from Teams.</summary>
public sealed class PlaygroundWireTests
{
    [Fact]
    public async Task An_invoke_has_no_trigger_and_a_channels_team_has_no_name()
    {
        await using var edge = await EdgeHost.Start();
        await edge.Deliver(Recorded(edge, """{"type":"invoke","id":"ce8ff603","from":{"id":"user-id-0","name":"Anneke de Wit","aadObjectId":"00000000-0000-0000-0000-000000000020"},"timestamp":"2026-11-22T20:45:30.900Z","localTimestamp":"2026-11-22T20:45:30.900+00:00","localTimezone":"UTC","conversation":{"isGroup":true,"conversationType":"channel","tenantId":"00000000-0000-0000-0000-000000000001","id":"channel-announcements-id;messageid=1795380298281"},"recipient":{"id":"28:00000000-0000-0000-0000-000000000011","name":"LeerkringBot"},"locale":"en-US","entities":[{"type":"clientInfo","locale":"en-US","country":"US","platform":"Web","timezone":"UTC"}],"channelData":{"source":{"name":"message"},"tenant":{"id":"00000000-0000-0000-0000-000000000001"},"team":{"id":"team-id"},"channel":{"id":"channel-announcements-id"}},"replyToId":"1795380298281","value":{"action":{"type":"Action.Execute","title":"Voer uit","verb":"test.card","data":{"a":1}}},"name":"adaptiveCard/action","channelId":"msteams"}"""));
        Assert.Equal("00000000-0000-0000-0000-000000000020", edge.Feature.Clicks.Single().Who.Id.ToString());
    }

    [Fact]
    public async Task A_submit_is_a_message_without_text()
    {
        await using var edge = await EdgeHost.Start();
        await edge.Deliver(Recorded(edge, """{"type":"message","id":"c1c55178","from":{"id":"user-id-0","name":"Anneke de Wit","aadObjectId":"00000000-0000-0000-0000-000000000020"},"conversation":{"conversationType":"personal","tenantId":"00000000-0000-0000-0000-000000000001","id":"personal-chat-id"},"recipient":{"id":"28:00000000-0000-0000-0000-000000000011","name":"LeerkringBot"},"locale":"en-US","channelData":{"source":{"name":"message"},"tenant":{"id":"00000000-0000-0000-0000-000000000001"}},"replyToId":"1795380298051","value":{"verb":"test.card","a":2},"channelId":"msteams"}"""));
        Assert.Contains(edge.Connector.Calls, call => call.ToString() == "PUT conversations/personal-chat-id/activities/1795380298051");
    }

    [Fact]
    public async Task A_mention_in_a_channel_names_the_bot_by_its_own_id()
    {
        await using var edge = await EdgeHost.Start();
        await edge.Deliver(Recorded(edge, """{"type":"message","text":"<at>LeerkringBot</at> testkaart","id":"f3333e85","from":{"id":"user-id-0","name":"Anneke de Wit","aadObjectId":"00000000-0000-0000-0000-000000000020"},"conversation":{"isGroup":true,"conversationType":"channel","tenantId":"00000000-0000-0000-0000-000000000001","id":"channel-announcements-id;messageid=1795380298281"},"recipient":{"id":"28:00000000-0000-0000-0000-000000000011","name":"LeerkringBot"},"textFormat":"plain","locale":"en-US","entities":[{"type":"mention","mentioned":{"id":"28:00000000-0000-0000-0000-000000000011","name":"LeerkringBot"},"text":"<at>LeerkringBot</at>"},{"type":"clientInfo","locale":"en-US","country":"US","timezone":"UTC"}],"channelData":{"teamsChannelId":"channel-announcements-id","teamsTeamId":"team-id","tenant":{"id":"00000000-0000-0000-0000-000000000001"},"team":{"id":"team-id"},"channel":{"id":"channel-announcements-id"}},"channelId":"msteams"}"""));
        Assert.Equal("testkaart", edge.Feature.Messages.Single().Text);
    }

    [Fact]
    public async Task A_team_installation_tells_no_channel_but_the_conversation()
    {
        await using var edge = await EdgeHost.Start();
        edge.Connector.Script = call => call.Path switch
        {
            "teams/team-id" => FakeConnector.Status(200, """{"id":"team-id","name":"Team M50","aadGroupId":"00000000-0000-0000-0000-000000000031","tenantId":"00000000-0000-0000-0000-000000000001","type":"standard","channelCount":2,"memberCount":6}"""),
            "teams/team-id/conversations" => FakeConnector.Status(200, """{"conversations":[{"id":"team-id","channelType":"standard"},{"id":"channel-announcements-id","name":"Aankondigingen","channelType":"standard"}]}"""),
            _ => null,
        };
        await edge.Deliver(Recorded(edge, """{"type":"conversationUpdate","id":"de3e2e21","from":{"id":"user-id-0","aadObjectId":"00000000-0000-0000-0000-000000000020"},"conversation":{"isGroup":true,"conversationType":"channel","tenantId":"00000000-0000-0000-0000-000000000001","id":"channel-announcements-id","name":"Aankondigingen"},"recipient":{"id":"28:00000000-0000-0000-0000-000000000011","name":"LeerkringBot"},"membersAdded":[{"id":"28:00000000-0000-0000-0000-000000000011"}],"channelData":{"tenant":{"id":"00000000-0000-0000-0000-000000000001"},"team":{"id":"team-id","name":"Team M50","aadGroupId":"00000000-0000-0000-0000-000000000031"},"eventType":"teamMemberAdded","settings":{"selectedChannel":{"id":"channel-announcements-id"}}},"channelId":"msteams"}"""));
        Assert.Equal(["Aankondigingen", "Algemeen"], (await edge.Messenger.Channels(TestContext.Current.CancellationToken)).Select(channel => channel.Name).Order());
    }

    [Fact]
    public void Its_default_object_ids_are_no_guids_and_still_name_somebody() =>
        Assert.StartsWith("t-", TeamsIds.Member(new("user-id-0", AadObjectId: "00000000-0000-0000-0000-0000000000020"))!.Value.ToString(), StringComparison.Ordinal);

    [Fact]
    public void Its_members_and_pages_read_as_those_of_Teams()
    {
        var page = JsonSerializer.Deserialize("""{"members":[{"id":"user-id-0","aadObjectId":"00000000-0000-0000-0000-000000000020","name":"Anneke de Wit","givenName":"Anneke","surname":"de Wit","email":"Anneke@Waalwijk.example","userPrincipalName":"anneke@waalwijk.example","tenantId":"00000000-0000-0000-0000-000000000001","userRole":"user"}],"totalCount":7}""", TeamsJson.Default.PagedMembersResult)!;
        Assert.Equal("anneke@waalwijk.example", page.Members!.Single()!.Profile.Email);
        Assert.Null(page.ContinuationToken);
        var older = JsonSerializer.Deserialize("""{"id":"29:x","objectId":"00000000-0000-0000-0000-000000000020","name":"Gast","userPrincipalName":"gast_x#EXT#@host.example"}""", TeamsJson.Default.TeamsChannelAccount)!;
        Assert.Equal(new MemberId("00000000-0000-0000-0000-000000000020"), TeamsIds.Member(older.Account));
        Assert.Null(older.Profile.Email);
    }

    private static JsonObject Recorded(EdgeHost edge, string json) => JsonNode.Parse(json)!.AsObject().With("serviceUrl", edge.ServiceUrl);
}
