using LeerkringBot.Cards;
using LeerkringBot.Cards.Broadcasts;

namespace LeerkringBot.Bot.Broadcasts;

/// <summary>Something an organiser can choose to send.</summary>
public interface IComposable : IChannelContent
{
    /// <summary>What an organiser types to begin.</summary>
    IReadOnlyList<string> Words { get; }

    Task<ComposeCard.Choices> Choices(Texts texts, CancellationToken cancellationToken);

    /// <returns>Null when what was chosen doesn't exist or can't be.</returns>
    Task<Draft?> Prepare(ComposeCard.PreviewData chosen, CancellationToken cancellationToken);
}

/// <param name="Subject">Of the broadcast.</param>
/// <param name="Card">As a channel will see it.</param>
/// <param name="Store">Stores what is new, when it is really sent; doing so twice changes nothing.</param>
/// <param name="Until">After this there is nothing to answer any more; null where it doesn't end.</param>
public sealed record Draft(string Subject, AdaptiveCard Card, Func<CancellationToken, Task> Store, DateTimeOffset? Until = null);
