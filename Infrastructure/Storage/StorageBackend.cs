namespace LeerkringBot.Infrastructure.Storage;

/// <summary>Where rows and work items are kept.</summary>
public abstract record StorageBackend
{
    private StorageBackend() { }

    /// <param name="Path">Absolute, or ":memory:".</param>
    public sealed record Sqlite(string Path) : StorageBackend;

    public sealed record AzureConnection(string ConnectionString) : StorageBackend;

    /// <summary>With the identity the program runs under.</summary>
    public sealed record AzureEndpoints(Uri Table, Uri Queue) : StorageBackend;
}
