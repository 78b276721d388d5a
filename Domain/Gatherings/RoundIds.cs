using System.Collections.Immutable;

namespace LeerkringBot.Domain.Gatherings;

/// <summary>Which track of a text is which track that stands already: the one with that title, else the one in that place.</summary>
internal static class RoundIds
{
    public static ImmutableArray<Round> Keep(ImmutableArray<Round> typed, ImmutableArray<Round> before)
    {
        var titles = typed.SelectMany(round => round.Tracks).Select(track => track.Title).ToHashSet(StringComparer.OrdinalIgnoreCase);
        // What was taken away keeps its id: a new track is never mistaken for it.
        var taken = before.SelectMany(round => round.Tracks.Select(track => track.Id).Append(round.Id)).ToHashSet();
        var given = new HashSet<string>();
        return [.. typed.Select((round, place) => round with { Id = RoundId(place), Tracks = [.. round.Tracks.Select((track, inner) => track with { Id = TrackId(track, place, inner) })] })];

        string RoundId(int place) => place < before.Length && given.Add(before[place].Id) ? before[place].Id : New($"round-{place + 1}");

        string TrackId(Track track, int place, int inner)
        {
            var known = before.SelectMany(round => round.Tracks).FirstOrDefault(one => string.Equals(one.Title, track.Title, StringComparison.OrdinalIgnoreCase))
                ?? (place < before.Length && inner < before[place].Tracks.Length && !titles.Contains(before[place].Tracks[inner].Title) ? before[place].Tracks[inner] : null);
            return known is not null && given.Add(known.Id) ? known.Id : New(Slug.Of(track.Title, "track"));
        }

        string New(string wanted)
        {
            var id = wanted;
            for (var number = 2; !taken.Add(id); number++) id = $"{wanted}-{number}";
            return id;
        }
    }
}
