using System.Text.Json.Nodes;
using LeerkringBot.Cards;
using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Storage;
using LeerkringBot.Infrastructure.Teams;
using Microsoft.Extensions.DependencyInjection;

namespace LeerkringBot.Tests.Teams;

public sealed class InstallationTests
{
    private static readonly string Anneke = $"m|{Activities.ObjectId(1)}";

    [Fact]
    public async Task Who_installs_the_bot_is_welcomed_once_though_teams_tells_it_twice()
    {
        await using var edge = await EdgeHost.Start();
        await Task.WhenAll(edge.Deliver(BotAdded(edge.Personal("conversationUpdate"))), edge.Deliver(edge.Personal("installationUpdate").With("action", "add")));
        var sent = Assert.Single(edge.Connector.Calls, call => call.Method == "POST");
        Assert.Equal("conversations/a:chat/activities", sent.Path);
        Assert.Contains("Naam 1", sent.Body, StringComparison.Ordinal);
        Assert.Equal([Anneke], await edge.Rows(TableNames.Conversations));
    }

    [Fact]
    public async Task An_installation_told_again_is_not_welcomed_again()
    {
        await using var edge = await EdgeHost.Start();
        var installed = edge.Personal("installationUpdate").With("action", "add");
        await edge.Deliver(installed);
        await edge.Deliver(installed);
        Assert.Single(edge.Connector.Calls, call => call.Method == "POST");
    }

    [Fact]
    public async Task An_upgrade_is_remembered_in_silence()
    {
        await using var edge = await EdgeHost.Start();
        await edge.Deliver(edge.Personal("installationUpdate").With("action", "add-upgrade"));
        Assert.Empty(edge.Connector.Calls);
        Assert.Equal([Anneke], await edge.Rows(TableNames.Conversations));
    }

