namespace LeerkringBot.Domain.Ideas;

/// <summary>What organisers do with ideas. Whoever calls sees to it that it is one.</summary>
public sealed class FollowUpIdea(IIdeaStore ideas)
{
    /// <inheritdoc cref="FollowUpRules.SetStatus"/>
    public Task<FollowUpOutcome> SetStatus(IdeaId id, IdeaStatus status, string line, CancellationToken cancellationToken) =>
        ideas.Change([id], read => FollowUpRules.SetStatus(read, id, status, line), cancellationToken);

    /// <inheritdoc cref="MergeRules.Merge"/>
    public Task<FollowUpOutcome> Merge(IdeaId id, IdeaId into, CancellationToken cancellationToken) =>
        ideas.Change([id, into], read => MergeRules.Merge(read, id, into), cancellationToken);

    public Task<FollowUpOutcome> Hide(IdeaId id, bool isHidden, CancellationToken cancellationToken) =>
        Set(id, idea => idea with { IsHidden = isHidden }, cancellationToken);

    /// <param name="gathering">On whose agenda; null takes it off.</param>
    public Task<FollowUpOutcome> PutOnAgenda(IdeaId id, GatheringId? gathering, CancellationToken cancellationToken) =>
        Set(id, idea => idea with { Agenda = gathering }, cancellationToken);

    /// <param name="affiliation">Whom the sender speaks for; null where it turns out that nobody knows.</param>
    public Task<FollowUpOutcome> ConfirmAffiliation(IdeaId id, Affiliation? affiliation, CancellationToken cancellationToken) =>
        Set(id, idea => idea with { Affiliation = affiliation, IsAffiliationConfirmed = affiliation is not null }, cancellationToken);

    private Task<FollowUpOutcome> Set(IdeaId id, Func<Idea, Idea> set, CancellationToken cancellationToken) =>
        ideas.Change([id], read => FollowUpRules.Set(read, id, set), cancellationToken);
}
