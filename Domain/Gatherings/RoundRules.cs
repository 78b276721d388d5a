namespace LeerkringBot.Domain.Gatherings;

/// <summary>What the rounds of a gathering must be like.</summary>
internal static class RoundRules
{
    public static IEnumerable<GatheringMistake> Mistakes(IReadOnlyList<Round> rounds)
    {
        if (rounds.Count > GatheringLimits.Rounds) yield return new(GatheringField.Rounds, GatheringFault.TooMany, Number: GatheringLimits.Rounds);
        var ids = new HashSet<string>();
        var titles = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < rounds.Count; i++)
        {
            var round = rounds[i];
            if (!ids.Add(round.Id)) yield return new(GatheringField.RoundId, GatheringFault.Twice, i);
            if (round.End <= round.Start) yield return new(GatheringField.RoundEnd, GatheringFault.NotAfterStart, i);
            for (var j = 0; j < i; j++)
                if (round.Start < rounds[j].End && rounds[j].Start < round.End) yield return new(GatheringField.Rounds, GatheringFault.Overlaps, i, Number: j);
            if (round.Tracks.IsEmpty) yield return new(GatheringField.Tracks, GatheringFault.Missing, i);
            if (round.Tracks.Length > GatheringLimits.Tracks) yield return new(GatheringField.Tracks, GatheringFault.TooMany, i, Number: GatheringLimits.Tracks);
            foreach (var mistake in round.Tracks.SelectMany((track, inner) => Track(track, ids, titles, i, inner))) yield return mistake;
        }
    }

    // A track is named on lists and in exports without its round, so its name is the only one of the whole day.
    private static IEnumerable<GatheringMistake> Track(Track track, HashSet<string> ids, HashSet<string> titles, int round, int inner) =>
    [
        .. GatheringRules.When(!ids.Add(track.Id), new(GatheringField.TrackId, GatheringFault.Twice, round, inner)),
        .. GatheringRules.Text(GatheringField.TrackTitle, track.Title, GatheringLimits.TrackTitle, round, inner),
        .. GatheringRules.When(!titles.Add(track.Title.Trim()), new(GatheringField.TrackTitle, GatheringFault.Twice, round, inner)),
        .. GatheringRules.Places(track.Capacity, new(GatheringField.TrackCapacity, GatheringFault.TooFew, round, inner)),
    ];
}