    [Fact]
    public async Task Of_who_removes_the_bot_only_that_is_kept_and_who_installs_it_again_is_known_again()
    {
        await using var edge = await EdgeHost.Start();
        await edge.Deliver(edge.Personal("installationUpdate").With("action", "add"));
        await edge.Deliver(edge.Personal("installationUpdate").With("action", "remove-upgrade"));
        Assert.Equal([Anneke], await edge.Rows(TableNames.Conversations));
        await edge.Deliver(edge.Personal("installationUpdate").With("action", "remove"));
        var row = await edge.Services.GetRequiredService<ITables>()[TableNames.Conversations].Get("network", Anneke, TestContext.Current.CancellationToken);
        Assert.Equal(["HasLeft"], row!.Values.Keys);
        await edge.Deliver(edge.Personal("installationUpdate").With("action", "add"));
        Assert.NotNull(await edge.Conversations.Find(new MemberId(Activities.ObjectId(1)), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Of_whom_nothing_is_known_a_removal_keeps_nothing()
    {
        await using var edge = await EdgeHost.Start();
        await edge.Deliver(edge.Personal("installationUpdate").With("action", "remove"));
        Assert.Empty(await edge.Rows(TableNames.Conversations));
    }

    [Fact]
    public async Task A_team_that_installs_the_bot_gets_a_neutral_line_and_its_channels_are_known()
    {
        await using var edge = await EdgeHost.Start();
        await edge.Deliver(edge.InChannel("installationUpdate").With("action", "add").With("locale", "en-US"));
        Assert.Equal(Texts.Dutch["TeamWelcome"], (string?)edge.Connector.Calls.Single(call => call.Method == "POST").Json["text"]);
        Assert.Equal(
            [new Channel(TeamsIds.Channel("19:team@thread.tacv2"), "19:team@thread.tacv2", "M50", "Algemeen"), new Channel(TeamsIds.Channel(Activities.Channel), "19:team@thread.tacv2", "M50", "Werksessies")],
            (await edge.Messenger.Channels(TestContext.Current.CancellationToken)).OrderBy(channel => channel.Name));
    }

    [Fact]
    public async Task Both_tellings_of_a_team_installation_at_once_leave_the_channels_known()
    {
        await using var edge = await EdgeHost.Start();
        await Task.WhenAll(edge.Deliver(BotAdded(edge.InChannel("conversationUpdate"))), edge.Deliver(edge.InChannel("installationUpdate").With("action", "add")));
        Assert.Equal(2, (await edge.Messenger.Channels(TestContext.Current.CancellationToken)).Count);
        Assert.Single(edge.Connector.Calls, call => call.Method == "POST");
    }

    [Fact]
    public async Task The_team_is_asked_for_once_however_much_is_said_in_it()
    {
        await using var edge = await EdgeHost.Start();
        await edge.Deliver(edge.InChannel("invoke").Execute("test.card"));
        await edge.Deliver(edge.InChannel("invoke").Execute("test.card"));
        await edge.Deliver(edge.InChannel("message").Text("testkaart"));
        Assert.Single(edge.Connector.Calls, call => call.Path == "teams/19:team@thread.tacv2");
        Assert.Equal(2, (await edge.Messenger.Channels(TestContext.Current.CancellationToken)).Count);
    }

    [Fact]
    public async Task A_renamed_channel_gets_its_new_name()
    {
        await using var edge = await EdgeHost.Start();
        await edge.Deliver(edge.InChannel("installationUpdate").With("action", "add"));
        edge.Connector.Script = call => call.Path.EndsWith("/conversations", StringComparison.Ordinal)
            ? FakeConnector.Status(200, $$"""{"conversations":[{"id":"19:team@thread.tacv2"},{"id":"{{Activities.Channel}}","name":"Leerkring"}]}""") : null;
        var renamed = edge.InChannel("conversationUpdate");
        renamed["channelData"]!["eventType"] = "channelRenamed";
        await edge.Deliver(renamed);
        Assert.Contains(await edge.Messenger.Channels(TestContext.Current.CancellationToken), channel => channel.Name == "Leerkring");
    }

    [Fact]
    public async Task A_private_channel_that_the_list_leaves_out_is_known_too()
    {
        await using var edge = await EdgeHost.Start();
        edge.Connector.Script = call => call.Path.EndsWith("/conversations", StringComparison.Ordinal) ? FakeConnector.Status(200, """{"conversations":[null,{"id":"19:team@thread.tacv2"}]}""") : null;
        await edge.Deliver(edge.InChannel("message").Text("testkaart"));
        Assert.Contains(await edge.Messenger.Channels(TestContext.Current.CancellationToken), channel => channel.Id == TeamsIds.Channel(Activities.Channel));
    }

    [Fact]
    public async Task A_deleted_channel_is_forgotten()
    {
        await using var edge = await EdgeHost.Start();
        await edge.Deliver(edge.InChannel("installationUpdate").With("action", "add"));
        var deleted = edge.InChannel("conversationUpdate");
        deleted["channelData"]!["eventType"] = "channelDeleted";
        await edge.Deliver(deleted);
        Assert.Equal("Algemeen", (await edge.Messenger.Channels(TestContext.Current.CancellationToken)).Single().Name);
    }

    [Theory]
    [InlineData("remove")]
    [InlineData("membersRemoved")]
    [InlineData("teamDeleted")]
    public async Task A_team_without_the_bot_is_forgotten(string how)
    {
        await using var edge = await EdgeHost.Start();
        await edge.Deliver(edge.InChannel("installationUpdate").With("action", "add"));
        var gone = how switch
        {
            "remove" => edge.InChannel("installationUpdate").With("action", "remove"),
            "membersRemoved" => edge.InChannel("conversationUpdate").With("membersRemoved", JsonNode.Parse($$"""[{"id":"{{Activities.Bot}}"}]""")),
            _ => edge.InChannel("conversationUpdate"),
        };
        if (how == "teamDeleted") gone["channelData"]!["eventType"] = how;
        await edge.Deliver(gone);
        Assert.Empty(await edge.Messenger.Channels(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Somebody_else_leaving_the_team_changes_nothing()
    {
        await using var edge = await EdgeHost.Start();
        await edge.Deliver(edge.InChannel("installationUpdate").With("action", "add"));
        await edge.Deliver(edge.InChannel("conversationUpdate").With("membersRemoved", JsonNode.Parse("""[null,{"id":"29:piet"}]""")));
        Assert.Equal(2, (await edge.Messenger.Channels(TestContext.Current.CancellationToken)).Count);
    }

    [Fact]
    public async Task A_connector_that_is_down_makes_no_fault_of_an_installation()
    {
        await using var edge = await EdgeHost.Start();
        edge.Connector.Script = _ => FakeConnector.Status(500);
        await edge.Deliver(edge.InChannel("installationUpdate").With("action", "add"));
        await edge.Deliver(edge.Personal("installationUpdate").With("action", "add"));
        Assert.Equal([Anneke], await edge.Rows(TableNames.Conversations));
    }

    private static JsonObject BotAdded(JsonObject activity) =>
        activity.With("membersAdded", JsonNode.Parse($$"""[{"id":"29:anneke","aadObjectId":"{{Activities.ObjectId(1)}}"},{"id":"{{Activities.Bot}}"}]"""));
}
