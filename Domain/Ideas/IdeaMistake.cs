namespace LeerkringBot.Domain.Ideas;

/// <summary>What can be wrong with an idea as it was typed.</summary>
public enum IdeaMistake
{
    Empty,

    /// <summary>More than <see cref="IdeaText.Longest"/> characters.</summary>
    TooLong,

    /// <summary>The theme has more than <see cref="IdeaText.LongestTheme"/> characters.</summary>
    ThemeTooLong,
}
