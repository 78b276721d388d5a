using LeerkringBot.Domain.Gatherings;

namespace LeerkringBot.Cards.Gatherings;

/// <summary>The steps of writing a gathering down, in order.</summary>
public enum FormStep
{
    What,
    Where,
    Programme,
    Places,
    Questions,
    Rounds,
    Review,
}

public static class FormSteps
{
    /// <summary>Where a mistake can be mended.</summary>
    public static FormStep Of(GatheringField field) => field switch
    {
        <= GatheringField.End => FormStep.What,
        GatheringField.PlaceName or GatheringField.PlaceAddress => FormStep.Where,
        >= GatheringField.Programme and <= GatheringField.ProgrammeRoom => FormStep.Programme,
        >= GatheringField.Audience and <= GatheringField.Capacity => FormStep.Places,
        >= GatheringField.Questions and <= GatheringField.QuestionCondition => FormStep.Questions,
        >= GatheringField.Rounds and <= GatheringField.TrackCapacity => FormStep.Rounds,
        _ => FormStep.Review,
    };
}
