namespace LeerkringBot.Domain;

/// <summary>How long to wait before something that failed is tried again.</summary>
/// <param name="First">After the first failure; doubled after each further one.</param>
/// <param name="Longest">Never longer by itself.</param>
public sealed record Backoff(TimeSpan First, TimeSpan Longest)
{
    private const int MostDoublings = 20;

    /// <param name="failures">In a row before this one; 0 is the first.</param>
    /// <param name="asked">What the other side asks for, and gets where it is longer; null where it doesn't say.</param>
    /// <param name="chance">0 to 1: spreads the tries of several programs between 80 % and 120 %.</param>
    public TimeSpan Pause(int failures, TimeSpan? asked, double chance)
    {
        var growing = Math.Min(First.Ticks * Math.Pow(2, Math.Min(failures, MostDoublings)), Longest.Ticks);
        var spread = TimeSpan.FromTicks((long)(growing * (0.8 + (0.4 * chance))));
        return asked > spread ? asked.Value : spread;
    }
}
