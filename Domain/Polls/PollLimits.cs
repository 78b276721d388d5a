namespace LeerkringBot.Domain.Polls;

/// <summary>How much fits. Together they keep a poll's card well under what Teams takes.</summary>
public static class PollLimits
{
    public const int Question = 200;
    public const int Explanation = 2000;
    public const int LinkTitle = 80;
    public const int LinkAddress = 400;
    public const int Links = 5;
    public const int OptionTitle = 80;
    public const int FewestOptions = 2;
    public const int MostOptions = 12;

    /// <summary>Dates are a grid: more of them can't be read on a phone.</summary>
    public const int MostDates = 10;

    /// <summary>Of a detail that is a text.</summary>
    public const int Detail = 500;
    public const int Contact = 200;
    public const int Place = 120;
    public const int Address = 200;
    public const int Capacity = 100_000;
    public const int Source = 200;

    /// <summary>Results of an anonymous poll show from so many answers.</summary>
    public const int FewestAnonymous = 5;

    public static readonly TimeSpan LongestOpen = TimeSpan.FromDays(366);
}
