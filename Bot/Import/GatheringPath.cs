using LeerkringBot.Domain.Gatherings;

namespace LeerkringBot.Bot.Import;

/// <summary>Where a mistake of <see cref="GatheringRules"/> stands in the network file, and how it is told there.</summary>
internal static class GatheringPath
{
    public static string Of(GatheringMistake mistake) => mistake.Field switch
    {
        GatheringField.PlaceName => "place.name",
        GatheringField.PlaceAddress => "place.address",
        GatheringField.ProgrammeEnd => $"programme[{mistake.Item}].end",
        GatheringField.ProgrammeTitle => $"programme[{mistake.Item}].title",
        GatheringField.ProgrammeRoom => $"programme[{mistake.Item}].room",
        GatheringField.QuestionId => $"questions[{mistake.Item}].id",
        GatheringField.QuestionText => $"questions[{mistake.Item}].text",
        GatheringField.QuestionChoices => $"questions[{mistake.Item}].choices{Index(mistake.Inner)}",
        GatheringField.QuestionCondition => $"questions[{mistake.Item}].when",
        GatheringField.RoundId => $"rounds[{mistake.Item}].id",
        GatheringField.RoundEnd => $"rounds[{mistake.Item}].end",
        GatheringField.Tracks => $"rounds[{mistake.Item}].tracks",
        GatheringField.TrackId => $"rounds[{mistake.Item}].tracks[{mistake.Inner}].id",
        GatheringField.TrackTitle => $"rounds[{mistake.Item}].tracks[{mistake.Inner}].title",
        GatheringField.TrackCapacity => $"rounds[{mistake.Item}].tracks[{mistake.Inner}].capacity",
        GatheringField.RegisterBefore => "registerBefore",
        GatheringField.Cancellation => "cancelled",
        var field => $"{field.ToString().ToLowerInvariant()}{Index(mistake.Item)}",
    };

    public static string Told(GatheringMistake mistake) => mistake.Fault switch
    {
        GatheringFault.Missing => "is missing",
        GatheringFault.TooLong => $"is longer than {mistake.Number} characters",
        GatheringFault.TooMany => $"is more than {mistake.Number}",
        GatheringFault.TooFew => $"must be {mistake.Number} or more",
        GatheringFault.Unreadable => "must be an e-mail address",
        GatheringFault.NotAfterStart => "must be after start",
        GatheringFault.Overlaps => $"is at the same time as number {mistake.Number}",
        GatheringFault.AfterDate => "must not be after the date",
        GatheringFault.Past => "is gone already",
        GatheringFault.Twice => "stands there twice",
        GatheringFault.UnknownQuestion => "must name an earlier question",
        GatheringFault.ImpossibleAnswer => "is an answer that nobody can give",
        GatheringFault.TooLarge => $"all texts together are more than {mistake.Number} bytes",
        _ => throw new InvalidOperationException($"Nobody told how {mistake.Fault} reads."),
    };

    private static string Index(int? index) => index is null ? "" : $"[{index}]";
}
