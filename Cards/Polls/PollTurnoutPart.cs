using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Cards.Polls;

/// <summary>How the answers came in, day by day.</summary>
internal static class PollTurnoutPart
{
    private const int MostDays = 10;

    public static IEnumerable<CardElement> Render(PollView view, Texts texts)
    {
        if (view.Turnout.Count == 0) yield break;
        var days = Turnout.Brief(view.Turnout, MostDays);
        yield return Part.Heading(texts.Rich("Turnout.Title"));
        yield return new FactSet([.. days.Select(day => new Fact(Day(day, view, texts), texts.Plain("Turnout.Day", day.New, day.Total)))]);
        yield return new HorizontalBarChart(texts["Turnout.Title"], [.. days.Select(day => new ChartBar(Day(day, view, texts), day.Total) { Color = "categoricalBlue" })])
        {
            // The figures stand above as text already; a client without charts needs nothing more.
            Fallback = Part.Note(texts.Rich("Turnout.NoChart")),
        };
    }

    private static string Day(TurnoutDay day, PollView view, Texts texts)
    {
        var text = texts.Day(day.Day, DutchTime.DayOf(view.Now).Year);
        return day.IsSeveral ? texts.Plain("Turnout.Until", text) : text;
    }
}
