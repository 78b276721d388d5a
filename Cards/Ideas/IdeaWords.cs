using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain.Ideas;

namespace LeerkringBot.Cards.Ideas;

/// <summary>How cards say what stands in an idea.</summary>
internal static class IdeaWords
{
    private const int Beginning = 280;
    private const int MostLines = 60;

    /// <summary>With every line break where it was: one in the middle of a text is only a space to a client, so each line is a block. Very many lines become paragraphs, for the card's size.</summary>
    public static IEnumerable<CardElement> Whole(string text)
    {
        var lines = text.Split('\n');
        if (lines.Length > MostLines) lines = [.. lines.Take(MostLines), string.Join("\n\n", lines.Skip(MostLines).Where(line => line.Length > 0))];
        var follows = false;
        foreach (var line in lines)
        {
            if (line.Length > 0) yield return new TextBlock(line) { Spacing = follows ? "none" : null };
            follows = line.Length > 0;
        }
    }

    /// <summary>The first lines, for a list; the whole where it is short.</summary>
    public static IEnumerable<CardElement> Begin(string text)
    {
        var begin = text.Split("\n", 5) is [var one, var two, var three, var four, ..] ? string.Join('\n', one, two, three, four) : text;
        if (begin.Length > Beginning) begin = begin[..(begin.LastIndexOf(' ', Beginning) is > Beginning / 2 and var space ? space : Beginning)];
        return Whole(begin.Length < text.Length ? $"{begin.TrimEnd()} …" : begin);
    }

    public static bool IsLong(string text) => text.Length > Beginning || text.Count(letter => letter == '\n') > 3;

    /// <summary>"opgepakt. Wij gaan het doen."</summary>
    public static string Status(Idea idea, Texts texts)
    {
        var status = texts[$"Idea.Status.{idea.Status}"];
        return idea.StatusLine.Length == 0 ? status : texts.Plain("Idea.StatusWithLine", status, idea.StatusLine.ReplaceLineEndings(" "));
    }

    public static string Supporters(Idea idea, Texts texts) => idea.Supporters.IsEmpty ? texts["Idea.NoSupport"] : texts.Count("Idea.Supporters", idea.Supporters.Length);
}
