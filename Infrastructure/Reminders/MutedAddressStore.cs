using LeerkringBot.Domain.Reminders;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Infrastructure.Reminders;

/// <summary>Table Reminders, partition = network: "a|hash" of an address that wants none.</summary>
public sealed class MutedAddressStore(ITables tables) : IMutedAddresses
{
    private readonly ITable table = tables[TableNames.Reminders];

    public async Task<bool> Include(Reminded.OfAddress address, CancellationToken cancellationToken) =>
        await table.Get(Partition.Network, address.Key, cancellationToken) is not null;

    public Task Set(Reminded.OfAddress address, bool wantsNone, CancellationToken cancellationToken)
    {
        var row = Row.Of(Partition.Network, address.Key);
        return table.Write([wantsNone ? new RowChange.Insert(row) : new RowChange.Delete(row)], cancellationToken);
    }
}
