using System.Collections.Immutable;

namespace LeerkringBot.Domain.Registrations;

/// <summary>Places in tracks. Only who comes has one, or waits for one; who still waits for the gathering itself has only said what they want.</summary>
public static class TrackPlaces
{
    /// <summary>Only tracks of the gathering, and of each round the first.</summary>
    public static ImmutableArray<string> Possible(RegistrationSheet sheet, IEnumerable<string> tracks) =>
        [.. tracks.Where(sheet.Tracks.ContainsKey).DistinctBy(track => sheet.Tracks[track].Round)];

    /// <summary>At the end of the line of each track; <see cref="Move"/> gives the places.</summary>
    internal static RegistrationSheet Enter(RegistrationSheet sheet, WaitingPlace who, IEnumerable<string> tracks) =>
        Possible(sheet, tracks).Aggregate(sheet, (current, track) =>
        {
            var (ticketed, ticket) = current.WithTicket();
            var line = ticketed.Tracks[track];
            return ticketed with { Tracks = ticketed.Tracks.SetItem(track, line with { Waiting = line.Waiting.Add(who with { Ticket = ticket, OfferedAt = null, Tracks = [] }) }) };
        });

    /// <summary>Out of the place, or out of the line.</summary>
    internal static RegistrationSheet Leave(RegistrationSheet sheet, MemberId member, IEnumerable<string> tracks) =>
        tracks.Where(sheet.Tracks.ContainsKey).Aggregate(sheet, (current, track) =>
        {
            var line = current.Tracks[track];
            var waiting = line.Waiting.RemoveAll(place => place.Member == member);
            return current with
            {
                Tracks = current.Tracks.SetItem(track, waiting.Count < line.Waiting.Count ? line with { Waiting = waiting } : line with { Taken = line.Taken - 1 }),
            };
        });

    internal static (RegistrationSheet Sheet, ImmutableArray<RegistrationNotice> Notices) Move(RegistrationSheet sheet)
    {
        var notices = ImmutableArray.CreateBuilder<RegistrationNotice>();
        foreach (var (track, line) in sheet.Tracks)
        {
            var fitting = WaitingList.Fitting(line.Waiting, line.FreePlaces);
            if (fitting.IsEmpty) continue;
            sheet = sheet with { Tracks = sheet.Tracks.SetItem(track, line with { Taken = line.Taken + fitting.Length, Waiting = line.Waiting.RemoveAll(fitting.Contains) }) };
            notices.AddRange(fitting.Select(place => new RegistrationNotice(place.Member, RegistrationNoticeKind.TrackPromoted, place.Ticket)));
        }

        return (sheet, notices.ToImmutable());
    }
}
