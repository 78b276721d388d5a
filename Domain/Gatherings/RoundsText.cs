using System.Collections.Immutable;
using System.Globalization;

namespace LeerkringBot.Domain.Gatherings;

/// <summary>Rounds as text: a line with times begins a round, each line below is a track, "Kernendemocratie | 20" one with 20 places.</summary>
public static class RoundsText
{
    public static string Write(IEnumerable<Round> rounds) =>
        string.Join("\n\n", rounds.Select(round => string.Join('\n', round.Tracks.Select(Write).Prepend(TimeSpanText.Write(round.Start, round.End)))));

    /// <param name="text">As typed.</param>
    /// <param name="before">As they stand: who chose a track is still in it after it was named otherwise.</param>
    public static (ImmutableArray<Round> Rounds, ImmutableArray<GatheringMistake> Mistakes) Read(string text, ImmutableArray<Round> before)
    {
        var rounds = new List<Round>();
        var mistakes = ImmutableArray.CreateBuilder<GatheringMistake>();
        foreach (var (line, number) in Lines.Numbered(text))
        {
            if (TimeSpanText.Read(line) is var (start, end, rest)) rounds.Add(new("", start, end, rest.Length > 0 && Track(rest) is { } first ? [first] : []));
            else if (rounds.Count > 0 && !TimeSpanText.BeginsWithTime(line) && Track(line) is { } track) rounds[^1] = rounds[^1] with { Tracks = rounds[^1].Tracks.Add(track) };
            else mistakes.Add(new(GatheringField.Rounds, GatheringFault.Unreadable, Number: number));
        }

        return (RoundIds.Keep([.. rounds], before), mistakes.ToImmutable());
    }

    private static string Write(Track track) => track.Capacity is { } places ? $"{track.Title} | {places.ToString(CultureInfo.InvariantCulture)}" : track.Title;

    private static Track? Track(string line)
    {
        var bar = line.LastIndexOf('|');
        if (bar < 0) return new("", line, null);
        return int.TryParse(line[(bar + 1)..].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var places) ? new("", line[..bar].Trim(), places) : null;
    }
}
