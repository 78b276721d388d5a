using System.Globalization;
using System.Text.Json;

namespace LeerkringBot.Bot.Import;

/// <summary>A place in the network file that knows its path. Every mistake is collected, so that one reading names them all.</summary>
internal sealed class FilePart(JsonElement element, string path, List<string> mistakes)
{
    private readonly HashSet<string> read = [];

    public string Path => path;

    public bool IsObject => element.ValueKind == JsonValueKind.Object;

    public void Mistake(string name, string what) => mistakes.Add($"{(name.Length > 0 ? Join(name) : path)}: {what}");

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
        var mistake = $"{Join(name)}: {what}";
        // One mistake at one place is enough.
        if (!mistakes.Exists(known => known.StartsWith($"{Join(name)}: ", StringComparison.Ordinal))) mistakes.Add(mistake);
        return otherwise;
    }
}
