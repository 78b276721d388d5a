using System.Globalization;
using System.Text;

namespace LeerkringBot.Bot.Routing;

/// <summary>Finds the command somebody means: capitals, accents, punctuation and a small typo don't matter.</summary>
public sealed class ChatCommands
{
    private readonly List<(string Word, ChatCommand Command)> words = [];

    /// <exception cref="InvalidOperationException">Two commands share a word.</exception>
    public ChatCommands(IEnumerable<ChatCommand> commands)
    {
        foreach (var command in commands)
        {
            foreach (var word in command.Words.Select(Normalise))
            {
                if (words.Exists(known => known.Word == word)) throw new InvalidOperationException($"The word '{word}' means two commands.");
                words.Add((word, command));
            }
        }
    }

    /// <returns>Null when nothing is near enough, or two commands are equally near.</returns>
    public ChatCommand? Find(string typed)
    {
        var isLong = typed.Length > 100;
        var text = Normalise(typed);
        if (text.Length == 0) return null;

        var first = text.Split(' ', 2)[0];
        var near = words
            .Where(known => known.Command.TakesMore || !isLong)
            .Select(known => (known.Command, Steps: Distance(known.Command.TakesMore ? first : text, known.Word), Allowed: Tolerance(known.Word)))
            .Where(found => found.Steps <= found.Allowed)
            .ToList();
        if (near.Count == 0) return null;
        var best = near.Min(found => found.Steps);
        var commands = near.Where(found => found.Steps == best).Select(found => found.Command).Distinct().ToList();
        return commands.Count == 1 ? commands[0] : null;
    }

    // A short word with a typo is another word.
    private static int Tolerance(string word) => word.Length switch
    {
        <= 3 => 0,
        <= 6 => 1,
        _ => 2,
    };

    private static string Normalise(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark) continue;
            if (char.IsLetterOrDigit(letter)) plain.Append(char.ToLowerInvariant(letter));
            else if (plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
        }

        return plain.ToString().TrimEnd();
    }

    /// <summary>Insertions, deletions, replacements and swaps of neighbours that make one word of the other.</summary>
    private static int Distance(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > 2) return int.MaxValue;
        var steps = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++) steps[i, 0] = i;
        for (var j = 0; j <= other.Length; j++) steps[0, j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            for (var j = 1; j <= other.Length; j++)
            {
                var same = one[i - 1] == other[j - 1] ? 0 : 1;
                steps[i, j] = Math.Min(Math.Min(steps[i - 1, j] + 1, steps[i, j - 1] + 1), steps[i - 1, j - 1] + same);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    steps[i, j] = Math.Min(steps[i, j], steps[i - 2, j - 2] + 1);
            }
        }

        return steps[one.Length, other.Length];
    }
}
