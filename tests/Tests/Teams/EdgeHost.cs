using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using LeerkringBot.Bot.Files;
using LeerkringBot.Bot.Routing;
using LeerkringBot.Bot.Start;
using LeerkringBot.Bot.Teams;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Members;
using LeerkringBot.Infrastructure.Members;
using LeerkringBot.Infrastructure.Networks;
using LeerkringBot.Infrastructure.Sealing;
using LeerkringBot.Infrastructure.Storage;
using LeerkringBot.Infrastructure.Teams;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LeerkringBot.Tests.Teams;

/// <summary>The edge on a real port, with the real router, SQLite in memory, a feature for tests and a fake connector.</summary>
internal sealed class EdgeHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient client;

    private EdgeHost(WebApplication app, FakeConnector connector, TestFeature feature, TestLog log)
    {
        (this.app, Connector, Feature, Log) = (app, connector, feature, log);
        client = new HttpClient { BaseAddress = new(app.Urls.Single()) };
    }

    public FakeConnector Connector { get; }

    public TestFeature Feature { get; }

    public TestLog Log { get; }

    public string ServiceUrl => Connector.Url;

    public Uri Messages => new(client.BaseAddress!, "/api/messages");

    public IServiceProvider Services => app.Services;

    public ConversationStore Conversations => Services.GetRequiredService<ConversationStore>();

    public IMemberStore Members => Services.GetRequiredService<IMemberStore>();

    public TeamsMessenger Messenger => Services.GetRequiredService<TeamsMessenger>();

    public static Task<EdgeHost> Start() => Start(_ => { });

    public static async Task<EdgeHost> Start(Action<WebApplicationBuilder> configure, params (string Key, string Value)[] settings)
    {
        var (connector, feature, log) = (await FakeConnector.Start(), new TestFeature(), new TestLog());
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Key, setting.Value)));
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Services
            .AddSingleton(_ => SqliteDatabase.Memory())
            .AddSingleton<ITables, SqliteTables>()
            .AddSingleton<IMemberStore, MemberStore>()
            .AddSingleton<IMembers>(provider => provider.GetRequiredService<IMemberStore>())
            .AddSingleton<ISeal, AesSeal>()
            .AddSingleton<FileTickets>()
            .AddSingleton<INetwork, NetworkStore>()
            .AddSingleton<RecogniseMember>()
            .AddSingleton<StartPage>()
            .AddSingleton<Router>()
            .AddSingleton(connector)
            .AddSingleton<IFeature>(feature)
            .AddSingleton<ISearch>(feature);
        builder.AddTeams();
        builder.Services.AddSingleton(new ServiceUrls(false, connector.Url[..^"/emea/".Length]));
        builder.Services.AddSingleton(new UploadHosts(connector.Url[..^"/emea/".Length]));
        builder.Services.Configure<ConnectorOptions>(options => options.RetryDelay = TimeSpan.FromMilliseconds(10));
        configure(builder);
        var host = builder.Build();
        host.MapTeams();
        await host.Services.GetRequiredService<ITables>().Create(TestContext.Current.CancellationToken);
        await host.StartAsync();
        return new(host, connector, feature, log);
    }

    public JsonObject Personal(string type) => Activities.Personal(type, ServiceUrl);

    public JsonObject InChannel(string type) => Activities.InChannel(type, ServiceUrl);

    public async Task<(HttpStatusCode Status, string Body)> Post(string json, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        change?.Invoke(request);
        using var response = await client.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public Task<(HttpStatusCode Status, string Body)> Post(JsonNode activity, Action<HttpRequestMessage>? change = null) => Post(activity.ToJsonString(), change);

    /// <summary>Posts, and checks that it is accepted.</summary>
    public async Task<string> Deliver(JsonNode activity)
    {
        var (status, body) = await Post(activity);
        Assert.Equal(HttpStatusCode.OK, status);
        return body;
    }

    public async Task<List<string>> Rows(string table)
    {
        var rows = new List<string>();
        await foreach (var row in Services.GetRequiredService<ITables>()[table].Query("network", "!", "~", [], TestContext.Current.CancellationToken)) rows.Add(row.RowKey);
        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
        await Connector.DisposeAsync();
    }
}
