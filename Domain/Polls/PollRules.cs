namespace LeerkringBot.Domain.Polls;

/// <summary>What a poll must be like, and what may be changed when.</summary>
public static class PollRules
{
    /// <summary>Everything that is wrong; empty for a poll that can be.</summary>
    public static IReadOnlyList<PollMistake> Mistakes(Poll poll) =>
    [
        .. Text(PollField.Question, poll.Question, PollLimits.Question),
        .. When(poll.Explanation.Length > PollLimits.Explanation, new(PollField.Explanation, PollFault.TooLong, Number: PollLimits.Explanation)),
        .. Links(poll),
        .. Options(poll),
        .. When(poll.Template == PollTemplate.Thorbecke && !IsThorbecke(poll), new(PollField.Options, PollFault.Fixed)),
        .. When(poll.Template == PollTemplate.Host && !IsHost(poll), new(PollField.Options, PollFault.Fixed)),
        .. When(poll.Template == PollTemplate.Host && poll.Gathering is null, new(PollField.Gathering, PollFault.Missing)),
        .. When(poll.Template == PollTemplate.Dates && poll.Form != PollForm.YesIfNeedBeNo, new(PollField.Form, PollFault.Fixed)),
        .. When(poll.IsAnonymous && poll.Results is ResultsFor.Everybody or ResultsFor.AfterAnswering, new(PollField.Results, PollFault.NotAnonymous)),
        .. When(poll.IsAnonymous && !poll.Details.IsEmpty, new(PollField.Details, PollFault.NotAnonymous)),
        .. When(poll.IsAnonymous && poll.Template != PollTemplate.Free, new(PollField.Anonymity, PollFault.Fixed)),
    ];

    /// <summary>What is wrong with a change, besides <see cref="Mistakes"/>: since the first answer only closing moment and explanation may change.</summary>
    /// <param name="before">As it stands; null for a new poll.</param>
    /// <param name="wanted">As it is to be.</param>
    /// <param name="now">A closing moment that changes must be ahead, at most a year.</param>
    public static IReadOnlyList<PollMistake> Forbidden(Poll? before, Poll wanted, DateTimeOffset now)
    {
        var changed = before is null ? [PollField.ClosesAt] : Changed(before, wanted);
        return
        [
            .. before is { HasAnswers: true } ? changed.Where(field => field is not (PollField.ClosesAt or PollField.Explanation)).Select(field => new PollMistake(field, PollFault.Answered)) : [],
            .. changed.Contains(PollField.ClosesAt) ? Closing(before, wanted, now) : [],
            .. before is null || changed.Contains(PollField.Options) ? Gone(wanted, now) : [],
        ];
    }

    /// <summary>Closing now is always possible; what is closed stays as it is.</summary>
    public static Poll ClosedEarly(Poll poll, DateTimeOffset now) => poll.IsOpen(now) ? poll with { ClosesAt = now } : poll;

    /// <summary>The fields in which two polls differ.</summary>
    public static IReadOnlyList<PollField> Changed(Poll one, Poll other)
    {
        var fields = new (PollField Field, bool IsSame)[]
        {
            (PollField.Template, one.Template == other.Template),
            (PollField.Question, one.Question == other.Question),
            (PollField.Explanation, one.Explanation == other.Explanation),
            (PollField.Links, one.Links.SequenceEqual(other.Links)),
            (PollField.Gathering, one.Gathering == other.Gathering),
            (PollField.Options, one.Options.SequenceEqual(other.Options)),
            (PollField.Form, one.Form == other.Form),
            (PollField.Per, one.Per == other.Per),
            (PollField.Results, one.Results == other.Results),
            (PollField.Anonymity, one.IsAnonymous == other.IsAnonymous),
            (PollField.Details, one.Details.SequenceEqual(other.Details)),
            (PollField.ClosesAt, one.ClosesAt == other.ClosesAt),
        };
        return [.. fields.Where(field => !field.IsSame).Select(field => field.Field)];
    }

