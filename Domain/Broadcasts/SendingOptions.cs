namespace LeerkringBot.Domain.Broadcasts;

/// <summary>How the sender works.</summary>
public sealed record SendingOptions
{
    /// <summary>Deliveries under way at once; 1 to 256. What breaks off in between may have arrived, so at most so many are uncertain afterwards.</summary>
    public int AtOnce { get; init; } = 32;

    /// <summary>How long another instance waits for a sender that shows no sign of life; 1 second to 5 minutes.</summary>
    public TimeSpan LeaseTerm { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Failures in a row with one cause, after which the organiser is asked.</summary>
    public int MostFailuresInARow { get; init; } = 20;

    /// <summary>From one report of progress to the next.</summary>
    public TimeSpan ReportEvery { get; init; } = TimeSpan.FromSeconds(3);
}
