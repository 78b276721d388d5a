namespace LeerkringBot.Domain;

/// <summary>Whom something goes to, as it was chosen. Who that is at a moment, the <see cref="IAudience"/> of its kind says.</summary>
/// <param name="Kind">Names the <see cref="IAudience"/>: "channel", "team", "everybody", "registered", …</param>
/// <param name="Subject">What that kind needs, ids parted by spaces; may be empty.</param>
public sealed record Audience(string Kind, string Subject);
