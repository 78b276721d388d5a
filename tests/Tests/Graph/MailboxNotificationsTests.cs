using System.Net;
using System.Text;
using LeerkringBot.Bot.Mails;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Graph;
using LeerkringBot.Infrastructure.Graph;
using LeerkringBot.Infrastructure.Storage;
using LeerkringBot.Tests.Teams;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace LeerkringBot.Tests.Graph;

/// <summary>Graph tells that a mail came, and the mailbox is looked into.</summary>
public sealed class MailboxNotificationsTests : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2027, 1, 5, 9, 0, 0, TimeSpan.Zero));
    private readonly SqliteDatabase database = SqliteDatabase.Memory();
    private readonly TestLog log = new();
    private readonly HttpClient http = new();
    private FakeGraph graph = null!;
    private MailboxClient client = null!;
    private WebApplication app = null!;
    private int looks;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Uri Endpoint => new(app.Urls.Single() + MailboxNotifications.Path);

    public async ValueTask InitializeAsync()
    {
        graph = await FakeGraph.Start();
        client = new(new(graph.Address, Credentials.Mock().Object), Mailbox.Address, clock);
        await new SqliteTables(database).Create(Cancel);
        app = await Start();
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        client.Dispose();
        await graph.DisposeAsync();
        database.Dispose();
        http.Dispose();
    }

    [Fact]
    public async Task A_subscription_is_made_once_and_a_mail_has_the_mailbox_looked_into()
    {
        await Subscribed();
        Assert.Equal(HttpStatusCode.Accepted, await graph.Subscriptions.Tell());
        await TestBot.Until(() => looks == 1);

        var (id, made) = graph.Subscriptions.All.Single();
        Assert.Equal($"users/{Mailbox.Address}/mailFolders('inbox')/messages", (string?)made["resource"]);
        Assert.InRange(graph.Subscriptions.Until(id), clock.GetUtcNow().AddDays(1.9), clock.GetUtcNow().AddDays(2));

        var port = Endpoint.Port;
        await app.DisposeAsync();
        app = await Start(port);
        await Past(TimeSpan.FromMinutes(3));
        Assert.Single(graph.Calls, call => call.Method == "POST");
    }

    [Fact]
    public async Task It_is_renewed_long_before_it_ends()
    {
        await Subscribed();
        await Past(TimeSpan.FromHours(25), TimeSpan.FromHours(1));
        await TestBot.Until(() => graph.Calls.Any(call => call.Method == "PATCH"));
        Assert.InRange(graph.Subscriptions.Until(graph.Subscriptions.All.Single().Key), clock.GetUtcNow().AddHours(47), clock.GetUtcNow().AddHours(48));
        Assert.Single(graph.Calls, call => call.Method == "POST");
    }

    [Theory]
    [InlineData("missed", "POST", 1)]
    [InlineData("reauthorizationRequired", "PATCH", 1)]
    [InlineData("subscriptionRemoved", "POST", 2)]
    public async Task What_Graph_says_of_the_subscription_is_done(string lifecycleEvent, string method, int times)
    {
        await Subscribed();
        Assert.Equal(HttpStatusCode.Accepted, await graph.Subscriptions.Tell(lifecycleEvent));
        await TestBot.Until(() => looks == 1 && graph.Calls.Count(call => call.Method == method) == times);
        await Subscribed();
        Assert.Equal(HttpStatusCode.Accepted, await graph.Subscriptions.Tell());
        await TestBot.Until(() => looks == 2);
    }

    [Theory]
    [InlineData("""{"value":[{"clientState":"geraden","changeType":"created"}]}""")]
    [InlineData("""{"value":[{"changeType":"created"},null,1,"x"]}""")]
    [InlineData("""{"value":"x"}""")]
    [InlineData("""{"value":[],"value":[]}""")]
    [InlineData("""{"value":[{"clientState":"\ud800"}]}""")]
    [InlineData("""{"value":[{"clientState":"x","clientState":"y"}]}""")]
    [InlineData("""{"value":[{"\ud800":1}]}""")]
    [InlineData("""{"value":[{"clientState":{"a":1,"a":2},"lifecycleEvent":["\ud800"]}]}""")]
    [InlineData("[]")]
    [InlineData("dit is geen JSON")]
    [InlineData("")]
    public async Task What_is_not_said_by_Graph_moves_nothing(string body)
    {
        await Subscribed();
        using var response = await http.PostAsync(Endpoint, new StringContent(body, Encoding.UTF8, "application/json"), Cancel);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, await graph.Subscriptions.Tell(clientState: "geraden"));
        // In order: when this one is heard, the others were.
        await graph.Subscriptions.Tell();
        await TestBot.Until(() => looks == 1);
        Assert.Equal("", log.All);
    }

    [Fact]
    public async Task More_than_Graph_ever_says_is_not_read()
    {
        using var much = new ByteArrayContent(new byte[300_000]);
        using var response = await http.PostAsync(Endpoint, much, Cancel);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        using var token = await http.PostAsync(new Uri($"{Endpoint}?validationToken={new string('x', 5_000)}"), null, Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, token.StatusCode);
    }

    [Fact]
    public async Task A_token_is_said_back_as_plain_text_whatever_it_holds()
    {
        using var response = await http.PostAsync(new Uri($"{Endpoint}?validationToken={Uri.EscapeDataString("<script>é")}"), null, Cancel);
        Assert.Equal("text/plain", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("<script>é", await response.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task Where_Graph_makes_none_it_is_tried_again()
    {
        await Subscribed();
        await app.DisposeAsync();
        await Forget();
        graph.Script = call => call.Method == "POST" ? GraphAnswer.Error(403, "ExtensionError") : null;
        app = await Start();
        await TestBot.Until(() => log.All.Contains("doesn't tell when a mail comes", StringComparison.Ordinal));

        graph.Script = _ => null;
        await Until(() => graph.Subscriptions.All.Count == 2);
    }

    private async Task Forget()
    {
        var table = new SqliteTables(database)[TableNames.Network];
        if (await table.Get("network", "mailbox", Cancel) is { } row) await table.Write([new RowChange.Delete(row)], Cancel);
    }

    private Task Subscribed() => Until(() => graph.Subscriptions.All.Count == 1);

    private async Task Until(Func<bool> condition)
    {
        for (var i = 0; i < 200 && !condition(); i++)
        {
            clock.Advance(TimeSpan.FromSeconds(20));
            await Task.Delay(20, Cancel);
        }

        Assert.True(condition());
    }

    private async Task Past(TimeSpan time, TimeSpan? step = null)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += step ?? TimeSpan.FromSeconds(30))
        {
            clock.Advance(step ?? TimeSpan.FromSeconds(30));
            await Task.Delay(20, Cancel);
        }
    }

    private async Task<WebApplication> Start(int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddFilter("LeerkringBot", LogLevel.Warning).AddFilter("Microsoft", LogLevel.None).AddProvider(log);
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var lease = new Mock<ISenderLease>();
        lease.Setup(one => one.IsHeld).Returns(true);
        WebApplication host = null!;
        builder.Services.AddSingleton(provider => new MailboxNotifications(
            new(client, new SqliteTables(database), new(host.Urls.Single() + MailboxNotifications.Path), clock),
            () => Interlocked.Increment(ref looks),
            lease.Object,
            provider.GetRequiredService<IHostApplicationLifetime>(),
            clock,
            provider.GetRequiredService<ILogger<MailboxNotifications>>()));
        host = builder.Build();
        host.MapPost(MailboxNotifications.Path, (Microsoft.AspNetCore.Http.HttpContext context) => context.RequestServices.GetRequiredService<MailboxNotifications>().Handle(context));
        await host.StartAsync(Cancel);
        await host.Services.GetRequiredService<MailboxNotifications>().StartAsync(Cancel);
        return host;
    }
}
