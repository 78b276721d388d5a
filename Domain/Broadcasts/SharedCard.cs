namespace LeerkringBot.Domain.Broadcasts;

/// <summary>A card in a channel that is kept up to date.</summary>
/// <param name="Broadcast">Of which it is a delivery.</param>
/// <param name="Content">What it shows.</param>
/// <param name="Posted">Where it stands.</param>
/// <param name="Shown">Fingerprint of what it shows now.</param>
public sealed record SharedCard(string Broadcast, BroadcastContent Content, PostedCard Posted, string Shown);
