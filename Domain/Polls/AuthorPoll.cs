namespace LeerkringBot.Domain.Polls;

/// <summary>An organiser makes, changes, copies, closes or reopens a poll.</summary>
public sealed class AuthorPoll(IPollStore polls, IPollDraftStore drafts, IGatherings gatherings, TimeProvider clock)
{
    private const int Tries = 8;
    private const int ProposedDays = 21;

    public Task<PollDraft?> Find(MemberId owner, string id, CancellationToken cancellationToken) =>
        Key.IsValid(id) ? drafts.Find(owner, id, cancellationToken) : Task.FromResult<PollDraft?>(null);

    /// <summary>Something new; the same draft once more where it was begun already.</summary>
    /// <param name="owner">Who writes it.</param>
    /// <param name="id">Of the draft, a <see cref="Key"/>.</param>
    /// <param name="template">What it begins with.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<PollDraft> Begin(MemberId owner, string id, PollTemplate template, CancellationToken cancellationToken) =>
        Begin(new(id, owner, PollText.Of(template, DutchTime.DayOf(clock.GetUtcNow()).AddDays(ProposedDays)), clock.GetUtcNow()), cancellationToken);

    /// <summary>Everything but the closing moment.</summary>
    /// <returns>Null when there is no such poll.</returns>
    public async Task<PollDraft?> Copy(MemberId owner, string id, PollId original, CancellationToken cancellationToken) =>
        await polls.Find(original, cancellationToken) is { } found
            ? await Begin(new(id, owner, PollText.Of(found) with { LastDay = PollText.Of(found.Template, DutchTime.DayOf(clock.GetUtcNow()).AddDays(ProposedDays)).LastDay, LastTime = "" }, clock.GetUtcNow()), cancellationToken)
            : null;

    /// <summary>A change that was begun before goes on from what stands now.</summary>
    /// <returns>Null when there is no such poll.</returns>
    public async Task<PollDraft?> Change(MemberId owner, PollId poll, CancellationToken cancellationToken)
    {
        if (await polls.Find(poll, cancellationToken) is not { } current) return null;
        var stands = PollText.Of(current);
        var known = await drafts.Find(owner, PollDraft.IdOf(poll), cancellationToken);
        var text = known?.Basis is { } basis ? known.Text.Over(basis, stands) : stands;
        var draft = new PollDraft(PollDraft.IdOf(poll), owner, text, clock.GetUtcNow()) { Changes = poll, Basis = stands };
        await drafts.Keep(draft, cancellationToken);
        return draft;
    }

    public async Task<PollDraft> Keep(PollDraft draft, PollText typed, CancellationToken cancellationToken)
    {
        var kept = draft with { Text = typed, At = clock.GetUtcNow() };
        await drafts.Keep(kept, cancellationToken);
        return kept;
    }

    /// <summary>The poll that a draft would be.</summary>
    public async Task<(PollReading Reading, Poll? Before)> Read(PollDraft draft, CancellationToken cancellationToken)
    {
        var before = draft.Changes is { } changes ? await polls.Find(changes, cancellationToken) : null;
        var reading = PollReading.Of(draft.Text, draft.Target, before, clock.GetUtcNow());
        if (reading.Poll.Gathering is { } gathering && gathering != before?.Gathering
            && (await gatherings.Find(gathering, cancellationToken) is not { Cancellation: null } found || found.EndsAt <= clock.GetUtcNow()))
            reading = reading with { Mistakes = [.. reading.Mistakes.Append(new(PollField.Gathering, PollFault.Over)).OrderBy(mistake => mistake.Field)] };
        return (reading, before);
    }

    /// <summary>One that is gone already stays gone.</summary>
    public async Task Discard(MemberId owner, string id, CancellationToken cancellationToken)
    {
        if (await Find(owner, id, cancellationToken) is { } draft) await drafts.Remove(draft, cancellationToken);
    }

    /// <summary>Saves it once, also when it is tried again after a fault; then the draft is gone.</summary>
    public async Task<PollSaveOutcome> Save(PollDraft draft, CancellationToken cancellationToken)
    {
        for (var i = 0; i < Tries; i++)
        {
            var (reading, before) = await Read(draft, cancellationToken);
            if (draft.Changes is not null && before is null) return new PollSaveOutcome.Gone();
            if (before is not null && PollText.Of(before) is var stands && stands != draft.Basis)
            {
                var rebased = draft with { Text = draft.Text.Over(draft.Basis ?? stands, stands), Basis = stands, At = clock.GetUtcNow() };
                await drafts.Keep(rebased, cancellationToken);
                return new PollSaveOutcome.ChangedMeanwhile(rebased);
            }

            if (!reading.Mistakes.IsEmpty) return new PollSaveOutcome.Mistaken();
            var poll = before is null ? reading.Poll with { By = draft.Owner } : reading.Poll;
            if (before is null)
            {
                // Taken means: saved by the click before, whose answer got lost.
                var isNew = await polls.Add(poll, cancellationToken);
                if (!isNew) poll = await polls.Find(poll.Id, cancellationToken) ?? poll;
            }
            else if (PollRules.Changed(before, poll).Count > 0 && !await polls.Replace(poll, cancellationToken)) continue;

            await drafts.Remove(draft, cancellationToken);
            return new PollSaveOutcome.Saved(poll, before is null);
        }

        throw new StorageFaultException($"The poll {draft.Target} changes all the time.");
    }

    /// <summary>Closes it now; what is closed stays as it is.</summary>
    /// <returns>As it stands; null when there is no such poll.</returns>
    public Task<Poll?> Close(PollId id, CancellationToken cancellationToken) => Change(id, poll => PollRules.ClosedEarly(poll, clock.GetUtcNow()), cancellationToken);

    /// <summary>Opens what is closed until the end of a day.</summary>
    /// <param name="id">Which poll.</param>
    /// <param name="lastDay">Dutch; today or later.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>As it stands, with what is wrong with that day; null when there is no such poll.</returns>
    public async Task<(Poll Poll, PollMistake? Mistake)?> Reopen(PollId id, DateOnly lastDay, CancellationToken cancellationToken)
    {
        PollMistake? mistake = null;
        var poll = await Change(
            id,
            current =>
            {
                var wanted = current with { ClosesAt = DutchTime.At(lastDay.AddDays(1), TimeOnly.MinValue) };
                mistake = PollRules.Forbidden(current, wanted, clock.GetUtcNow()) is [var wrong, ..] ? wrong : null;
                return mistake is null ? wanted : current;
            },
            cancellationToken);
        return poll is null ? null : (poll, mistake);
    }

    private async Task<Poll?> Change(PollId id, Func<Poll, Poll> change, CancellationToken cancellationToken)
    {
        for (var i = 0; i < Tries; i++)
        {
            if (await polls.Find(id, cancellationToken) is not { } current) return null;
            var changed = change(current);
            if (changed == current || await polls.Replace(changed, cancellationToken)) return changed;
        }

        throw new StorageFaultException($"The poll {id} changes all the time.");
    }

    private async Task<PollDraft> Begin(PollDraft draft, CancellationToken cancellationToken)
    {
        if (await drafts.Find(draft.Owner, draft.Id, cancellationToken) is { } begun) return begun;
        await drafts.Keep(draft, cancellationToken);
        return draft;
    }
}
