namespace LeerkringBot.Domain.Gatherings;

/// <summary>An organiser makes, changes or copies a gathering, step by step.</summary>
public sealed class AuthorGathering(IGatheringStore gatherings, ReviseGathering revise, IDraftStore drafts, TimeProvider clock)
{
    private DateOnly Today => DutchTime.DayOf(clock.GetUtcNow());

    public Task<GatheringDraft?> Find(MemberId owner, string id, CancellationToken cancellationToken) =>
        Key.IsValid(id) ? drafts.Find(owner, id, cancellationToken) : Task.FromResult<GatheringDraft?>(null);

    /// <summary>Something new; the same draft once more where it was begun already.</summary>
    /// <param name="owner">Who writes it.</param>
    /// <param name="id">Of the draft, a <see cref="Key"/>.</param>
    /// <param name="contact">Proposed.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<GatheringDraft> Begin(MemberId owner, string id, string contact, CancellationToken cancellationToken) =>
        Begin(owner, id, null, new() { Contact = contact }, cancellationToken);

    /// <summary>Everything but the day.</summary>
    /// <returns>Null when there is no such gathering.</returns>
    public async Task<GatheringDraft?> Copy(MemberId owner, string id, GatheringId original, bool sameSeries, CancellationToken cancellationToken) =>
        await gatherings.Find(original, cancellationToken) is { } found
            ? await Begin(owner, id, sameSeries ? original.Series : null, GatheringText.Of(found) with { Date = "", LastDay = "" }, cancellationToken)
            : null;

    /// <summary>A change that was begun before goes on from what stands now.</summary>
    /// <returns>Null when there is no such gathering, or it was cancelled.</returns>
    public async Task<GatheringDraft?> Change(MemberId owner, GatheringId gathering, CancellationToken cancellationToken)
    {
        var finding = drafts.Find(owner, GatheringDraft.IdOf(gathering), cancellationToken);
        if (await gatherings.Find(gathering, cancellationToken) is not { Cancellation: null } current) return null;
        var stands = GatheringText.Of(current);
        var known = await finding;
        if (known?.Basis is { } basis && basis.SaysTheSame(stands)) return known;
        var draft = new GatheringDraft(GatheringDraft.IdOf(gathering), owner, known?.Basis is { } before ? GatheringMerge.Of(before, known.Text, stands).Text : stands, clock.GetUtcNow()) { Changes = gathering, Basis = stands };
        await drafts.Keep(draft, cancellationToken);
        return draft;
    }

    public async Task<GatheringDraft> Keep(GatheringDraft draft, GatheringText typed, CancellationToken cancellationToken)
    {
        var kept = draft with { Text = typed, At = clock.GetUtcNow() };
        await drafts.Keep(kept, cancellationToken);
        return kept;
    }

    /// <summary>The gathering that a draft would be.</summary>
    public async Task<(GatheringReading Reading, Gathering? Before)> Read(GatheringDraft draft, CancellationToken cancellationToken)
    {
        var before = draft.Changes is { } changes ? await gatherings.Find(changes, cancellationToken) : null;
        return (GatheringReading.Of(draft.Text, draft.Target, before, Today), before);
    }

    /// <summary>One that is gone already stays gone.</summary>
    public async Task Discard(MemberId owner, string id, CancellationToken cancellationToken)
    {
        if (await Find(owner, id, cancellationToken) is { } draft) await drafts.Remove(draft, cancellationToken);
    }

    /// <summary>Saves it once, also when it is tried again after a fault; then the draft is gone.</summary>
    public async Task<SaveOutcome> Save(GatheringDraft draft, CancellationToken cancellationToken)
    {
        var outcome = draft.Changes is null ? await Add(draft, cancellationToken) : await Revise(draft, cancellationToken);
        if (outcome is SaveOutcome.Saved) await drafts.Remove(draft, cancellationToken);
        if (outcome is SaveOutcome.ChangedMeanwhile(var merged, _)) await drafts.Keep(merged, cancellationToken);
        return outcome;
    }

    private async Task<GatheringDraft> Begin(MemberId owner, string id, string? series, GatheringText text, CancellationToken cancellationToken)
    {
        if (await drafts.Find(owner, id, cancellationToken) is { } known) return known;
        var draft = new GatheringDraft(id, owner, text, clock.GetUtcNow()) { Series = series };
        await drafts.Keep(draft, cancellationToken);
        return draft;
    }

    private async Task<SaveOutcome> Add(GatheringDraft draft, CancellationToken cancellationToken)
    {
        var (wanted, mistakes) = GatheringReading.Of(draft.Text, draft.Target, null, Today);
        if (!mistakes.IsEmpty) return new SaveOutcome.Mistaken(mistakes);
        wanted = wanted with { DraftMark = draft.Mark };
        // Before it exists: whatever is typed after a fault, it stays this one.
        if (draft.Published is null) await drafts.Keep(draft with { Published = draft.Target }, cancellationToken);
        if (await gatherings.Add(wanted, cancellationToken)) return new SaveOutcome.Saved(wanted, true);
        Gathering? other = null;
        var outcome = await revise.To(
            wanted.Id,
            current =>
            {
                other = current.DraftMark == draft.Mark ? null : current;
                return other ?? GatheringReading.Of(draft.Text, wanted.Id, current, Today).Gathering;
            },
            cancellationToken);
        return other is not null ? new SaveOutcome.Exists(other)
            : outcome is RevisionOutcome.Revised(var revised) ? new SaveOutcome.Saved(revised, true)
            : new SaveOutcome.Refused(outcome);
    }

    private async Task<SaveOutcome> Revise(GatheringDraft draft, CancellationToken cancellationToken)
    {
        SaveOutcome? refused = null;
        var outcome = await revise.To(draft.Target, Decide, cancellationToken);
        return refused ?? (outcome is RevisionOutcome.Revised(var revised) ? new SaveOutcome.Saved(revised, false) : new SaveOutcome.Refused(outcome));

        Gathering Decide(Gathering current)
        {
            var (wanted, mistakes) = GatheringReading.Of(draft.Text, current.Id, current, Today);
            var (stands, same) = (GatheringText.Of(current), wanted.SaysTheSame(current));
            refused = current.Cancellation is not null ? new SaveOutcome.Cancelled()
                : !same && !stands.SaysTheSame(draft.Basis!) ? Meanwhile(draft, stands)
                : !mistakes.IsEmpty ? new SaveOutcome.Mistaken(mistakes)
                : null;
            return refused is null && !same ? wanted : current;
        }
    }

    private static SaveOutcome.ChangedMeanwhile Meanwhile(GatheringDraft draft, GatheringText stands)
    {
        var (text, both) = GatheringMerge.Of(draft.Basis!, draft.Text, stands);
        return new(draft with { Text = text, Basis = stands }, both);
    }
}
