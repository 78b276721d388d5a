namespace LeerkringBot.Domain.Polls;

public enum Vote
{
    Yes,

    /// <summary>Maybe, or if need be: <see cref="PollForm"/> says which.</summary>
    Maybe,
    No,
}
