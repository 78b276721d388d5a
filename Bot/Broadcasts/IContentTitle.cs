using LeerkringBot.Cards;
using LeerkringBot.Domain.Broadcasts;

namespace LeerkringBot.Bot.Broadcasts;

/// <summary>Names what the bot sends of itself, so that organisers find it among what was sent.</summary>
public interface IContentTitle
{
    bool Knows(BroadcastContent content);

    /// <returns>One line; null where its subject is gone.</returns>
    Task<string?> Of(BroadcastContent content, Texts texts, CancellationToken cancellationToken);
}
