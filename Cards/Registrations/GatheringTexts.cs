using LeerkringBot.Domain;
using LeerkringBot.Domain.Registrations;

namespace LeerkringBot.Cards.Registrations;

/// <summary>How dates and times of a gathering read.</summary>
public static class GatheringTexts
{
    /// <summary>"dinsdag 4 februari, 13.30 – 16.30 uur".</summary>
    public static string When(Gathering gathering, Texts texts, DateTimeOffset now) =>
        texts.Plain("Gathering.When", texts.Day(gathering.Date, DutchTime.DayOf(now).Year), Span(gathering.Start, gathering.End, texts));

    /// <summary>"Aangemeld: 24 deelnemers uit 12 gemeenten."</summary>
    public static string Attendance(RegistrationSheet sheet, Texts texts) => sheet.Participants == 0
        ? texts["Invitation.NobodyYet"]
        : texts.Plain("Invitation.Attendance", texts.Count("Participants", sheet.Participants), texts.Count("Municipalities", sheet.Municipalities));

    /// <summary>"13.30 – 16.30".</summary>
    public static string Span(TimeOnly start, TimeOnly end, Texts texts) => $"{texts.Time(start)} – {texts.Time(end)}";
}
