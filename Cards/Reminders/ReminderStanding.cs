namespace LeerkringBot.Cards.Reminders;

/// <summary>How it stands with a reminder.</summary>
public abstract record ReminderStanding
{
    private ReminderStanding() { }

    public sealed record Off : ReminderStanding;

    /// <param name="At">When it goes out.</param>
    /// <param name="People">To how many, if it went out now.</param>
    public sealed record Planned(DateTimeOffset At, int People) : ReminderStanding;

    /// <summary>Its moment is past and it can still go: within minutes, or when working hours begin.</summary>
    /// <param name="People">To how many, if it went out now.</param>
    public sealed record Late(int People) : ReminderStanding;

    public sealed record Sent(DateTimeOffset At) : ReminderStanding;

    /// <summary>It makes no sense any more, and did not go out.</summary>
    public sealed record Over : ReminderStanding;
}
