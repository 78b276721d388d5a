namespace LeerkringBot.Domain.Polls;

/// <summary>Who sees what was answered.</summary>
public static class ResultRules
{
    /// <param name="poll">With its setting.</param>
    /// <param name="answered">How many did.</param>
    /// <param name="hasAnswered">Whether the one who looks did, or their municipality. Nobody in particular, in a channel, did not.</param>
    /// <param name="isOrganiser">Whether an organiser looks.</param>
    /// <param name="now">Decides whether it is closed.</param>
    public static ResultSight Of(Poll poll, int answered, bool hasAnswered, bool isOrganiser, DateTimeOffset now)
    {
        if (poll.Results == ResultsFor.Organisers && !isOrganiser) return ResultSight.ForOrganisers;
        if (poll.IsAnonymous) return !poll.IsFinal(now) ? ResultSight.AfterClosing : answered < PollLimits.FewestAnonymous ? ResultSight.TooFew : ResultSight.Shown;
        if (isOrganiser || !poll.IsOpen(now)) return ResultSight.Shown;
        return poll.Results switch
        {
            ResultsFor.AfterAnswering when !hasAnswered => ResultSight.AfterAnswering,
            ResultsFor.AfterClosing => ResultSight.AfterClosing,
            _ => ResultSight.Shown,
        };
    }
}

/// <summary>Whether a result is shown, and why not.</summary>
public enum ResultSight
{
    Shown,
    AfterAnswering,
    AfterClosing,
    ForOrganisers,

    /// <summary>So few answered that the result would tell who chose what.</summary>
    TooFew,
}
