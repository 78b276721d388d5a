using LeerkringBot.Cards;

namespace LeerkringBot.Bot.Broadcasts;

/// <param name="Card">As everybody in the channel sees it.</param>
/// <param name="ChangesUntil">After this it need not be kept up to date.</param>
public sealed record ChannelCard(AdaptiveCard Card, DateTimeOffset ChangesUntil);
