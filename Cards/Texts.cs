using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using LeerkringBot.Domain;

namespace LeerkringBot.Cards;

/// <summary>Every text people see, in one language. The texts stand in <c>Texts.nl.json</c> and <c>Texts.en.json</c> beside the cards that show them; a test holds both to the same keys and placeholders.</summary>
public sealed class Texts
{
    private readonly FrozenDictionary<string, string> texts;

    private Texts(Language language)
    {
        Language = language;
        Lang = language == Language.English ? "en" : "nl";
        Culture = CultureInfo.GetCultureInfo(language == Language.English ? "en-GB" : "nl-NL");
        texts = Read(Lang);
    }

    public static Texts Dutch { get; } = new(Language.Dutch);

    public static Texts English { get; } = new(Language.English);

    public Language Language { get; }

    /// <summary>"nl" or "en".</summary>
    public string Lang { get; }

    public CultureInfo Culture { get; }

    public IReadOnlyCollection<string> Keys => texts.Keys;

    /// <summary>A text without placeholders, or the template itself.</summary>
    /// <exception cref="KeyNotFoundException">No text has that key.</exception>
    public string this[string key] =>
        texts.TryGetValue(key, out var text) ? text : throw new KeyNotFoundException($"No text '{key}' in {Lang}.");

    public static Texts For(Language language) => language == Language.English ? English : Dutch;

    /// <summary>For buttons, labels, choices and plain messages: nothing is escaped.</summary>
    public string Plain(string key, params ReadOnlySpan<object?> values) => string.Format(Culture, this[key], values);

    /// <summary>For where a card understands Markdown: our template as it is, what is filled in escaped unless it is a <see cref="CardText"/>.</summary>
    public CardText Rich(string key, params ReadOnlySpan<object?> values)
    {
        var escaped = new object?[values.Length];
        for (var i = 0; i < values.Length; i++)
            escaped[i] = values[i] is string text ? CardText.Plain(text).ToString() : values[i];
        return CardText.Markdown(string.Format(Culture, this[key], escaped));
    }

    /// <summary>The text under "key.One" for 1, else under "key.Other"; {0} is the count.</summary>
    public string Count(string key, int count) => Plain(count == 1 ? key + ".One" : key + ".Other", count);

    /// <summary>"dinsdag 4 februari"; with its year where that is not <paramref name="thisYear"/>.</summary>
    public string Day(DateOnly day, int thisYear) =>
        day.ToString(day.Year == thisYear ? "dddd d MMMM" : "dddd d MMMM yyyy", Culture);

    /// <summary>"13.30"; in English "13:30".</summary>
    public string Time(TimeOnly time) => time.ToString(Language == Language.English ? "HH:mm" : "HH.mm", CultureInfo.InvariantCulture);

    /// <summary>"griffier".</summary>
    public string Role(Role role) => this[$"Role.{role}"];

    /// <summary>"griffiers, raadsleden".</summary>
    public string Roles(IEnumerable<Role> roles) => string.Join(", ", roles.Select(role => this[$"Roles.{role}"]));

    private static FrozenDictionary<string, string> Read(string lang)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var all = new Dictionary<string, string>();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith($"Texts.{lang}.json", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var file = JsonDocument.Parse(stream);
            foreach (var text in file.RootElement.EnumerateObject())
                if (!all.TryAdd(text.Name, text.Value.GetString()!)) throw new InvalidDataException($"The text '{text.Name}' stands twice in {lang}.");
        }

        return all.ToFrozenDictionary();
    }
}
