using System.Collections.Immutable;
using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Infrastructure.Networks;

/// <summary>Table Network: "n" the network itself, "g|GM0867" its municipalities.</summary>
public sealed class NetworkStore(ITables tables, TimeProvider clock) : INetwork
{
    private readonly ITable table = tables[TableNames.Network];
    private readonly Remembered<string, Network> remembered = new(clock);

    public async ValueTask<Network> Current(CancellationToken cancellationToken) =>
        await remembered.Get("", Read, cancellationToken) ?? Network.Empty;

    /// <summary>Stores the network; municipalities that it no longer names stay, because answers may point to them.</summary>
    public async Task Save(Network network, CancellationToken cancellationToken)
    {
        Row[] rows =
        [
            Row.Of(Partition.Network, "n", (nameof(Network.Name), network.Name), (nameof(Network.Mailbox), network.Mailbox)),
            .. network.Municipalities.Values.Select(municipality => Row.Of(
                Partition.Network,
                $"g|{municipality.Code}",
                (nameof(Municipality.Name), municipality.Name),
                (nameof(Municipality.EmailDomains), string.Join(' ', municipality.EmailDomains)))),
        ];
        foreach (var row in rows) await Put(row, cancellationToken);
        remembered.Forget("");
    }

    private async Task Put(Row row, CancellationToken cancellationToken)
    {
        var stored = await table.Get(row.PartitionKey, row.RowKey, cancellationToken);
        await table.Write([RowChange.Put(row, stored)], cancellationToken);
    }

    private async Task<Network?> Read(CancellationToken cancellationToken)
    {
        // One request: "g|…" and "n" stand together.
        var rows = await table.Query(Partition.Network, "g|", "n~", [], cancellationToken).List(cancellationToken);
        if (rows is not [.., { RowKey: "n" } head]) return null;
        var municipalities = rows.SkipLast(1).Select(row => new Municipality(
            MunicipalityCode.Parse(row.RowKey[2..]),
            row.Text(nameof(Municipality.Name)) ?? "",
            [.. (row.Text(nameof(Municipality.EmailDomains)) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)]));
        return new(
            head.Text(nameof(Network.Name)) ?? "",
            head.Text(nameof(Network.Mailbox)) ?? "",
            municipalities.ToImmutableSortedDictionary(municipality => municipality.Code.ToString(), municipality => municipality, StringComparer.Ordinal));
    }
}
