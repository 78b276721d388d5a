using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeerkringBot.Infrastructure.Teams;

/// <summary>A message of the bot: a line of text, or one card or file. Never both: Teams splits those and the message's id is lost.</summary>
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

    /// <param name="name">Of the file.</param>
    /// <param name="content">What is asked.</param>
    public static MessageActivity OfFileConsent(string name, FileConsentContent content) =>
        new() { Attachments = [new(JsonSerializer.SerializeToUtf8Bytes(content, TeamsJson.Outgoing.FileConsentContent), Attachment.FileConsent, name)] };

    /// <param name="name">Of the file.</param>
    /// <param name="address">Where it stands.</param>
    /// <param name="content">What Teams says of it.</param>
    public static MessageActivity OfFile(string name, string address, FileInfoContent content) =>
        new() { Attachments = [new(JsonSerializer.SerializeToUtf8Bytes(content, TeamsJson.Outgoing.FileInfoContent), Attachment.FileInfo, name, address)] };
}

/// <param name="Content">UTF-8 JSON, written as it is.</param>
/// <param name="ContentType">What it is.</param>
/// <param name="Name">Of a file.</param>
/// <param name="ContentUrl">Of a file.</param>
public sealed record Attachment(
    [property: JsonConverter(typeof(RawJson))] ReadOnlyMemory<byte> Content,
    string ContentType = Attachment.AdaptiveCard,
    string? Name = null,
    string? ContentUrl = null)
{
    public const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";
    public const string FileConsent = "application/vnd.microsoft.teams.card.file.consent";
    public const string FileInfo = "application/vnd.microsoft.teams.card.file.info";
}
