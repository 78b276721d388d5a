using Azure.Data.Tables;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace LeerkringBot.Infrastructure.Storage;

/// <summary>The settings under <c>Storage:</c>, read into the one backend they mean.</summary>
public static class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>As <c>Storage:SqlitePath</c>: nothing is kept after the program ends.</summary>
    public const string InMemory = ":memory:";

    private static readonly string[] Known = ["ConnectionString", "TableEndpoint", "QueueEndpoint", "SqlitePath", "AllowSqlite"];

    /// <param name="configuration">The whole configuration.</param>
    /// <param name="isDevelopment">SQLite needs no consent.</param>
    /// <param name="contentRoot">What a relative <c>Storage:SqlitePath</c> is relative to.</param>
    /// <exception cref="ConfigurationFaultException">A setting is unknown or malformed, two exclude each other, or none says where to store.</exception>
    public static StorageBackend Read(IConfiguration configuration, bool isDevelopment, string contentRoot)
    {
        var section = configuration.GetSection(Section);
        foreach (var setting in section.GetChildren())
            if (!Known.Contains(setting.Key, StringComparer.OrdinalIgnoreCase)) throw new ConfigurationFaultException($"Storage:{setting.Key} is not a setting. Known are {string.Join(", ", Known)}.");

        var connection = Text(section, "ConnectionString");
        var table = Endpoint(section, "TableEndpoint");
        var queue = Endpoint(section, "QueueEndpoint");
        var path = Text(section, "SqlitePath");
        var allowed = Flag(section, "AllowSqlite");

        if (connection is not null && (table ?? queue) is not null) throw new ConfigurationFaultException("Storage:ConnectionString and Storage:TableEndpoint exclude each other: set one of them.");
        if (path is not null && (connection is not null || (table ?? queue) is not null)) throw new ConfigurationFaultException("Storage:SqlitePath excludes a storage account: remove it, or Storage:ConnectionString and the endpoints.");
        if (connection is not null) return new StorageBackend.AzureConnection(Connection(connection));
        if (table is not null) return new StorageBackend.AzureEndpoints(table, queue ?? throw new ConfigurationFaultException("Storage:QueueEndpoint is missing: it goes with Storage:TableEndpoint."));
        if (queue is not null) throw new ConfigurationFaultException("Storage:TableEndpoint is missing: it goes with Storage:QueueEndpoint.");
        if (!isDevelopment && !allowed) throw new ConfigurationFaultException("Storage:ConnectionString is missing. Set it, or Storage:TableEndpoint and Storage:QueueEndpoint, or Storage:AllowSqlite=true to keep everything in one file on this machine.");
        return new StorageBackend.Sqlite(path == InMemory ? path : Path.GetFullPath(path ?? Path.Combine("App_Data", "leerkring.db"), contentRoot));
    }

    private static string? Text(IConfigurationSection section, string name) =>
        section[name] is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    private static bool Flag(IConfigurationSection section, string name) => Text(section, name) switch
    {
        null => false,
        var text => bool.TryParse(text, out var flag) ? flag : throw new ConfigurationFaultException($"Storage:{name} is '{text}'; it must be true or false."),
    };

    private static Uri? Endpoint(IConfigurationSection section, string name)
    {
        if (Text(section, name) is not { } text) return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.IsLoopback)
            ? address
            : throw new ConfigurationFaultException($"Storage:{name} is '{text}'; it must be an https address.");
    }

    // The message never repeats the connection string: it holds a key.
    private static string Connection(string text)
    {
        try
        {
            _ = new TableServiceClient(text);
            _ = new QueueServiceClient(text);
            return text;
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException or InvalidOperationException)
        {
            throw new ConfigurationFaultException("Storage:ConnectionString is not the connection string of a storage account with tables and queues.", fault);
        }
    }
}
