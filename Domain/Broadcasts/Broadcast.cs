namespace LeerkringBot.Domain.Broadcasts;

/// <summary>A card that goes to everybody meant, once.</summary>
/// <param name="Id">The draft's id, made when the preview was shown; a second click on "send" finds it taken.</param>
/// <param name="Content">What is sent.</param>
/// <param name="Audience">Who is meant; null where it was one person, whose delivery was stored with it.</param>
/// <param name="By">The organiser, who gets the summary; null where the bot sends of itself.</param>
/// <param name="At">When it was sent.</param>
/// <param name="IsPlanned">Every recipient has a delivery.</param>
public sealed record Broadcast(string Id, BroadcastContent Content, BroadcastAudience? Audience, MemberId? By, DateTimeOffset At, bool IsPlanned = false);

/// <param name="Kind">Names the feature that renders it: "invitation", "poll".</param>
/// <param name="Subject">The id of the gathering or poll.</param>
public sealed record BroadcastContent(string Kind, string Subject);
