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

    [Fact]
    public async Task A_colleague_of_the_own_organisation_is_checked_and_organisers_open_the_mail_for_what_is_attached()
    {
        var id = graph.Mailbox.Receive("X-MS-Exchange-Organization-AuthAs: Internal\r\nFrom: Griffier <griffier@waalwijk.example>\r\nSubject: Idee\r\nMessage-ID: <een@waalwijk.example>\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nZie de tekening van het plein.\r\n--b\r\nContent-Type: application/pdf; name=plein.pdf\r\nContent-Disposition: attachment\r\n\r\nx\r\n--b--\r\n");
        await TestBot.Until(() =>
        {
            bot.Clock.Advance(TimeSpan.FromSeconds(10));
            return graph.Mailbox.Sent.Count == 1;
        });

        var idea = await bot.Get<IIdeaStore>().All(Cancel).SingleAsync(Cancel);
        Assert.True(Assert.IsType<IdeaSender.ByMail>(idea.Sender).IsChecked);
        var organiser = bot.Organiser();
        Assert.Contains("Bijlagen in de mail: die blijven in de mailbox.", await organiser.Clicks("idea.follow-up", new System.Text.Json.Nodes.JsonObject { ["idea"] = idea.Id.ToString() }), StringComparison.Ordinal);
        Assert.Equal([$"https://outlook.office365.example/owa/?ItemID={Uri.EscapeDataString(id)}"], organiser.Links());
        Assert.Contains("Opent de knop de mail niet? Zoek hem dan in de mailbox, in de map Verwerkt of Ter controle, op de afzender.", organiser.Seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Bijlagen", await bot.Person(1).Says($"idee {idea.Number}"), StringComparison.Ordinal);
    }
}
