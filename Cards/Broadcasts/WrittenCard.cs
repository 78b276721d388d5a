using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain.Broadcasts;

namespace LeerkringBot.Cards.Broadcasts;

/// <summary>A message or a resource that an organiser wrote, with a button to what it is about.</summary>
public static class WrittenCard
{
    public const string Message = "message";
    public const string Resource = "resource";

    /// <summary>Whether an organiser writes it; everything else has a card of its own.</summary>
    public static bool IsWritten(string kind) => kind is Message or Resource;

    /// <param name="kind"><see cref="Message"/> or <see cref="Resource"/>.</param>
    /// <param name="text">As written.</param>
    /// <param name="texts">In the reader's language.</param>
    public static AdaptiveCard Render(string kind, WrittenText text, Texts texts) =>
        new(
            [
                .. kind == Resource ? [Part.Note(texts["Written.Resource"])] : Array.Empty<CardElement>(),
                Part.Title(text.Title),
                .. text.Text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).SelectMany(Lines),
                .. text.Link.Length == 0 ? Array.Empty<CardElement>() : [Part.Buttons(new OpenUrlButton(text.ButtonTitle, text.Link))],
            ],
            text.Title)
        {
            Lang = texts.Lang,
        };

    // Each line is a block: a card takes the break between two lines for a space.
    private static IEnumerable<CardElement> Lines(string paragraph) =>
        paragraph.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select((line, index) => new TextBlock(line) { Spacing = index == 0 ? null : "none" });
}
