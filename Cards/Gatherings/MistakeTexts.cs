using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain.Gatherings;

namespace LeerkringBot.Cards.Gatherings;

/// <summary>Mistakes in words, and where they stand: right under their input.</summary>
internal static class MistakeTexts
{
    /// <summary>An input with what is wrong with it.</summary>
    public static IEnumerable<CardElement> Field(this GatheringForm form, Texts texts, CardElement input, params IReadOnlyList<GatheringField> fields) =>
        Messages(form.At(fields), texts).Prepend(input);

    public static IEnumerable<CardElement> Messages(IEnumerable<GatheringMistake> mistakes, Texts texts) =>
        mistakes.Select(mistake => new TextBlock(Of(mistake, texts)) { Color = "attention", Weight = "bolder", Spacing = "small" });

    /// <summary>A sentence.</summary>
    public static string Of(GatheringMistake mistake, Texts texts)
    {
        var told = Place(mistake, texts) + Fault(mistake, texts);
        return char.ToUpper(told[0], texts.Culture) + told[1..];
    }

    private static string Fault(GatheringMistake mistake, Texts texts) => mistake.Fault switch
    {
        GatheringFault.Unreadable => texts.Plain($"Mistake.Unreadable.{mistake.Field}", mistake.Number),
        // The third item has number 2.
        GatheringFault.Overlaps => texts.Plain($"Mistake.Overlaps.{mistake.Field}", mistake.Number + 1),
        _ => texts.Plain($"Mistake.{mistake.Fault}", mistake.Number),
    };

    private static string Place(GatheringMistake mistake, Texts texts) => mistake switch
    {
        { Item: null } => "",
        { Field: GatheringField.QuestionChoices, Inner: { } choice } => texts.Plain("Mistake.At.Line", choice + 1),
        { Field: >= GatheringField.Questions and <= GatheringField.QuestionCondition } => "",
        { Field: >= GatheringField.Rounds, Inner: { } track } => texts.Plain("Mistake.At.Track", mistake.Item + 1, track + 1),
        { Field: >= GatheringField.Rounds } => texts.Plain("Mistake.At.Round", mistake.Item + 1),
        { Field: GatheringField.Audience or GatheringField.Hosts } => texts.Plain("Mistake.At.Line", mistake.Item + 1),
        _ => texts.Plain("Mistake.At.Item", mistake.Item + 1),
    };
}
