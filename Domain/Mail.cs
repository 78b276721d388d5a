namespace LeerkringBot.Domain;

/// <param name="To">One address.</param>
/// <param name="ToName">Display name of the receiver, or empty.</param>
/// <param name="Subject">One line; a line break in it is refused.</param>
/// <param name="Text">Plain text, lines ended by \n.</param>
/// <param name="Calendar">An iCalendar text to attach, or null.</param>
public sealed record Mail(string To, string ToName, string Subject, string Text, string? Calendar = null);
