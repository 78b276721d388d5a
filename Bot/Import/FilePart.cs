using System.Globalization;
using System.Text.Json;
using LeerkringBot.Domain;

namespace LeerkringBot.Bot.Import;

/// <summary>A place in the network file that knows its path. Every mistake is collected, so that one reading names them all.</summary>
internal sealed class FilePart(JsonElement element, string path, List<string> mistakes)
{
    private readonly HashSet<string> read = [];

    public string Path => path;

    public bool IsObject => element.ValueKind == JsonValueKind.Object;

    /// <summary>One mistake at one place is enough.</summary>
    public void Mistake(string name, string what)
    {
        var place = (name.Length > 0 ? Join(name) : path) + ": ";
        if (!mistakes.Exists(known => known.StartsWith(place, StringComparison.Ordinal))) mistakes.Add(place + what);
    }

    public string Text(string name, int longest, string? otherwise = null)
    {
        if (Find(name) is not { } value) return otherwise ?? Missing(name);
        if (value.ValueKind != JsonValueKind.String) return Wrong(name, "must be a text");
        var text = value.GetString()!.Trim();
        if (text.Length == 0) return Wrong(name, "must not be empty");
        return text.Length > longest ? Wrong(name, $"is longer than {longest} characters") : text;
    }

    public string? OptionalText(string name, int longest) => Find(name) is null ? null : Text(name, longest);

    public int? Number(string name)
    {
        if (Find(name) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number > 0) return number;
        Wrong(name, "must be a whole number of 1 or more");
        return null;
    }

    public TimeOnly Time(string name) =>
        TimeOnly.TryParseExact(Text(name, 5), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : Say(name, "must be a time such as 13:30", default(TimeOnly));

    /// <summary>False where it doesn't stand.</summary>
    public bool Flag(string name)
    {
        if (Find(name) is not { } value) return false;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.GetBoolean();
        Wrong(name, "must be true or false");
        return false;
    }

    /// <summary>"2027-02-04", or counted from another day: "-6d", or "tuesday +4w" for the first Tuesday at least four weeks later.</summary>
    public DateOnly Date(string name, DateOnly from)
    {
        var text = Text(name, 40);
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        if (text.EndsWith('d') && int.TryParse(text[..^1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var days) && days is > -1000 and < 1000) return from.AddDays(days);
        if (text.Split(' ') is [var weekday, ['+', .. var weeks, 'w']]
            && Enum.TryParse<DayOfWeek>(weekday, ignoreCase: true, out var day)
            && int.TryParse(weeks, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count < 100)
        {
            var earliest = from.AddDays(7 * count);
            return earliest.AddDays((day - earliest.DayOfWeek + 7) % 7);
        }

        return text.Length == 0 ? from : Say(name, "must be a date such as 2027-02-04, or '-6d', or 'tuesday +4w'", from);
    }

    /// <summary>Whether a date is counted from another day.</summary>
    public bool IsCounted(string name) => !DateOnly.TryParseExact(OptionalText(name, 40), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>Always a <see cref="Domain.Key"/>.</summary>
    public string Id(string name)
    {
        var text = Text(name, 80);
        return text.Length > 0 && IsKey(name, text) ? text : "unknown";
    }

    public string OptionalId(string name, string otherwise) => Find(name) is null ? otherwise : Id(name);

    public bool IsKey(string name, string text)
    {
        if (Domain.Key.IsValid(text)) return true;
        Mistake(name, "must be 1 to 80 letters, digits or '-'");
        return false;
    }

    public string Email(string name)
    {
        var text = Text(name, 200);
        if (text.Length > 0 && !EmailAddress.IsValid(text)) Mistake(name, "must be an e-mail address");
        return text.ToLowerInvariant();
    }

    public IEnumerable<string> Texts(string name, int longest)
    {
        foreach (var (value, index) in Elements(name))
        {
            if (value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text && text.Length <= longest) yield return text.Trim();
            else mistakes.Add($"{Join(name)}[{index}]: must be a text of 1 to {longest} characters");
        }
    }

    public IEnumerable<FilePart> Parts(string name)
    {
        foreach (var (value, index) in Elements(name))
        {
            var part = new FilePart(value, $"{Join(name)}[{index}]", mistakes);
            if (part.IsObject) yield return part;
            else part.Mistake("", "must be an object");
        }
    }

    public FilePart? OptionalPart(string name) => Find(name) is null ? null : Part(name);

    public FilePart? Part(string name)
    {
        if (Find(name) is not { } value)
        {
            Missing(name);
            return null;
        }

        var part = new FilePart(value, Join(name), mistakes);
        if (part.IsObject) return part;
        part.Mistake("", "must be an object");
        return null;
    }

    /// <summary>Names what nobody asked for: a typing mistake.</summary>
    public void Done()
    {
        foreach (var property in element.EnumerateObject())
            if (!read.Contains(property.Name)) Mistake(property.Name, "is not known here");
    }

    private IEnumerable<(JsonElement Value, int Index)> Elements(string name)
    {
        if (Find(name) is not { } value) return [];
        if (value.ValueKind == JsonValueKind.Array) return value.EnumerateArray().Select((one, index) => (one, index));
        Wrong(name, "must be a list");
        return [];
    }

    private JsonElement? Find(string name)
    {
        read.Add(name);
        return element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }

    private string Join(string name) => path.Length == 0 ? name : $"{path}.{name}";

    private string Missing(string name) => Wrong(name, "is missing");

    private string Wrong(string name, string what) => Say(name, what, "");

    private T Say<T>(string name, string what, T otherwise)
    {
        Mistake(name, what);
        return otherwise;
    }
}
