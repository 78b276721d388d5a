using LeerkringBot.Bot.Routing;
using LeerkringBot.Bot.Teams;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Domain.Members;
using LeerkringBot.Graph;
using LeerkringBot.Infrastructure.Graph;
using LeerkringBot.Infrastructure.Storage;
using LeerkringBot.Infrastructure.Teams;
using LeerkringBot.Tests.Graph;
using LeerkringBot.Tests.Teams;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Abstractions;

namespace LeerkringBot.Tests.Broadcasts;

/// <summary>A broadcast to people of whom not everybody has the bot, through a connector and a Graph on this machine.</summary>
public sealed class ProactiveBroadcastTests : IAsyncLifetime
{
    private const string Id = "zaal";
    private readonly RecordingMailer mailer = new();
    private FakeConnector connector = null!;
    private FakeGraph graph = null!;
    private TestBot bot = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        (connector, graph) = (await FakeConnector.Start(), await FakeGraph.Start());
        bot = new(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<IMailer>(mailer));
            services.Replace(ServiceDescriptor.Singleton<IMessenger>(provider => provider.GetRequiredService<TeamsMessenger>()));
            services.AddSingleton(provider => new ProactiveInstallation(
                new(GraphClient.Create(graph.Address, Credentials.Mock().Object), graph.Teamwork.App, NullLogger<BotInstallation>.Instance),
                provider.GetRequiredService<ConversationStore>(),
                Activities.Tenant,
                Activities.Bot,
                connector.Url));
        });
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        await graph.DisposeAsync();
        await connector.DisposeAsync();
    }

    [Fact]
    public async Task Everybody_gets_it_once_by_the_way_that_is_open_to_them()
    {
        var (chats, has, newcomer, elsewhere, left) = (await Member(1), await Member(2), await Member(3), await Member(4), await Member(5));
        await Knows(chats, "a:chats");
        await Knows(left, "a:left");
        await bot.Get<ConversationStore>().Leave(left, Cancel);
        graph.Teamwork.Install(has.ToString());
        graph.Teamwork.Add(newcomer.ToString());

        await Send();

        Assert.Equal(
            [Teamwork.Chat(has.ToString()), Teamwork.Chat(newcomer.ToString()), "a:chats"],
            Messages().Order(StringComparer.Ordinal));
        Assert.Equal([newcomer.ToString()], graph.Teamwork.Installations.Keys);
        Assert.Equal(["persoon4@waalwijk.example", "persoon5@waalwijk.example"], mailer.Sent.Select(mail => mail.To).Order());
        Assert.Equal(DeliveryRoute.Mail, await Way(elsewhere));
        Assert.Equal(DeliveryRoute.Mail, await Way(left));
        Assert.Equal(DeliveryRoute.Teams, await Way(newcomer));
    }

    [Fact]
    public async Task Where_it_breaks_off_after_the_installation_the_message_still_goes_once()
    {
        var newcomer = await Member(1);
        graph.Teamwork.Add(newcomer.ToString());
        var breaks = 2;
        bot.Tables[TableNames.Deliveries].FailBefore = batch => batch.Any(change => change.Row.Text("State") == nameof(DeliveryState.Sending)) && Interlocked.Decrement(ref breaks) >= 0;
        bot.Tables[TableNames.Conversations].FailBefore = _ => breaks == 2 && Interlocked.Decrement(ref breaks) >= 0;

        await Send();

        Assert.True(breaks < 0);
        Assert.Equal([Teamwork.Chat(newcomer.ToString())], Messages());
        Assert.Equal(1, graph.Teamwork.Installations[newcomer.ToString()]);
    }

    [Fact]
    public async Task A_Graph_that_is_busy_is_asked_again_later()
    {
        var newcomer = await Member(1);
        graph.Teamwork.Add(newcomer.ToString());
        var refusals = 3;
        graph.Script = call => Interlocked.Decrement(ref refusals) >= 0 ? GraphAnswer.Error(429, "TooManyRequests", "8") : null;

        await Send();

        Assert.Equal([Teamwork.Chat(newcomer.ToString())], Messages());
        Assert.Empty(mailer.Sent);
    }

    private async Task<MemberId> Member(int number)
    {
        var person = bot.Person(number);
        await bot.Get<IMemberStore>().Change(person.Id, _ => new(person.Id, person.Name, $"persoon{number}@waalwijk.example", Language.Dutch, null, bot.Clock.GetUtcNow()), Cancel);
        return person.Id;
    }

    private Task Knows(MemberId member, string chat) =>
        bot.Get<ConversationStore>().Store(new PersonalConversation(member, connector.Url, Activities.Tenant, $"29:{member}", Activities.Bot, chat), Cancel);

    private async Task Send()
    {
        var broadcast = new Broadcast(Id, new("message", Id), new("everybody", ""), null, bot.Clock.GetUtcNow()) { Text = new("De zaal is gewijzigd", "We zitten in de raadzaal.", "", "") };
        await bot.Get<SendBroadcast>().Start(broadcast, Cancel);
        for (var i = 0; i < 500 && (await bot.Get<IBroadcastStore>().Find(Id, Cancel))!.State != BroadcastState.Done; i++)
        {
            bot.Clock.Advance(TimeSpan.FromSeconds(2));
            await Task.Delay(20, Cancel);
        }

        Assert.Equal(BroadcastState.Done, (await bot.Get<IBroadcastStore>().Find(Id, Cancel))!.State);
    }

    /// <summary>Where messages arrived, one for each.</summary>
    private List<string> Messages() =>
        [.. connector.Calls.Where(call => call.Method == "POST" && call.Path.EndsWith("/activities", StringComparison.Ordinal)).Select(call => Uri.UnescapeDataString(call.Path.Split('/')[1]))];

    private async Task<DeliveryRoute> Way(MemberId member)
    {
        var delivery = await bot.Get<IBroadcastStore>().Delivery(Id, new Recipient.OfMember(member), Cancel);
        Assert.Equal(DeliveryState.Sent, delivery!.State);
        return delivery.Route;
    }
}
