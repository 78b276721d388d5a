namespace LeerkringBot.Domain.Registrations;

public abstract record CapacityOutcome
{
    private CapacityOutcome() { }

    public sealed record Changed(RegistrationSheet Sheet) : CapacityOutcome;

    /// <param name="Least">Nobody loses a place that was confirmed.</param>
    public sealed record TooLow(int Least) : CapacityOutcome;

    public sealed record UnknownGathering : CapacityOutcome;
}
