namespace LeerkringBot.Domain.Polls;

/// <summary>Which municipality hosts.</summary>
/// <param name="Chosen">Whose offer.</param>
/// <param name="Number">1 for the first choice, then one more each time.</param>
/// <param name="Before">Who was chosen before; null for the first choice.</param>
public sealed record HostDecision(MunicipalityCode Chosen, int Number, MunicipalityCode? Before = null)
{
    /// <summary>The gathering has its host and place: whatever an organiser changes there from now on stays.</summary>
    public bool IsDone { get; init; }
}
