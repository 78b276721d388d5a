using System.Collections.Immutable;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Reminders;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Infrastructure.Reminders;

/// <summary>Table Reminders, partition = network: "g|gathering" and "p|poll", what organisers changed of their reminders.</summary>
public sealed class ReminderSettingsStore(ITables tables) : IReminderSettingsStore
{
    private const int Tries = 8;
    private const string Days = nameof(Days);
    private readonly ITable table = tables[TableNames.Reminders];

    public async Task<ReminderSettings> Of(Subject subject, CancellationToken cancellationToken) =>
        await table.Get(Partition.Network, subject.Key, cancellationToken) is { } row ? Read(row) : ReminderSettings.Default;

    public async Task<IReadOnlyDictionary<Subject, ReminderSettings>> All(CancellationToken cancellationToken)
    {
        var all = new Dictionary<Subject, ReminderSettings>();
        await foreach (var row in table.Begins(Partition.Network, "", cancellationToken))
            if (Subject.Find(row.RowKey) is { } subject) all[subject] = Read(row);
        return all;
    }

    public async Task Save(Subject subject, ReminderSettings settings, CancellationToken cancellationToken)
    {
        var row = Write(subject, settings);
        for (var i = 0; i < Tries; i++)
        {
            var stored = await table.Get(row.PartitionKey, row.RowKey, cancellationToken);
            RowChange change = stored is null ? new RowChange.Insert(row) : new RowChange.Replace(row with { ETag = stored.ETag });
            if (await table.Write([change], cancellationToken)) return;
        }

        throw new StorageFaultException($"The reminders of {subject.Key} change all the time.");
    }

    private static Row Write(Subject subject, ReminderSettings settings) => Row.Of(
        Partition.Network,
        subject.Key,
        [
            .. settings.Changed.Select((string, object?) (one) => (one.Key.ToString(), one.Value.IsOn)),
            .. settings.Changed.Select((string, object?) (one) => (one.Key + Days, (long)one.Value.Days)),
        ]);

    private static ReminderSettings Read(Row row) => new(Enum.GetValues<ReminderKind>()
        .Where(kind => row.Values.ContainsKey(kind.ToString()))
        .ToImmutableDictionary(kind => kind, kind => new ReminderSetting(row.Flag(kind.ToString()), (int)(row.Whole(kind + Days) ?? 0))));
}
