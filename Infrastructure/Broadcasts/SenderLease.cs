using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Infrastructure.Broadcasts;

/// <summary>Table Network, row "sender": renewed by who holds it. Lapsed when its version stays the same for its term on the watcher's own monotonic clock, so clocks of instances need not agree.</summary>
public sealed class SenderLease(ITables tables, SendingOptions options, TimeProvider clock) : ISenderLease
{
    private const string Key = "sender";
    private const string Holder = nameof(Holder);
    private readonly ITable table = tables[TableNames.Network];
    private readonly string me = Domain.Key.New();
    private (string? Version, long Since) seen;

    public bool IsHeld { get; private set; }

    public async Task<bool> Hold(CancellationToken cancellationToken)
    {
        IsHeld = false;
        return IsHeld = await Try(cancellationToken);
    }

    private async Task<bool> Try(CancellationToken cancellationToken)
    {
        var mine = Row.Of(Partition.Network, Key, (Holder, me));
        if (await table.Get(Partition.Network, Key, cancellationToken) is not { } row) return await table.Write([new RowChange.Insert(mine)], cancellationToken);
        if (row.Text(Holder) != me && !HasLapsed(row.ETag!)) return false;
        return await table.Write([new RowChange.Replace(mine with { ETag = row.ETag })], cancellationToken);
    }

    public async Task Release(CancellationToken cancellationToken)
    {
        IsHeld = false;
        if (await table.Get(Partition.Network, Key, cancellationToken) is { } row && row.Text(Holder) == me) await table.Write([new RowChange.Delete(row)], cancellationToken);
    }

    private bool HasLapsed(string version)
    {
        if (seen.Version != version) seen = (version, clock.GetTimestamp());
        return clock.GetElapsedTime(seen.Since) >= options.LeaseTerm;
    }
}
