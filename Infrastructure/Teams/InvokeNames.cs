namespace LeerkringBot.Infrastructure.Teams;

public static class InvokeNames
{
    /// <summary>A Universal Action: Action.Execute was pressed.</summary>
    public const string AdaptiveCardAction = "adaptiveCard/action";

    /// <summary>Somebody types in an input with a Data.Query.</summary>
    public const string Search = "application/search";

    /// <summary>Yes or no to a file consent card.</summary>
    public const string FileConsent = "fileConsent/invoke";
}
