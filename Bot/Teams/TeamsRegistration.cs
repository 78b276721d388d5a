using LeerkringBot.Bot.Files;
using LeerkringBot.Bot.Routing;
using LeerkringBot.Bot.Settings;
using LeerkringBot.Domain;
using LeerkringBot.Infrastructure;
using LeerkringBot.Infrastructure.Graph;
using LeerkringBot.Infrastructure.Teams;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LeerkringBot.Bot.Teams;

public static class TeamsRegistration
{
    /// <exception cref="ConfigurationFaultException">See <see cref="TeamsSettings.Read"/>.</exception>
    public static void AddTeams(this WebApplicationBuilder builder)
    {
        var settings = TeamsSettings.Read(builder.Configuration, builder.Environment.IsDevelopment());
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(settings);
        services.AddSingleton(new ServiceUrls(settings.App is null));
        services.AddSingleton(new ConnectorToken(settings.App?.Credential));
        services.AddSingleton(PaceSettings.Read(builder.Configuration));
        services.AddSingleton<Pace>();
        services.AddHttpClient<ConnectorClient>(client => client.Timeout = Timeout.InfiniteTimeSpan)
            .UseSocketsHttpHandler((handler, _) =>
            {
                handler.AllowAutoRedirect = false;
                handler.UseCookies = false;
                handler.ConnectTimeout = TimeSpan.FromSeconds(5);
                handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5);
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers()
            .AddConnectorRetries();
        services.AddSingleton(new UploadHosts());
        services.AddHttpClient<FileUploads>(client => client.Timeout = TimeSpan.FromSeconds(10))
            .UseSocketsHttpHandler((handler, _) =>
            {
                handler.AllowAutoRedirect = false;
                handler.UseCookies = false;
                handler.ConnectTimeout = TimeSpan.FromSeconds(5);
                handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5);
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        services.AddSingleton<FileConsentHandler>();
        services.AddSingleton<IFileConsent>(provider => new FileConsent(
            provider.GetRequiredService<TeamsMessenger>(), settings.App is not null, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<FileConsent>>()));
        services.AddSingleton<ConversationStore>();
        services.AddSingleton<IPersonalData, ConversationPersonalData>();
        var graph = GraphSettings.Read(builder.Configuration, builder.Environment.IsDevelopment());
        services.AddSingleton(new GraphAccess(graph.Address, settings.App?.Credential));
        services.AddProactiveInstallation(graph, settings.App);
        services.AddSingleton<TeamsMessenger>();
        services.AddSingleton<IMessenger>(provider => provider.GetRequiredService<TeamsMessenger>());
        services.AddSingleton<IChatLink, ChatLink>();
        services.AddSingleton<TeamChannels>();
        services.AddSingleton<Turns>();
        services.AddSingleton<Redeliveries>();
        services.AddSingleton<Answers>();
        services.AddSingleton<MessageHandler>();
        services.AddSingleton<InvokeHandler>();
        services.AddSingleton<InstallationHandler>();
        services.AddSingleton(Door);
        services.AddSingleton<TeamsEndpoint>();
    }

    public static void MapTeams(this WebApplication app) =>
        app.MapPost("/api/messages", app.Services.GetRequiredService<TeamsEndpoint>().Handle);

    private static void AddProactiveInstallation(this IServiceCollection services, GraphSettings graph, AppRegistration? app)
    {
        if (graph.TeamsAppId is not { } teamsApp || app is null) return;
        services.AddSingleton(provider => new ProactiveInstallation(
            new(GraphClient.Create(graph.Address, app.Credential), teamsApp, provider.GetRequiredService<ILogger<BotInstallation>>()),
            provider.GetRequiredService<ConversationStore>(),
            app.TenantId,
            "28:" + app.AppId,
            ServiceUrls.Global));
    }

    private static Admission Door(IServiceProvider provider)
    {
        var settings = provider.GetRequiredService<TeamsSettings>();
        if (settings.App is null) return new(settings, null);
        var clock = provider.GetRequiredService<TimeProvider>();
        var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10), MaxResponseContentBufferSize = 1024 * 1024 };
        var keys = new SigningKeys(settings.OpenIdMetadata, http, clock, provider.GetRequiredService<ILogger<SigningKeys>>());
        return new(settings, new IncomingTokens(settings.App.AppId, keys, clock));
    }
}
