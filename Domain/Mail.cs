namespace LeerkringBot.Domain;

/// <summary>A mail that the bot writes. It says of itself that no person sent it, so that no absence message and no other robot answers it.</summary>
/// <param name="To">One address.</param>
/// <param name="ToName">Display name of the receiver, or empty.</param>
/// <param name="Subject">One line; a line break in it is refused.</param>
/// <param name="Text">Plain text, lines ended by \n. Lines that begin with "- " are a list; an address on the web becomes a link.</param>
/// <param name="Calendar">An iCalendar text to attach, or null.</param>
public sealed record Mail(string To, string ToName, string Subject, string Text, string? Calendar = null)
{
    /// <summary>What it is written in.</summary>
    public Language Language { get; init; } = Language.Dutch;

    /// <summary>The mail that it answers, so that both stand in one conversation; null where it answers none.</summary>
    public MailThread? Answers { get; init; }
}
