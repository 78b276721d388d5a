using System.Globalization;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Infrastructure.Work;

/// <summary>The queue in a SQLite file.</summary>
public sealed class SqliteQueue(SqliteDatabase database, TimeProvider clock) : IQueue
{
    private const string Table = "CREATE TABLE IF NOT EXISTS queue (id INTEGER PRIMARY KEY AUTOINCREMENT, visible_at INTEGER NOT NULL, receipt TEXT NOT NULL, tries INTEGER NOT NULL, body TEXT NOT NULL)";
    private const string Index = "CREATE INDEX IF NOT EXISTS queue_visible_at ON queue (visible_at)";
    private const string Insert = "INSERT INTO queue (visible_at, receipt, tries, body) VALUES ($0, '', 0, $1)";
    private const string Visible = "SELECT EXISTS (SELECT 1 FROM queue WHERE visible_at <= $0)";
    private const string Lease = "UPDATE queue SET visible_at = $1, receipt = $2, tries = tries + 1 WHERE id IN (SELECT id FROM queue WHERE visible_at <= $0 ORDER BY visible_at, id LIMIT $3) RETURNING id, body, tries";
    private const string Remove = "DELETE FROM queue WHERE id = $0 AND receipt = $1";
    private const string Hide = "UPDATE queue SET visible_at = $2, receipt = $3 WHERE id = $0 AND receipt = $1";

    public TimeSpan LongestIdle => TimeSpan.FromSeconds(2);

    public Task Create(CancellationToken cancellationToken) => database.Write(
        session =>
        {
            session.Execute(Table);
            session.Execute(Index);
            return true;
        },
        cancellationToken);

    public Task Send(string body, TimeSpan visibleIn, CancellationToken cancellationToken)
    {
        QueueRules.CheckSend(body, visibleIn);
        var visibleAt = Ticks(visibleIn);
        return database.Write(session => session.Execute(Insert, visibleAt, body) == 1, cancellationToken);
    }

    public async Task<IReadOnlyList<QueueMessage>> Receive(int most, TimeSpan lease, CancellationToken cancellationToken)
    {
        QueueRules.CheckReceive(most, lease);
        cancellationToken.ThrowIfCancellationRequested();

        // Most looks find nothing, and those shouldn't write.
        if (!database.Read(AnyVisible)) return [];

        var messages = new List<QueueMessage>();
        var receipt = Guid.NewGuid().ToString("N");
        await database.Write(
            session =>
            {
                using var leased = session.Read(Lease, Ticks(TimeSpan.Zero), Ticks(lease), receipt, most);
                while (leased.Read())
                    messages.Add(new(leased.GetInt64(0).ToString(CultureInfo.InvariantCulture), receipt, leased.GetString(1), leased.GetInt32(2)));
                return true;
            },
            cancellationToken);
        return messages;
    }

    public async Task<QueueMessage?> Renew(QueueMessage message, TimeSpan lease, CancellationToken cancellationToken)
    {
        QueueRules.CheckLease(lease);
        var receipt = Guid.NewGuid().ToString("N");
        return await Postpone(message, lease, receipt, cancellationToken) ? message with { Receipt = receipt } : null;
    }

    public Task<bool> Delete(QueueMessage message, CancellationToken cancellationToken) =>
        database.Write(session => session.Execute(Remove, Id(message), message.Receipt) == 1, cancellationToken);

    public Task<bool> Postpone(QueueMessage message, TimeSpan delay, CancellationToken cancellationToken)
    {
        QueueRules.CheckDelay(delay);
        return Postpone(message, delay, "", cancellationToken);
    }

    private Task<bool> Postpone(QueueMessage message, TimeSpan delay, string receipt, CancellationToken cancellationToken) =>
        database.Write(session => session.Execute(Hide, Id(message), message.Receipt, Ticks(delay), receipt) == 1, cancellationToken);

    private static long Id(QueueMessage message) => long.Parse(message.Id, CultureInfo.InvariantCulture);

    private bool AnyVisible(SqliteSession session)
    {
        using var found = session.Read(Visible, Ticks(TimeSpan.Zero));
        return found.Read() && found.GetBoolean(0);
    }

    private long Ticks(TimeSpan fromNow) => (clock.GetUtcNow() + fromNow).UtcTicks;
}
