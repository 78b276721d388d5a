namespace LeerkringBot.Domain.Polls;

public interface IPollDraftStore
{
    Task<PollDraft?> Find(MemberId owner, string id, CancellationToken cancellationToken);

    /// <summary>Somebody's drafts, the newest first.</summary>
    Task<IReadOnlyList<PollDraft>> Of(MemberId owner, CancellationToken cancellationToken);

    /// <summary>Stores it, or what became of it since.</summary>
    Task Keep(PollDraft draft, CancellationToken cancellationToken);

    /// <summary>One that is gone already stays gone.</summary>
    Task Remove(PollDraft draft, CancellationToken cancellationToken);
}
