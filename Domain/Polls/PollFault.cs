namespace LeerkringBot.Domain.Polls;

/// <summary>What is wrong there.</summary>
public enum PollFault
{
    Missing,

    /// <summary>Longer than <see cref="PollMistake.Number"/> characters.</summary>
    TooLong,

    /// <summary>More than <see cref="PollMistake.Number"/>.</summary>
    TooMany,

    /// <summary>Fewer than <see cref="PollMistake.Number"/>.</summary>
    TooFew,

    /// <summary>The same as another.</summary>
    Twice,

    /// <summary>Typed otherwise than asked.</summary>
    Unreadable,

    /// <summary>A moment that is gone already.</summary>
    Past,

    /// <summary>A time that the spring clock change skips.</summary>
    Skipped,

    /// <summary>More than a year ahead.</summary>
    TooFar,

    /// <summary>An end that is not after its start.</summary>
    NotAfterStart,

    /// <summary>Something that this template has as it is.</summary>
    Fixed,

    /// <summary>Results of an anonymous poll can't be shown while answers come in.</summary>
    NotAnonymous,

    /// <summary>Somebody answered already.</summary>
    Answered,

    /// <summary>An anonymous poll that was closed stays closed: two results of it would tell what was answered in between.</summary>
    StaysClosed,

    /// <summary>A host was chosen: the offers stand.</summary>
    Decided,

    /// <summary>A gathering that has been, or does not go on.</summary>
    Over,
}