    private static IEnumerable<PollMistake> Closing(Poll? before, Poll wanted, DateTimeOffset now) =>
        before is { IsAnonymous: true } && !before.IsOpen(now) ? [new(PollField.ClosesAt, PollFault.StaysClosed)]
        : before is { Host: not null } ? [new(PollField.ClosesAt, PollFault.Decided)]
        : wanted.ClosesAt < now ? [new(PollField.ClosesAt, PollFault.Past)]
        : wanted.ClosesAt > now + PollLimits.LongestOpen ? [new(PollField.ClosesAt, PollFault.TooFar)]
        : [];

    private static IEnumerable<PollMistake> Gone(Poll wanted, DateTimeOffset now) =>
        wanted.Options.SelectMany((option, index) => When(option.Moment?.StartsAt() <= now, new(PollField.Options, PollFault.Past, index)));

    private static IEnumerable<PollMistake> Links(Poll poll) =>
    [
        .. When(poll.Links.Length > PollLimits.Links, new(PollField.Links, PollFault.TooMany, Number: PollLimits.Links)),
        .. poll.Links.SelectMany((link, index) => Text(PollField.Links, link.Title, PollLimits.LinkTitle, index)),
        .. poll.Links.SelectMany((link, index) => When(!IsAddress(link.Address), new(PollField.Links, PollFault.Unreadable, index))),
    ];

    private static IEnumerable<PollMistake> Options(Poll poll)
    {
        var (options, most) = (poll.Options, poll.Template == PollTemplate.Dates ? PollLimits.MostDates : PollLimits.MostOptions);
        if (options.Length < PollLimits.FewestOptions) yield return new(PollField.Options, PollFault.TooFew, Number: PollLimits.FewestOptions);
        if (options.Length > most) yield return new(PollField.Options, PollFault.TooMany, Number: most);
        for (var i = 0; i < options.Length; i++)
        {
            var option = options[i];
            if (!Key.IsValid(option.Key)) throw new ArgumentException($"'{option.Key}' is not a key.", nameof(poll));
            foreach (var mistake in Text(PollField.Options, option.Title, PollLimits.OptionTitle, i)) yield return mistake;
            if (poll.Template == PollTemplate.Dates && option.Moment is null) yield return new(PollField.Options, PollFault.Unreadable, i);
            if (option.Moment?.Fault() is { } fault) yield return new(PollField.Options, fault, i);
            if (options.Take(i).Any(other => IsSame(other, option))) yield return new(PollField.Options, PollFault.Twice, i);
        }
    }

    private static bool IsSame(PollOption one, PollOption other) =>
        one.Key == other.Key || (one.Moment is { } moment ? moment == other.Moment : string.Equals(one.Title.Trim(), other.Title.Trim(), StringComparison.OrdinalIgnoreCase));

    private static bool IsThorbecke(Poll poll) =>
        poll is { Form: PollForm.OneChoice, Per: VoterKind.Municipality } && poll.Options.Select(option => option.Key).SequenceEqual([ThorbeckePoll.Joins, ThorbeckePoll.Considers, ThorbeckePoll.Declines]);

    private static bool IsHost(Poll poll) =>
        poll is { Form: PollForm.OneChoice, Per: VoterKind.Municipality } && poll.Options.SequenceEqual(HostPoll.Options) && poll.Details.SequenceEqual(HostPoll.Details);

    private static bool IsAddress(string text) =>
        text.Length <= PollLimits.LinkAddress && Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps;

    private static IEnumerable<PollMistake> Text(PollField field, string text, int longest, int? item = null) =>
        string.IsNullOrWhiteSpace(text) ? [new(field, PollFault.Missing, item)]
        : text.Length > longest ? [new(field, PollFault.TooLong, item, longest)]
        : [];

    private static IEnumerable<PollMistake> When(bool wrong, PollMistake mistake) => wrong ? [mistake] : [];
}
