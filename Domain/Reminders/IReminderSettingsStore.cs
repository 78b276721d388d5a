namespace LeerkringBot.Domain.Reminders;

public interface IReminderSettingsStore
{
    Task<ReminderSettings> Of(Subject subject, CancellationToken cancellationToken);

    /// <summary>Of everything whose settings were ever changed.</summary>
    Task<IReadOnlyDictionary<Subject, ReminderSettings>> All(CancellationToken cancellationToken);

    /// <summary>The last one who saves has it.</summary>
    Task Save(Subject subject, ReminderSettings settings, CancellationToken cancellationToken);
}
