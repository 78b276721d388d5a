namespace LeerkringBot.Domain.Gatherings;

public interface IDraftStore
{
    Task<GatheringDraft?> Find(MemberId owner, string id, CancellationToken cancellationToken);

    /// <summary>Somebody's drafts, the newest first.</summary>
    Task<IReadOnlyList<GatheringDraft>> Of(MemberId owner, CancellationToken cancellationToken);

    /// <summary>Stores it, or what became of it since.</summary>
    Task Keep(GatheringDraft draft, CancellationToken cancellationToken);

    /// <summary>One that is gone already stays gone.</summary>
    Task Remove(GatheringDraft draft, CancellationToken cancellationToken);
}
