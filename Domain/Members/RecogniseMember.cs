using System.Collections.Concurrent;

namespace LeerkringBot.Domain.Members;

/// <summary>Tells who acts: what we remember, at once; of somebody new, what the channel says. What is remembered is refreshed daily, behind the answers.</summary>
public sealed class RecogniseMember(IMemberStore members, TimeProvider clock)
{
    private const int MostRefreshed = 10_000;
    private readonly ConcurrentDictionary<MemberId, DateTimeOffset> refreshed = new();

    /// <summary>How old a profile may be.</summary>
    public static TimeSpan ProfileLifetime { get; } = TimeSpan.FromDays(1);

    /// <summary>How long a channel that told nothing of a member isn't asked again.</summary>
    public static TimeSpan PauseAfterFailure { get; } = TimeSpan.FromMinutes(10);

    /// <summary>Answers at once; the member follows in <see cref="Person.Member"/>.</summary>
    /// <param name="id">From the authenticated activity.</param>
    /// <param name="language">Of the person's Teams; null where the activity doesn't tell, which changes nothing that is remembered.</param>
    /// <param name="shownName">The name in the activity, used where the look-up fails.</param>
    /// <param name="lookUp">Asks the channel; null where it doesn't know or didn't answer. May run on after the answer.</param>
    /// <param name="cancellationToken">Ends the reading, not a refresh.</param>
    public Person Begin(MemberId id, Language? language, string shownName, Func<CancellationToken, Task<Profile?>> lookUp, CancellationToken cancellationToken) =>
        new(id, language ?? Language.Dutch, Recognise(id, language, shownName, lookUp, cancellationToken));

    /// <summary>The next time it is somebody new.</summary>
    public void Forget(MemberId id) => refreshed.TryRemove(id, out _);

    private async Task<Member> Recognise(MemberId id, Language? language, string shownName, Func<CancellationToken, Task<Profile?>> lookUp, CancellationToken cancellationToken)
    {
        if (await members.Find(id, cancellationToken) is not { } known)
        {
            var profile = await lookUp(cancellationToken);
            if (profile is null) Note(id);
            return await members.Change(id, stored => With(stored ?? Unknown(id, shownName), language, profile), cancellationToken);
        }

        var isStale = clock.GetUtcNow() - known.ProfileReadAt >= ProfileLifetime && !WasAskedJustNow(id);
        if (isStale) Note(id);
        if (isStale || language is not null && language != known.Language) _ = Refresh(known, language, isStale ? lookUp : null);
        return known with { Language = language ?? known.Language };
    }

    // Nobody waits for it: a fault leaves what was remembered, and a later click brings another chance.
    private async Task Refresh(Member known, Language? language, Func<CancellationToken, Task<Profile?>>? lookUp)
    {
        await Task.Yield();
        try
        {
            var profile = lookUp is null ? null : await lookUp(CancellationToken.None);
            // Who was forgotten meanwhile stays so.
            if (profile is not null || language is not null && language != known.Language) await members.Update(known.Id, stored => With(stored, language, profile), CancellationToken.None);
        }
        catch (StorageFaultException)
        {
            // See above.
        }
    }

    private Member Unknown(MemberId id, string shownName) => new(id, shownName, null, Language.Dutch, null, clock.GetUtcNow() - ProfileLifetime);

    private Member With(Member stored, Language? language, Profile? profile) => stored with
    {
        Name = profile?.Name ?? stored.Name,
        Email = profile?.Email ?? stored.Email,
        Language = language ?? stored.Language,
        ProfileReadAt = profile is null ? stored.ProfileReadAt : clock.GetUtcNow(),
    };

    private bool WasAskedJustNow(MemberId id) => refreshed.TryGetValue(id, out var at) && clock.GetUtcNow() - at < PauseAfterFailure;

    private void Note(MemberId id)
    {
        if (refreshed.Count >= MostRefreshed) refreshed.Clear();
        refreshed[id] = clock.GetUtcNow();
    }
}
