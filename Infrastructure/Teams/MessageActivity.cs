using System.Text.Json.Serialization;

namespace LeerkringBot.Infrastructure.Teams;

/// <summary>A message of the bot: a line of text, or one card. Never both: Teams splits those and the message's id is lost.</summary>
public sealed record MessageActivity
{
    private MessageActivity() { }

    public string Type { get; } = ActivityTypes.Message;

    public string? Text { get; private init; }

    /// <summary>"plain", so that nothing in the text is taken for Markdown.</summary>
    public string? TextFormat { get; private init; }

    /// <summary>For notifications; a card has no text of its own.</summary>
    public string? Summary { get; private init; }

    public IReadOnlyList<Attachment>? Attachments { get; private init; }

    public static MessageActivity OfText(string line) => new() { Text = line, TextFormat = "plain" };

    /// <param name="card">An Adaptive Card as UTF-8 JSON.</param>
    /// <param name="summary">One line without personal data.</param>
    public static MessageActivity OfCard(ReadOnlyMemory<byte> card, string summary) =>
        new() { Summary = summary, Attachments = [new(card)] };
}

/// <param name="Content">UTF-8 JSON, written as it is.</param>
public sealed record Attachment([property: JsonConverter(typeof(RawJson))] ReadOnlyMemory<byte> Content)
{
    public const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";

    public string ContentType { get; } = AdaptiveCard;
}
