namespace LeerkringBot.Domain.Members;

/// <summary>Tells who acts: what we remember, else what the channel says, which is then remembered and refreshed daily.</summary>
public sealed class RecogniseMember(IMemberStore members, TimeProvider clock)
{
    /// <summary>How old a profile may be.</summary>
    public static TimeSpan ProfileLifetime { get; } = TimeSpan.FromDays(1);

    /// <summary>Answers at once; the member follows in <see cref="Person.Member"/>.</summary>
    /// <param name="id">From the authenticated activity.</param>
    /// <param name="language">Of the person's Teams.</param>
    /// <param name="shownName">The name in the activity, used where the look-up fails.</param>
    /// <param name="lookUp">Asks the channel; null where it doesn't know or didn't answer.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public Person Begin(MemberId id, Language language, string shownName, Func<CancellationToken, Task<Profile?>> lookUp, CancellationToken cancellationToken) =>
        new(id, language, Recognise(id, language, shownName, lookUp, cancellationToken));

    private async Task<Member> Recognise(MemberId id, Language language, string shownName, Func<CancellationToken, Task<Profile?>> lookUp, CancellationToken cancellationToken)
    {
        var known = await members.Find(id, cancellationToken);
        var now = clock.GetUtcNow();
        if (known is not null && known.Language == language && now - known.ProfileReadAt < ProfileLifetime) return known;

        var profile = await lookUp(cancellationToken);
        return await members.Change(id, stored => With(stored), cancellationToken);

        Member With(Member? stored) => new(
            id,
            profile?.Name ?? stored?.Name ?? shownName,
            profile?.Email ?? stored?.Email,
            language,
            stored?.Affiliation,
            profile is not null || stored is null ? now : stored.ProfileReadAt);
    }
}
