using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain.Gatherings;

namespace LeerkringBot.Cards.Gatherings;

/// <summary>Rounds and their tracks, as one text that can be pasted.</summary>
internal static class RoundsStep
{
    private const int Longest = 8_000;

    public static IEnumerable<CardElement> Inputs(GatheringForm form, Texts texts) =>
    [
        new TextBlock(texts.Rich("Form.RoundsHelp")),
        .. form.Field(
            texts,
            new TextInput(texts["Form.RoundsText"]) { Id = "rounds", Value = form.Text.Rounds, IsMultiline = true, MaxLength = Longest, Placeholder = texts["Form.RoundsExample"] },
            GatheringField.Rounds,
            GatheringField.RoundId,
            GatheringField.RoundEnd,
            GatheringField.Tracks,
            GatheringField.TrackId,
            GatheringField.TrackTitle,
            GatheringField.TrackCapacity),
    ];
}
