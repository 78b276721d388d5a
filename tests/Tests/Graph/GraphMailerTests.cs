using Azure.Core;
using Azure.Identity;
using LeerkringBot.Domain;
using LeerkringBot.Graph;
using LeerkringBot.Infrastructure.Graph;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using Moq;

namespace LeerkringBot.Tests.Graph;

/// <summary>Mail that goes out through Microsoft 365.</summary>
public sealed class GraphMailerTests : IAsyncLifetime
{
    private static readonly Mail Answer = new("piet@waalwijk.example", "Piet de Vries", "Uw idee – genoteerd", "Dank u wel.\n\nI-12: één loket\n") { Answers = new("vraag@waalwijk.example", []) };

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2027, 1, 5, 9, 0, 0, TimeSpan.Zero));
    private readonly Mock<TokenCredential> credential = Credentials.Mock();
    private FakeGraph graph = null!;
    private MailboxClient client = null!;
    private GraphMailer mailer = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        graph = await FakeGraph.Start();
        client = new(new(graph.Address, credential.Object), Mailbox.Address, clock);
        mailer = new(client, Leerkring(), clock);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await graph.DisposeAsync();
    }

    [Fact]
    public async Task A_mail_goes_as_MIME_with_our_own_headers()
    {
        Assert.Equal(new MailOutcome.Sent(), await mailer.Send(Answer, Cancel));

        using var bytes = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Assert.Single(graph.Mailbox.Sent)));
        using var message = await MimeMessage.LoadAsync(bytes, Cancel);
        Assert.Equal("auto-replied", message.Headers[HeaderId.AutoSubmitted]);
        Assert.Equal("vraag@waalwijk.example", message.InReplyTo);
        Assert.Equal("Uw idee – genoteerd", message.Subject);
        Assert.Equal(Mailbox.Address, message.From.Mailboxes.Single().Address);
        Assert.Equal("piet@waalwijk.example", message.To.Mailboxes.Single().Address);
        Assert.Contains("één loket", message.TextBody, StringComparison.Ordinal);
        Assert.Equal(("POST", "text/plain"), (graph.Calls.Single().Method, graph.Calls.Single().ContentType));
    }

    [Theory]
    [InlineData(429, "9", 9)]
    [InlineData(503, null, null)]
    [InlineData(401, null, null)]
    [InlineData(403, null, null)]
    [InlineData(404, null, null)]
    public async Task What_Graph_puts_off_or_does_not_allow_yet_did_not_go(int status, string? retryAfter, int? seconds)
    {
        graph.Script = _ => GraphAnswer.Error(status, "ApplicationThrottled", retryAfter);
        Assert.Equal(new MailOutcome.Postponed(seconds is { } wait ? TimeSpan.FromSeconds(wait) : null), await mailer.Send(Answer, Cancel));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(504)]
    [InlineData(0)]
    public async Task What_may_have_gone_is_uncertain(int status)
    {
        graph.Lose = _ => status == 0 ? GraphAnswer.NoAnswer : GraphAnswer.Error(status, "ErrorInternalServerError");
        Assert.Equal(new MailOutcome.Uncertain(), await mailer.Send(Answer, Cancel));
        Assert.Single(graph.Mailbox.Sent);
        Assert.Single(graph.Calls);
    }

    [Fact]
    public async Task What_may_not_be_sent_is_refused_without_a_word_of_it()
    {
        graph.Mailbox.Deny("Mail.Send", GraphAnswer.Error(400, "ErrorInvalidRecipients"));
        var refused = Assert.IsType<MailOutcome.Refused>(await mailer.Send(Answer, Cancel));
        Assert.Equal("Microsoft Graph: BadRequest ErrorInvalidRecipients", refused.Why);
        Assert.IsType<MailOutcome.Refused>(await mailer.Send(Answer with { Subject = "x\r\nBcc: iedereen@waalwijk.example" }, Cancel));
    }

    [Fact]
    public async Task Without_a_token_or_a_server_nothing_went()
    {
        credential.Setup(one => one.GetTokenAsync(It.IsAny<TokenRequestContext>(), It.IsAny<CancellationToken>())).ThrowsAsync(new AuthenticationFailedException("Entra does not answer."));
        Assert.Equal(new MailOutcome.Postponed(null), await mailer.Send(Answer, Cancel));

        var gone = graph.Address;
        await graph.DisposeAsync();
        using var nobody = new MailboxClient(new(gone, null), Mailbox.Address, clock);
        Assert.Equal(new MailOutcome.Postponed(null), await new GraphMailer(nobody, Leerkring(), clock).Send(Answer, Cancel));
    }

    private static INetwork Leerkring()
    {
        var network = new Mock<INetwork>();
        network.Setup(one => one.Current(It.IsAny<CancellationToken>())).ReturnsAsync(Network.Empty with { Name = "M50 leerkring", Mailbox = Mailbox.Address });
        return network.Object;
    }
}
