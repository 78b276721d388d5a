using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Tests.Storage;

/// <summary>Every table can be made to fail.</summary>
public sealed class FaultyTables(ITables inner) : ITables
{
    private readonly Dictionary<string, FaultyTable> tables = TableNames.All.ToDictionary(name => name, name => new FaultyTable(inner[name]));

    ITable ITables.this[string name] => tables[name];

    public FaultyTable this[string name] => tables[name];

    public Task Create(CancellationToken cancellationToken) => inner.Create(cancellationToken);
}
