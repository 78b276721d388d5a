namespace LeerkringBot.Domain.Broadcasts;

/// <summary>What an organiser wrote to be sent; of a draft, as it was typed.</summary>
/// <param name="Title">One line.</param>
/// <param name="Text">Paragraphs parted by a blank line.</param>
/// <param name="ButtonTitle">What stands on the button; empty without one.</param>
/// <param name="Link">Where the button goes, https; empty without one.</param>
public sealed record WrittenText(string Title, string Text, string ButtonTitle, string Link)
{
    public static WrittenText Blank { get; } = new("", "", "", "");

    /// <summary>Tells whether two are the same without carrying them; 16 characters.</summary>
    public string Mark() =>
        Key.Hash(string.Join('\u001f', Title, Text, ButtonTitle, Link), 16);
}
