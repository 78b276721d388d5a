namespace LeerkringBot.Bot.Files;

/// <param name="Name">With its extension; no personal data, because it stands in the chat.</param>
/// <param name="ContentType">For example "application/json".</param>
/// <param name="Content">All of it.</param>
public sealed record MadeFile(string Name, string ContentType, ReadOnlyMemory<byte> Content);
