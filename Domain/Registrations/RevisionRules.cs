using System.Collections.Immutable;

namespace LeerkringBot.Domain.Registrations;

/// <summary>The sheet follows the gathering's details; nobody loses what they have.</summary>
public static class RevisionRules
{
    public static RegistrationChange<RevisionOutcome> Revise(RegistrationSheet sheet, Gathering revised, DateTimeOffset now)
    {
        if (Refusal(sheet, revised) is { } refusal) return RegistrationChange.Nothing(refusal);
        var followed = sheet.Follow(revised);
        var (moved, notices) = followed.NeedsApproval || followed.Requests.IsEmpty
            ? WaitingList.Move(followed, now)
            : ApprovalRules.Admit(followed, followed.Requests, now);
        return new(new RevisionOutcome.Revised(revised), moved, [], notices);
    }

    private static RevisionOutcome? Refusal(RegistrationSheet sheet, Gathering revised)
    {
        if (revised.Capacity < Math.Max(1, sheet.Participants)) return new RevisionOutcome.TooFewPlaces(null, Math.Max(1, sheet.Participants));
        var wanted = sheet.Waiting.Concat(sheet.Requests).SelectMany(place => place.Tracks).ToHashSet();
        foreach (var (id, track) in sheet.Tracks)
        {
            var round = revised.Rounds.FirstOrDefault(round => round.Tracks.Any(one => one.Id == id));
            if (round?.Id != track.Round && (track.Taken > 0 || !track.Waiting.IsEmpty || wanted.Contains(id))) return new RevisionOutcome.TrackInUse(id);
            var next = round?.Tracks.First(one => one.Id == id);
            if (next?.Capacity < track.Taken) return new RevisionOutcome.TooFewPlaces(next, track.Taken);
        }

        return null;
    }
}
