namespace LeerkringBot.Domain.Ideas;

/// <summary>Senders change or withdraw what they sent.</summary>
public sealed class OwnIdea(IIdeaStore ideas, TimeProvider clock)
{
    /// <param name="id">Which.</param>
    /// <param name="by">Who asks: from the authenticated activity; or the idea's own sender, where a sealed link proves it.</param>
    /// <param name="draft">Text, theme, subject and whether the name may be shown; the rest stays.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<OwnIdeaOutcome> Change(IdeaId id, IdeaSender by, IdeaDraft draft, CancellationToken cancellationToken) =>
        ideas.Change([id], read => OwnIdeaRules.Change(read, id, by, draft, clock.GetUtcNow()), cancellationToken);

    /// <inheritdoc cref="Change"/>
    public Task<OwnIdeaOutcome> Withdraw(IdeaId id, IdeaSender by, CancellationToken cancellationToken) =>
        ideas.Change([id], read => OwnIdeaRules.Withdraw(read, id, by), cancellationToken);
}
