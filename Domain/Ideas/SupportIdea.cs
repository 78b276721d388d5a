namespace LeerkringBot.Domain.Ideas;

/// <summary>"Steun ik ook", once per person, and back.</summary>
public sealed class SupportIdea(IIdeaStore ideas)
{
    public Task<SupportOutcome> Support(IdeaId id, MemberId member, CancellationToken cancellationToken) =>
        ideas.Change([id], read => SupportRules.Support(read, id, member), cancellationToken);

    public Task<SupportOutcome> Withdraw(IdeaId id, MemberId member, CancellationToken cancellationToken) =>
        ideas.Change([id], read => SupportRules.Withdraw(read, id, member), cancellationToken);
}
