using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Cards.Polls;

/// <summary>Mistakes in words; they stand right above their input.</summary>
internal static class PollMistakeTexts
{
    public static IEnumerable<CardElement> Messages(IEnumerable<PollMistake> mistakes, PollText text, Texts texts) => mistakes.Select(mistake => Part.Mistake(mistake is { Field: PollField.Options, Item: { } item } && text.Template == PollTemplate.Dates ? OfDate(item, mistake, text, texts) : Of(mistake, texts)));

    // A list of dates has no lines to count: the date itself is named.
    private static string OfDate(int item, PollMistake mistake, PollText text, Texts texts) =>
        text.Options.Split('\n', StringSplitOptions.RemoveEmptyEntries).ElementAtOrDefault(item) is { } date && PollMoment.Read(date) is { } moment
            ? $"{ChoiceText.Of(moment, null, texts)}: {texts.Plain($"PollMistake.{mistake.Fault}", mistake.Number)}"
            : Of(mistake, texts);

    /// <summary>A sentence.</summary>
    public static string Of(PollMistake mistake, Texts texts)
    {
        var sentence = (mistake.Field, mistake.Fault) switch
        {
            (PollField.Links, PollFault.Unreadable) => texts["PollMistake.Link"],
            (PollField.NewDate, PollFault.Missing) => texts["PollMistake.NewDate"],
            (PollField.Gathering, PollFault.Missing) => texts["PollMistake.Gathering"],
            (PollField.Results or PollField.Details, PollFault.NotAnonymous) => texts[$"PollMistake.NotAnonymous.{mistake.Field}"],
            _ => texts.Plain($"PollMistake.{mistake.Fault}", mistake.Number),
        };
        return mistake.Item is { } item ? texts.Plain("PollMistake.At", item + 1, sentence) : char.ToUpper(sentence[0], texts.Culture) + sentence[1..];
    }
}
