using LeerkringBot.Domain;
using LeerkringBot.Domain.Registrations;

namespace LeerkringBot.Cards.Registrations;

/// <summary>How dates, times and places of a gathering read.</summary>
public static class GatheringTexts
{
    /// <summary>"dinsdag 4 februari, 13.30 – 16.30 uur".</summary>
    public static string When(Gathering gathering, Texts texts, DateTimeOffset now) => When(gathering.Moment, texts, now);

    public static string When(Moment moment, Texts texts, DateTimeOffset now) =>
        texts.Plain("Gathering.When", texts.Day(moment.Date, DutchTime.DayOf(now).Year), Span(moment.Start, moment.End, texts));

    /// <summary>When and where it was before it was moved; null where it wasn't, or when nobody needs to know any more.</summary>
    public static string? Moved(Gathering gathering, Texts texts, DateTimeOffset now) =>
        gathering is { Before: { } before, Cancellation: null } && now < gathering.StartsAt ? texts.Plain("Invitation.Moved", When(before, texts, now), before.Place.Name) : null;

    /// <summary>"Aangemeld: 24 deelnemers uit 12 gemeenten."</summary>
    public static string Attendance(RegistrationSheet sheet, Texts texts) => sheet.Participants == 0
        ? texts["Invitation.NobodyYet"]
        : texts.Plain("Invitation.Attendance", texts.Count("Participants", sheet.Participants), texts.Count("Municipalities", sheet.Municipalities));

    /// <summary>The same, with what waits for confirmation apart, and how many places are left.</summary>
    public static string AttendanceAndPlaces(RegistrationSheet sheet, Texts texts)
    {
        var requests = sheet.Requests.IsEmpty ? "" : " " + texts.Count("Invitation.Requests", sheet.Requests.Count);
        var places = sheet.Capacity is null ? ""
            : sheet.OpenPlaces > 0 ? " " + texts.Count("Invitation.Places", sheet.OpenPlaces)
            : " " + (sheet.Waiting.IsEmpty ? texts["Invitation.Full.None"] : texts.Count("Invitation.Full", sheet.Waiting.Count));
        return Attendance(sheet, texts) + requests + places;
    }

    /// <summary>"nog 4 plaatsen", "vol, 2 op de wachtlijst"; empty where there is no limit.</summary>
    public static string Places(TrackSheet? track, Texts texts) => track switch
    {
        null or { Capacity: null } => "",
        { IsFull: true, Waiting.IsEmpty: true } => texts["Track.Full"],
        { IsFull: true } => texts.Plain("Track.FullWaiting", track.Waiting.Count),
        _ => texts.Count("Track.Places", track.FreePlaces - WaitingList.Claimed(track.Waiting, track.FreePlaces)),
    };

    /// <summary>"13.30 – 16.30".</summary>
    public static string Span(TimeOnly start, TimeOnly end, Texts texts) => $"{texts.Time(start)} – {texts.Time(end)}";
}
