using Azure.Core;
using Azure.Identity;
using LeerkringBot.Graph;
using LeerkringBot.Infrastructure;
using LeerkringBot.Infrastructure.Graph;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;

namespace LeerkringBot.Tests.Graph;

/// <summary>What the bot finds out at start about its mailbox.</summary>
public sealed class MailboxPermissionsTests : IAsyncLifetime
{
    private readonly Mock<TokenCredential> credential = Credentials.Mock();
    private FakeGraph graph = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => graph = await FakeGraph.Start();

    public async ValueTask DisposeAsync() => await graph.DisposeAsync();

    [Fact]
    public async Task Where_it_may_everything_the_folders_are_there_and_nothing_was_sent()
    {
        await Check();
        await Check();
        Assert.Equal(["Postvak IN", "Ter controle", "Verwerkt", "Verwijderde items"], graph.Mailbox.Folders.Order());
        Assert.Empty(graph.Mailbox.Sent);
    }

    [Theory]
    [InlineData("Mail.ReadWrite", 403)]
    [InlineData("Mail.Send", 403)]
    [InlineData("Mail.ReadWrite", 401)]
    public async Task A_permission_that_is_missing_is_named_in_one_line(string permission, int status)
    {
        graph.Mailbox.Deny(permission, GraphAnswer.Error(status, "ErrorAccessDenied"));
        var fault = await Assert.ThrowsAsync<ConfigurationFaultException>(() => Check());
        Assert.StartsWith($"Graph:Mailbox is '{Mailbox.Address}', but the bot lacks {permission} there (ErrorAccessDenied)", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
    }

    [Fact]
    public async Task Who_may_only_read_lacks_the_permission_too()
    {
        await Check();
        graph.Script = call => call.Method is "PATCH" ? GraphAnswer.Error(403, "ErrorAccessDenied") : null;
        Assert.Contains("lacks Mail.ReadWrite", (await Assert.ThrowsAsync<ConfigurationFaultException>(() => Check())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mailbox_that_is_not_there_is_named()
    {
        var fault = await Assert.ThrowsAsync<ConfigurationFaultException>(() => Check("nergens@m50.example"));
        Assert.StartsWith("Graph:Mailbox is 'nergens@m50.example', but Microsoft 365 has no such mailbox", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_that_Entra_refuses_is_named()
    {
        credential.Setup(one => one.GetTokenAsync(It.IsAny<TokenRequestContext>(), It.IsAny<CancellationToken>())).ThrowsAsync(new AuthenticationFailedException("AADSTS7000215: Invalid client secret provided.\nTrace ID: 1"));
        var fault = await Assert.ThrowsAsync<ConfigurationFaultException>(() => Check());
        Assert.Contains("MicrosoftAppId and its secret: AADSTS7000215", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(429)]
    [InlineData(0)]
    public async Task A_Graph_that_does_not_answer_now_stops_nothing(int status)
    {
        graph.Script = _ => status == 0 ? GraphAnswer.NoAnswer : GraphAnswer.Error(status, "ServiceNotAvailable");
        await Check();
        Assert.NotEmpty(graph.Calls);
    }

    private async Task Check(string mailbox = Mailbox.Address)
    {
        using var client = new MailboxClient(new(graph.Address, credential.Object), mailbox, TimeProvider.System);
        await new MailboxPermissions(client, new(client, TimeProvider.System), NullLogger<MailboxPermissions>.Instance).Check(Cancel);
    }
}
