using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Cards.Polls;

/// <summary>The steps of making a poll, in order.</summary>
public enum PollStep
{
    What,
    Options,
    Who,
    Review,
}

public static class PollSteps
{
    /// <summary>Where a field is filled in.</summary>
    public static PollStep Of(PollField field) => field switch
    {
        PollField.Template or PollField.Question or PollField.Gathering or PollField.Explanation or PollField.Links => PollStep.What,
        PollField.Options or PollField.NewDate or PollField.Form => PollStep.Options,
        _ => PollStep.Who,
    };
}
