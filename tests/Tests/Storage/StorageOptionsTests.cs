using LeerkringBot.Infrastructure;
using LeerkringBot.Infrastructure.Storage;
using Microsoft.Extensions.Configuration;

namespace LeerkringBot.Tests.Storage;

public sealed class StorageOptionsTests
{
    private const string Connection = "DefaultEndpointsProtocol=https;AccountName=leerkring;AccountKey=bm90IGEga2V5;EndpointSuffix=core.windows.net";

    private static readonly string Root = Path.GetFullPath("/srv/bot");

    [Fact]
    public void Development_without_settings_uses_a_file_under_the_bot() =>
        Assert.Equal(new StorageBackend.Sqlite(Path.Join(Root, "App_Data", "leerkring.db")), Read(isDevelopment: true));

    [Fact]
    public void A_path_is_relative_to_the_bot()
    {
        Assert.Equal(new StorageBackend.Sqlite(Path.Join(Root, "data", "own.db")), Read(true, ("SqlitePath", "data/own.db")));
        Assert.Equal(new StorageBackend.Sqlite(Path.GetFullPath("/var/own.db")), Read(true, ("SqlitePath", "/var/own.db")));
        Assert.Equal(new StorageBackend.Sqlite(":memory:"), Read(true, ("SqlitePath", ":memory:")));
    }

    [Fact]
    public void Production_uses_sqlite_with_explicit_consent_only()
    {
        Assert.Equal(new StorageBackend.Sqlite(Path.Join(Root, "App_Data", "leerkring.db")), Read(false, ("AllowSqlite", "true")));

        Assert.Contains("Storage:ConnectionString", Fault(false), StringComparison.Ordinal);
        Assert.Contains("Storage:AllowSqlite", Fault(false, ("AllowSqlite", "false")), StringComparison.Ordinal);
        Assert.Contains("Storage:AllowSqlite", Fault(false, ("SqlitePath", "own.db")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_storage_account_is_used_wherever_it_is_set(bool isDevelopment)
    {
        Assert.Equal(new StorageBackend.AzureConnection(Connection), Read(isDevelopment, ("ConnectionString", Connection)));
        Assert.Equal(
            new StorageBackend.AzureEndpoints(new("https://a.table.core.windows.net"), new("https://a.queue.core.windows.net")),
            Read(isDevelopment, ("TableEndpoint", "https://a.table.core.windows.net"), ("QueueEndpoint", "https://a.queue.core.windows.net")));
    }

    public static TheoryData<string, (string, string)[]> Wrong =>
    [
        ("Storage:Sqlitepad", [("Sqlitepad", "own.db")]),
        ("Storage:AllowSqlite", [("AllowSqlite", "ja")]),
        ("Storage:ConnectionString", [("ConnectionString", "nonsense")]),
        ("Storage:ConnectionString", [("ConnectionString", "AccountName=a;AccountKey=%%%")]),
        ("Storage:ConnectionString", [("ConnectionString", Connection), ("TableEndpoint", "https://a.table.core.windows.net")]),
        ("Storage:SqlitePath", [("ConnectionString", Connection), ("SqlitePath", "own.db")]),
        ("Storage:SqlitePath", [("TableEndpoint", "https://a.table.core.windows.net"), ("QueueEndpoint", "https://a.queue.core.windows.net"), ("SqlitePath", "own.db")]),
        ("Storage:QueueEndpoint", [("TableEndpoint", "https://a.table.core.windows.net")]),
        ("Storage:TableEndpoint", [("QueueEndpoint", "https://a.queue.core.windows.net")]),
        ("Storage:TableEndpoint", [("TableEndpoint", "a.table.core.windows.net"), ("QueueEndpoint", "https://a.queue.core.windows.net")]),
        ("Storage:TableEndpoint", [("TableEndpoint", "http://a.table.core.windows.net"), ("QueueEndpoint", "https://a.queue.core.windows.net")]),
        ("Storage:QueueEndpoint", [("TableEndpoint", "https://a.table.core.windows.net"), ("QueueEndpoint", "ftp://a")]),
    ];

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void A_wrong_setting_is_named_in_one_line(string named, (string, string)[] settings)
    {
        foreach (var isDevelopment in new[] { true, false })
        {
            var fault = Fault(isDevelopment, settings);
            Assert.Contains(named, fault, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', fault);
            Assert.DoesNotContain("AccountKey", fault, StringComparison.Ordinal);
        }
    }

    private static string Fault(bool isDevelopment, params (string, string)[] settings) =>
        Assert.Throws<ConfigurationFaultException>(() => Read(isDevelopment, settings)).Message;

    private static StorageBackend Read(bool isDevelopment, params (string Name, string Value)[] settings) => StorageOptions.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Storage:{setting.Name}", (string?)setting.Value))).Build(),
        isDevelopment,
        Root);
}
