using LeerkringBot.Bot.Mails;
using LeerkringBot.Domain.Ideas;
using LeerkringBot.Graph;
using LeerkringBot.Infrastructure.Graph;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LeerkringBot.Tests.Graph;

/// <summary>The real program with a mailbox in Microsoft 365.</summary>
public sealed class GraphMailFlowTests : IAsyncLifetime
{
    private FakeGraph graph = null!;
    private TestBot bot = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        graph = await FakeGraph.Start();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Graph:Address", graph.Address.ToString()), new("Graph:Mailbox", Mailbox.Address)]).Build();
        bot = new(services => services.AddGraphMail(configuration, isDevelopment: true).AddSingleton(new GraphAccess(graph.Address, null)));
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        await graph.DisposeAsync();
    }

    [Fact]
    public async Task A_mail_becomes_an_idea_is_answered_in_its_conversation_and_moves_to_Verwerkt()
    {
        var id = graph.Mailbox.Receive("Authentication-Results: dmarc=pass header.from=waalwijk.example\r\nFrom: Griffier <griffier@waalwijk.example>\r\nSubject: Idee\r\nMessage-ID: <een@waalwijk.example>\r\n\r\nEen gids voor inwoners.\r\n");
        var robot = graph.Mailbox.Receive("Auto-Submitted: auto-replied\r\nFrom: Afwezig <weg@waalwijk.example>\r\nSubject: Afwezig\r\nMessage-ID: <twee@waalwijk.example>\r\n\r\nIk ben er niet.\r\n");

        await TestBot.Until(() =>
        {
            bot.Clock.Advance(TimeSpan.FromSeconds(10));
            return graph.Mailbox.Sent.Count == 1 && graph.Mailbox.InboxCount == 0;
        });

        Assert.Equal(["Een gids voor inwoners."], await bot.Get<IIdeaStore>().All(Cancel).Select(idea => idea.Text).ToListAsync(Cancel));
        Assert.Equal(["Verwerkt", "Verwerkt"], new[] { id, robot }.Select(graph.Mailbox.Where));
        var answer = graph.Mailbox.Sent.Single();
        Assert.Contains("In-Reply-To: <een@waalwijk.example>", answer, StringComparison.Ordinal);
        Assert.Contains("Auto-Submitted: auto-replied", answer, StringComparison.Ordinal);
        Assert.Contains("griffier@waalwijk.example", answer, StringComparison.Ordinal);
        Assert.All(graph.Calls, call => Assert.Null(call.Authorization));
    }
}
