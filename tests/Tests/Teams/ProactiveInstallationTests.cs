using Azure.Core;
using Azure.Identity;
using LeerkringBot.Bot.Teams;
using LeerkringBot.Domain;
using LeerkringBot.Graph;
using LeerkringBot.Infrastructure.Graph;
using LeerkringBot.Infrastructure.Teams;
using LeerkringBot.Tests.Graph;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;

namespace LeerkringBot.Tests.Teams;

/// <summary>Who hasn't got the bot gets it, and then the message.</summary>
public sealed class ProactiveInstallationTests : IAsyncLifetime
{
    private static readonly MemberId Anneke = new(Activities.ObjectId(1));
    private static readonly Recipient ToAnneke = new Recipient.OfMember(Anneke);
    private static readonly string Chat = Teamwork.Chat(Anneke.ToString());

    private readonly Mock<TokenCredential> credential = Credentials.Mock();
    private FakeGraph graph = null!;
    private EdgeHost edge = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        graph = await FakeGraph.Start();
        graph.Teamwork.Add(Anneke.ToString());
        edge = await EdgeHost.Start(builder => builder.Services.AddSingleton(provider => new ProactiveInstallation(
            new(GraphClient.Create(graph.Address, credential.Object), graph.Teamwork.App, NullLogger<BotInstallation>.Instance),
            provider.GetRequiredService<ConversationStore>(),
            Activities.Tenant,
            Activities.Bot,
            provider.GetRequiredService<FakeConnector>().Url)));
    }

    public async ValueTask DisposeAsync()
    {
        await edge.DisposeAsync();
        await graph.DisposeAsync();
    }

    [Fact]
    public async Task Whom_we_never_met_gets_the_bot_and_then_the_message()
    {
        var sent = Assert.IsType<SendOutcome.Sent>(await Send());

        Assert.Equal(ToAnneke, sent.Card.Recipient);
        Assert.Equal([$"POST conversations/{Chat}/activities"], edge.Connector.Calls.Select(call => call.ToString()));
        Assert.True(graph.Teamwork.Has(Anneke.ToString()));
        Assert.All(graph.Calls, call => Assert.Equal("Bearer graph-token", call.Authorization));
        Assert.Equal(new(Anneke, edge.ServiceUrl, Activities.Tenant, Anneke.ToString(), Activities.Bot, Chat), await edge.Conversations.Find(Anneke, Cancel));
        credential.Verify(one => one.GetTokenAsync(It.Is<TokenRequestContext>(asked => asked.Scopes.Single() == "https://graph.microsoft.com/.default"), It.IsAny<CancellationToken>()));
    }

    [Fact]
    public async Task The_way_that_is_found_is_kept()
    {
        await Send();
        var asked = graph.Calls.Count;
        Assert.IsType<SendOutcome.Sent>(await Send());
        Assert.Equal(asked, graph.Calls.Count);
    }

    [Theory]
    [InlineData(403, "BotNotInConversationRoster")]
    [InlineData(403, "Forbidden")]
    [InlineData(404, "NotFound")]
    public async Task With_whom_Teams_makes_no_chat_gets_the_bot(int status, string code)
    {
        await KnownFromATeam();
        edge.Connector.Script = call => call.Path == "conversations" ? FakeConnector.Status(status, $$$"""{"error":{"code":"{{{code}}}"}}""") : null;

        Assert.IsType<SendOutcome.Sent>(await Send());

        Assert.Equal(["POST conversations", $"POST conversations/{Chat}/activities"], edge.Connector.Calls.Select(call => call.ToString()));
        Assert.Equal(new(Anneke, edge.ServiceUrl, Activities.Tenant, "29:anneke", Activities.Bot, Chat), await edge.Conversations.Find(Anneke, Cancel));
    }

    [Theory]
    [InlineData("ConversationBlockedByUser", NotSentReason.BlockedByUser)]
    [InlineData("BotDisabledByAdmin", NotSentReason.DisabledByAdmin)]
    public async Task Who_does_not_want_it_is_left_alone(string code, NotSentReason reason)
    {
        await KnownFromATeam();
        edge.Connector.Script = _ => FakeConnector.Status(403, $$$"""{"error":{"code":"{{{code}}}"}}""");
        Assert.Equal(new SendOutcome.NotSent(reason), await Send());
        Assert.Empty(graph.Calls);
    }

    [Fact]
    public async Task Who_has_the_bot_already_just_gets_the_message()
    {
        graph.Teamwork.Install(Anneke.ToString());
        Assert.IsType<SendOutcome.Sent>(await Send());
        Assert.Empty(graph.Teamwork.Installations);
    }

    [Theory]
    [InlineData(403, NotSentReason.InstallationRefused)]
    [InlineData(404, NotSentReason.NotInDirectory)]
    [InlineData(400, NotSentReason.Refused)]
    public async Task What_Graph_refuses_is_final(int status, NotSentReason reason)
    {
        graph.Script = call => call.Method == "POST" ? GraphAnswer.Error(status, "Forbidden") : null;
        Assert.Equal(new SendOutcome.NotSent(reason), await Send());
        Assert.Empty(edge.Connector.Calls);
        Assert.Single(graph.Calls);
    }

    [Fact]
    public async Task Who_is_in_another_directory_is_named_so()
    {
        var elsewhere = new MemberId(Activities.ObjectId(2));
        Assert.Equal(new SendOutcome.NotSent(NotSentReason.NotInDirectory), await edge.Messenger.Send(new Recipient.OfMember(elsewhere), TestFeature.Card("x"), Cancel));
    }

    [Theory]
    [InlineData(429, "2.128", 3)]
    [InlineData(429, "7", 7)]
    [InlineData(503, "20", 20)]
    [InlineData(429, null, null)]
    [InlineData(500, null, null)]
    [InlineData(502, "soon", null)]
    public async Task What_passes_is_tried_later(int status, string? retryAfter, int? seconds)
    {
        graph.Script = call => call.Method == "POST" ? new(status, "<html>Bad gateway</html>", "text/html", retryAfter) : null;
        Assert.Equal(new SendOutcome.Postponed(seconds is { } wait ? TimeSpan.FromSeconds(wait) : null), await Send());
        Assert.Single(graph.Calls);

        graph.Script = _ => null;
        Assert.IsType<SendOutcome.Sent>(await Send());
    }

    [Theory]
    [InlineData("installedApps")]
    [InlineData("chat")]
    public async Task An_installation_whose_chat_does_not_show_yet_is_looked_for_later(string last)
    {
        graph.Script = call => call.Method == "GET" && call.Path.EndsWith(last, StringComparison.Ordinal) ? last == "chat" ? GraphAnswer.Error(404, "NotFound") : GraphAnswer.Of(new { value = Array.Empty<object>() }) : null;
        Assert.Equal(new SendOutcome.Postponed(null), await Send());

        graph.Script = _ => null;
        Assert.IsType<SendOutcome.Sent>(await Send());
        Assert.Equal(1, graph.Teamwork.Installations[Anneke.ToString()]);
        Assert.Single(edge.Connector.Calls);
    }

    [Fact]
    public async Task An_answer_that_gets_lost_installs_nothing_twice()
    {
        graph.Lose = call => call.Method == "POST" ? GraphAnswer.NoAnswer : null;
        Assert.Equal(new SendOutcome.Postponed(null), await Send());
        graph.Lose = _ => null;
        Assert.IsType<SendOutcome.Sent>(await Send());
        Assert.Equal(1, graph.Teamwork.Installations[Anneke.ToString()]);
    }

    [Fact]
    public async Task Without_a_token_nothing_is_asked_and_it_is_tried_later()
    {
        credential.Setup(one => one.GetTokenAsync(It.IsAny<TokenRequestContext>(), It.IsAny<CancellationToken>())).ThrowsAsync(new AuthenticationFailedException("Entra does not answer."));
        Assert.Equal(new SendOutcome.Postponed(null), await Send());
        Assert.Empty(graph.Calls);
    }

    [Fact]
    public async Task Who_removes_the_bot_keeps_it_off_until_they_come_back()
    {
        await edge.Deliver(edge.Personal("installationUpdate").With("action", "add-upgrade"));
        await edge.Deliver(edge.Personal("installationUpdate").With("action", "remove"));
        Assert.Equal(new SendOutcome.NotSent(NotSentReason.NotInstalled), await Send());

        // Also when their team tells us of them again, and Teams makes no chat.
        await KnownFromATeam();
        edge.Connector.Script = call => call.Path == "conversations" ? FakeConnector.Status(403, "{}") : null;
        Assert.Equal(new SendOutcome.NotSent(NotSentReason.NotInstalled), await Send());
        Assert.Empty(graph.Calls);

        await edge.Deliver(edge.Personal("installationUpdate").With("action", "add-upgrade"));
        await edge.Conversations.ForgetChat(Anneke, Cancel);
        Assert.IsType<SendOutcome.Sent>(await Send());
        Assert.NotEmpty(graph.Calls);
    }

    [Fact]
    public async Task Who_is_known_by_no_account_can_not_get_the_bot()
    {
        var someone = new MemberId("t-0123456789");
        Assert.Equal(new SendOutcome.NotSent(NotSentReason.Unreachable), await edge.Messenger.Send(new Recipient.OfMember(someone), TestFeature.Card("x"), Cancel));
        Assert.Empty(graph.Calls);
    }

    [Fact]
    public async Task What_the_installation_itself_tells_goes_before_what_we_suppose()
    {
        graph.Script = call =>
        {
            // Teams tells the bot while we are still asking for the chat.
            if (call.Path.EndsWith("/chat", StringComparison.Ordinal)) edge.Deliver(edge.Personal("installationUpdate").With("action", "add-upgrade")).GetAwaiter().GetResult();
            return null;
        };
        await Send();
        Assert.Equal("POST conversations/a:chat/activities", edge.Connector.Calls[^1].ToString());
        Assert.Equal("29:anneke", (await edge.Conversations.Find(Anneke, Cancel))!.UserId);
    }

    private Task KnownFromATeam() => edge.Conversations.Store(new PersonalConversation(Anneke, edge.ServiceUrl, Activities.Tenant, "29:anneke", Activities.Bot, null), Cancel);

    private Task<SendOutcome> Send() => edge.Messenger.Send(ToAnneke, TestFeature.Card("x"), Cancel);
}
