namespace LeerkringBot.Domain.Broadcasts;

/// <summary>A card that goes to everybody meant, once.</summary>
/// <param name="Id">The draft's id, made when the preview was shown; a second click on "send" finds it taken.</param>
/// <param name="Content">What is sent.</param>
/// <param name="Channel">The channel posted in, or whose team's members get it personally.</param>
/// <param name="Personally">To the members, each in their own chat, instead of in the channel.</param>
/// <param name="By">The organiser, who gets the summary.</param>
/// <param name="At">When it was sent.</param>
public sealed record Broadcast(string Id, BroadcastContent Content, ChannelId Channel, bool Personally, MemberId By, DateTimeOffset At);

/// <param name="Kind">Names the feature that renders it: "invitation", "poll".</param>
/// <param name="Subject">The id of the gathering or poll.</param>
public sealed record BroadcastContent(string Kind, string Subject);
