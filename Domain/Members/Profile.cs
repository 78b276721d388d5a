namespace LeerkringBot.Domain.Members;

/// <summary>What the channel tells about a person.</summary>
/// <param name="Name">Display name.</param>
/// <param name="Email">Lower case, or null where the channel does not tell.</param>
public sealed record Profile(string Name, string? Email);
