namespace LeerkringBot.Domain.Reminders;

public interface IReminderSettingsStore
{
    Task<ReminderSettings> Of(ReminderSubject subject, CancellationToken cancellationToken);

    /// <summary>Of everything whose settings were ever changed.</summary>
    Task<IReadOnlyDictionary<ReminderSubject, ReminderSettings>> All(CancellationToken cancellationToken);

    /// <summary>The last one who saves has it.</summary>
    Task Save(ReminderSubject subject, ReminderSettings settings, CancellationToken cancellationToken);
}
