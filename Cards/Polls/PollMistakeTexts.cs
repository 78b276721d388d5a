using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Cards.Polls;

/// <summary>Mistakes in words; they stand right above their input.</summary>
internal static class PollMistakeTexts
{
    public static IEnumerable<CardElement> Messages(IEnumerable<PollMistake> mistakes, Texts texts) => mistakes.Select(mistake => Part.Mistake(Of(mistake, texts)));

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
