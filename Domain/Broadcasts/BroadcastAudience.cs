namespace LeerkringBot.Domain.Broadcasts;

/// <summary>Who is meant.</summary>
/// <param name="Channel">The channel itself, or the one whose team is meant.</param>
/// <param name="Personally">Every member of the team, each in their own chat, instead of the channel.</param>
public sealed record BroadcastAudience(ChannelId Channel, bool Personally);
