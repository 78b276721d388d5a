namespace LeerkringBot.Domain.Polls;

/// <summary>What becomes of an answer.</summary>
public static class AnswerRules
{
    /// <summary>Whether a choice is one that the poll allows. A date or option that somebody left open counts as no.</summary>
    /// <returns>As it is stored; null when it can't be.</returns>
    public static PollChoice? Read(Poll poll, PollChoice choice)
    {
        if (choice.Votes.Keys.Any(option => poll.Find(option) is null)) return null;
        return poll.Form switch
        {
            PollForm.OneChoice => choice.Votes.Count == 1 && choice.Chosen.Any() ? choice : null,
            PollForm.SeveralChoices => choice.Chosen.Any() && choice.Votes.Values.All(vote => vote == Vote.Yes) ? choice : null,
            _ => choice.Votes.Count == 0 ? null : PollChoice.Of(poll.Options.Select(option => KeyValuePair.Create(option.Key, choice.Votes.GetValueOrDefault(option.Key, Vote.No)))),
        };
    }

    /// <summary>An offer that nobody chose can be withdrawn also when the poll is closed. Once a host is chosen nothing changes, whatever somebody's clock says.</summary>
    /// <param name="poll">As it stands.</param>
    /// <param name="choice">What was chosen.</param>
    /// <param name="now">Decides whether it is open.</param>
    public static bool Takes(Poll poll, PollChoice choice, DateTimeOffset now) =>
        poll.Host is null && (poll.IsOpen(now) || (poll.Template == PollTemplate.Host && choice.Has(HostPoll.Declines)));

    /// <summary>Which details can't be as they were told, or are missing.</summary>
    /// <param name="poll">What was asked.</param>
    /// <param name="choice">What was chosen.</param>
    /// <param name="details">As they are to be; null leaves those that stand.</param>
    public static IReadOnlyList<PollDetail> Mistakes(Poll poll, PollChoice choice, AnswerDetails? details)
    {
        var missing = poll.Template == PollTemplate.Host && HostPoll.IsOffer(choice) ? HostPoll.Needed.Where(detail => details?[detail] is null) : [];
        return [.. missing, .. Mistakes(poll, details ?? AnswerDetails.None)];
    }

    private static IEnumerable<PollDetail> Mistakes(Poll poll, AnswerDetails details) =>
        [.. details.All.Where(one => !poll.Details.Contains(one.Key) || !IsRight(one.Key, one.Value)).Select(one => one.Key)];

    /// <summary>What a click does to the answer that stands.</summary>
    /// <param name="current">What stands; null before the first answer.</param>
    /// <param name="who">Who clicked.</param>
    /// <param name="choice">What was chosen, as <see cref="Read"/> gave it.</param>
    /// <param name="changesDetails">Whether the click tells other details than those that stand.</param>
    /// <param name="seenVersion">The version that the person saw and wants changed; null on a first click.</param>
    public static AnswerStep Decide(TalliedAnswer? current, MemberId who, PollChoice choice, bool changesDetails, int? seenVersion)
    {
        if (current is null) return AnswerStep.Store;
        if (current.Choice == choice && !changesDetails) return AnswerStep.Nothing;
        return current.By == who || current.Version == seenVersion ? AnswerStep.Store : AnswerStep.Confirm;
    }

    private static bool IsRight(PollDetail detail, string value) => detail switch
    {
        PollDetail.Support => Enum.TryParse<AdministrativeSupport>(value, out var support) && Enum.IsDefined(support),
        PollDetail.ExperimentKind => Enum.TryParse<ExperimentKind>(value, out var kind) && Enum.IsDefined(kind),
        PollDetail.Capacity => int.TryParse(value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var capacity) && capacity is >= 1 and <= PollLimits.Capacity,
        PollDetail.Place => value.Length <= PollLimits.Place,
        PollDetail.Address => value.Length <= PollLimits.Address,
        PollDetail.Contact => value.Length <= PollLimits.Contact,
        _ => value.Length <= PollLimits.Detail,
    };
}

/// <summary>What a click does to an answer.</summary>
public enum AnswerStep
{
    /// <summary>It is so already.</summary>
    Nothing,
    Store,

    /// <summary>A colleague answered otherwise: the person must say that it is to be changed.</summary>
    Confirm,
}
