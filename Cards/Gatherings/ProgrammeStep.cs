using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain.Gatherings;

namespace LeerkringBot.Cards.Gatherings;

/// <summary>The programme, as one text that can be pasted.</summary>
internal static class ProgrammeStep
{
    private const int Longest = 12_000;

    public static IEnumerable<CardElement> Inputs(GatheringForm form, Texts texts) =>
    [
        new TextBlock(texts.Rich("Form.ProgrammeHelp")),
        .. form.Field(
            texts,
            new TextInput(texts["Form.ProgrammeText"]) { Id = "programme", Value = form.Text.Programme, IsMultiline = true, MaxLength = Longest, Placeholder = texts["Form.ProgrammeExample"] },
            GatheringField.Programme,
            GatheringField.ProgrammeEnd,
            GatheringField.ProgrammeTitle,
            GatheringField.ProgrammeRoom),
    ];
}
