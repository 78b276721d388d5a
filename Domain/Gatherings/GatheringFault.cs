namespace LeerkringBot.Domain.Gatherings;

/// <summary>What is wrong there.</summary>
public enum GatheringFault
{
    Missing,

    /// <summary>Longer than <see cref="GatheringMistake.Number"/> characters.</summary>
    TooLong,

    /// <summary>More than <see cref="GatheringMistake.Number"/>.</summary>
    TooMany,

    /// <summary>Fewer than <see cref="GatheringMistake.Number"/>.</summary>
    TooFew,

    /// <summary>Typed otherwise than asked; in a text of several lines, on line <see cref="GatheringMistake.Number"/>.</summary>
    Unreadable,

    /// <summary>An end that is not after its start.</summary>
    NotAfterStart,

    /// <summary>At the same time as what stands at <see cref="GatheringMistake.Number"/>, and in the same room.</summary>
    Overlaps,

    /// <summary>A deadline after the day itself.</summary>
    AfterDate,

    /// <summary>A day that is gone already.</summary>
    Past,

    /// <summary>The same once more.</summary>
    Twice,

    /// <summary>A condition that asks for a question that doesn't come before.</summary>
    UnknownQuestion,

    /// <summary>A condition that can never hold.</summary>
    ImpossibleAnswer,

    /// <summary>All texts together are more than a card can hold; <see cref="GatheringMistake.Number"/> bytes fit.</summary>
    TooLarge,
}
