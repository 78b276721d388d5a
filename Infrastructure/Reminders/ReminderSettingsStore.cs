using System.Collections.Immutable;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Reminders;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Infrastructure.Reminders;

/// <summary>Table Reminders, partition = network: "g|gathering" and "p|poll", what organisers changed of their reminders.</summary>
public sealed class ReminderSettingsStore(ITables tables) : IReminderSettingsStore
{
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

    public Task Save(Subject subject, ReminderSettings settings, CancellationToken cancellationToken) =>
        table.Put(Write(subject, settings), $"What is decided of the reminders of {subject.Key}", cancellationToken);

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
