using LeerkringBot.Domain;
using LeerkringBot.Domain.Registrations;

namespace LeerkringBot.Cards.Registrations.Pages;

/// <summary>Where one person stands, in plain sentences for a page, a mail or a calendar file.</summary>
public static class RegistrationTexts
{
    public static string State(Gathering gathering, RegistrationSheet sheet, Registration? mine, Texts texts) => gathering.Cancellation is { } why
        ? why.Length > 0 ? texts.Plain("Page.CancelledBecause", why) : texts["Page.Cancelled"]
        : MyRegistration.Of(sheet, mine) switch
        {
            MyRegistration.Coming => texts["Page.Coming"],
            MyRegistration.Waiting { Offered: true } => texts["Registration.Offered"],
            MyRegistration.Waiting => texts["Page.Waiting"],
            MyRegistration.Provisional => texts["Page.Provisional"],
            MyRegistration.Refused refused => texts.Plain("Page.Refused", refused.Reason),
            _ => texts["Page.NotComing"],
        };

    /// <summary>The person's own tracks, first round first; nothing for somebody who doesn't come.</summary>
    public static IReadOnlyList<string> Tracks(Gathering gathering, RegistrationSheet sheet, Registration? mine, Texts texts) => mine is not { Wants: true }
        ? []
        :
        [
            .. from round in gathering.Rounds
               from track in round.Tracks
               where mine.Tracks.Contains(track.Id)
               let line = texts.Plain("Page.TimeAndTitle", GatheringTexts.Span(round.Start, round.End, texts), track.Title)
               select MyRegistration.PositionIn(sheet, mine, track.Id) switch
               {
                   0 => line,
                   null => texts.Plain("Page.TrackWanted", line),
                   _ => texts.Plain("Page.TrackWaiting", line),
               },
        ];

    public static IEnumerable<string> Programme(Gathering gathering, Texts texts) => gathering.Programme.Select(item =>
        texts.Plain("Page.TimeAndTitle", GatheringTexts.Span(item.Start, item.End, texts), item.Room is { } room ? texts.Plain("Page.InRoom", item.Title, room) : item.Title));
}
