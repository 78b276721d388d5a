using System.Collections.Immutable;

namespace LeerkringBot.Domain.Gatherings;

/// <summary>A programme as text: an item a line, "13.30-13.45 Welkom en kennismaking | Trouwzaal". A line without times goes on with the item before it, as mails break them.</summary>
public static class ProgrammeText
{
    public static string Write(IEnumerable<ProgrammeItem> items) =>
        string.Join('\n', items.Select(item => $"{TimeSpanText.Write(item.Start, item.End)} {item.Title}{(item.Room is null ? "" : $" | {item.Room}")}"));

    public static (ImmutableArray<ProgrammeItem> Items, ImmutableArray<GatheringMistake> Mistakes) Read(string text)
    {
        var items = new List<(TimeOnly Start, TimeOnly End, string Words)>();
        var mistakes = ImmutableArray.CreateBuilder<GatheringMistake>();
        foreach (var (line, number) in Lines.Numbered(text))
        {
            if (TimeSpanText.Read(line) is var (start, end, rest)) items.Add((start, end, rest));
            else if (items.Count > 0 && !TimeSpanText.BeginsWithTime(line)) items[^1] = items[^1] with { Words = $"{items[^1].Words} {line}".Trim() };
            else mistakes.Add(new(GatheringField.Programme, GatheringFault.Unreadable, Number: number));
        }

        return ([.. items.Select(Item)], mistakes.ToImmutable());
    }

    private static ProgrammeItem Item((TimeOnly Start, TimeOnly End, string Words) read)
    {
        var bar = read.Words.LastIndexOf('|');
        var room = bar < 0 ? "" : read.Words[(bar + 1)..].Trim();
        return new(read.Start, read.End, bar < 0 ? read.Words : read.Words[..bar].Trim(), room.Length == 0 ? null : room);
    }
}
