using LeerkringBot.Domain;

namespace LeerkringBot.Cards.Registrations;

/// <summary>How dates and times of a gathering read.</summary>
public static class GatheringTexts
{
    /// <summary>"dinsdag 4 februari, 13.30 – 16.30 uur".</summary>
    public static string When(Gathering gathering, Texts texts, DateTimeOffset now) =>
        texts.Plain("Gathering.When", texts.Day(gathering.Date, DutchTime.DayOf(now).Year), Span(gathering.Start, gathering.End));

    /// <summary>"13.30 – 16.30".</summary>
    public static string Span(TimeOnly start, TimeOnly end) => $"{Texts.Time(start)} – {Texts.Time(end)}";
}
