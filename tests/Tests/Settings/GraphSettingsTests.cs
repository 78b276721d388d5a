using LeerkringBot.Bot.Settings;
using LeerkringBot.Bot.Teams;
using LeerkringBot.Infrastructure;
using LeerkringBot.Infrastructure.Graph;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LeerkringBot.Tests.Settings;

/// <summary>What the bot may do through Graph. What is wrong stops the start, and is named.</summary>
public sealed class GraphSettingsTests
{
    private const string App = "b1c5353a-7aca-41b3-830f-27d5218fe0e5";

    [Theory]
    [InlineData("Graph:TeamsAppId", "leerkring")]
    [InlineData("Graph:TeamsAppId", "")]
    [InlineData("Graph:Mailbox", "leerkring")]
    [InlineData("Graph:Mailbox", "")]
    [InlineData("Graph:Mailbox", "Leerkring <leerkring@m50.example>")]
    [InlineData("Graph:Notifications", "ja")]
    [InlineData("Graph:Address", "graph.microsoft.com")]
    [InlineData("Graph:Address", "http://graph.example/v1.0")]
    public void A_wrong_one_is_named(string setting, string value)
    {
        var fault = Assert.Throws<ConfigurationFaultException>(() => Read(isDevelopment: true, isRegistered: true, (setting, value)));
        Assert.StartsWith($"{setting} is '{value}'", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
    }

    [Fact]
    public void An_unknown_one_is_named()
    {
        var fault = Assert.Throws<ConfigurationFaultException>(() => KnownSettings.Check(Of(("Graph:TeamsApp", App)), isDevelopment: true));
        Assert.StartsWith("Graph:TeamsApp is not a setting", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Graph:TeamsAppId", App)]
    [InlineData("Graph:Mailbox", "leerkring@m50.example")]
    public void Only_a_registered_bot_may_do_anything(string setting, string value)
    {
        var fault = Assert.Throws<ConfigurationFaultException>(() => Read(isDevelopment: true, isRegistered: false, (setting, value)));
        Assert.StartsWith($"{setting} is set although MicrosoftAppId is missing", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_mailbox_there_is_nothing_to_tell()
    {
        var fault = Assert.Throws<ConfigurationFaultException>(() => Read(isDevelopment: true, isRegistered: true, ("Graph:Notifications", "true")));
        Assert.StartsWith("Graph:Notifications is true although Graph:Mailbox is missing", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Mail_goes_one_way()
    {
        var fault = Assert.Throws<ConfigurationFaultException>(() => Read(isDevelopment: true, isRegistered: true, ("Graph:Mailbox", "leerkring@m50.example"), ("Mail:Directory", "mail")));
        Assert.StartsWith("Mail:Directory is set although mail goes through Graph:Mailbox", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_on_this_machine_is_for_Development()
    {
        var local = ("Graph:Address", "http://127.0.0.1:5005/v1.0");
        Assert.Equal(5005, Read(isDevelopment: true, isRegistered: false, local, ("Graph:Mailbox", "Leerkring@M50.example")).Address.Port);
        Assert.Throws<ConfigurationFaultException>(() => Read(isDevelopment: false, isRegistered: true, local));
    }

    [Fact]
    public void Without_any_nothing_goes_through_Graph()
    {
        Assert.Equal(new GraphSettings(GraphClient.Public, null, null, false), Read(isDevelopment: false, isRegistered: true));
        Assert.Null(Edge().GetService<ProactiveInstallation>());
    }

    [Fact]
    public void With_the_app_of_the_catalogue_the_bot_installs_itself() =>
        Assert.NotNull(Edge(("Graph:TeamsAppId", App)).GetService<ProactiveInstallation>());

    private static ServiceProvider Edge(params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        (string, string)[] registration =
        [
            ("MicrosoftAppId", "11111111-0000-4000-8000-000000000001"), ("MicrosoftAppType", "SingleTenant"),
            ("MicrosoftAppTenantId", "11111111-0000-4000-8000-000000000002"), ("MicrosoftAppPassword", "geheim"),
        ];
        foreach (var (key, value) in registration.Concat(settings)) builder.Configuration[key] = value;
        builder.AddTeams();
        builder.Services.AddSingleton<Infrastructure.Storage.ITables>(_ => new Infrastructure.Storage.SqliteTables(Infrastructure.Storage.SqliteDatabase.Memory()));
        return builder.Services.BuildServiceProvider();
    }

    private static GraphSettings Read(bool isDevelopment, bool isRegistered, params (string Key, string Value)[] settings) => GraphSettings.Read(Of([.. settings, .. isRegistered ? [("MicrosoftAppId", App)] : Array.Empty<(string, string)>()]), isDevelopment);

    private static IConfiguration Of(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(one => KeyValuePair.Create<string, string?>(one.Key, one.Value))).Build();
}
