using System.Text.Json;
using System.Text.RegularExpressions;

namespace LeerkringBot.Tests.Architecture;

/// <summary>Every text in both languages.</summary>
public sealed partial class TextsTests
{
    public static TheoryData<string> DutchFiles => [.. SourceFiles.In("Cards", "Texts.nl.json")];

    [Theory]
    [MemberData(nameof(DutchFiles))]
    public void Both_languages_have_the_same_texts_with_the_same_placeholders(string dutchFile)
    {
        var dutch = Read(dutchFile);
        var english = Read(dutchFile.Replace(".nl.", ".en.", StringComparison.Ordinal));

        Assert.Equal(dutch.Keys.Order(), english.Keys.Order());
        Assert.All(dutch, text => Assert.Equal(Placeholders(text.Value), Placeholders(english[text.Key])));
    }

    [Fact]
    public void No_English_file_stands_alone() =>
        Assert.Equal(SourceFiles.In("Cards", "Texts.nl.json"), SourceFiles.In("Cards", "Texts.en.json").Select(file => file.Replace(".en.", ".nl.", StringComparison.Ordinal)));

    [Fact]
    public void No_text_is_empty_or_shouts() =>
        Assert.All(SourceFiles.In("Cards", "Texts.*.json").SelectMany(Read), text =>
        {
            Assert.False(string.IsNullOrWhiteSpace(text.Value), $"{text.Key} is empty");
            Assert.DoesNotContain("!!", text.Value, StringComparison.Ordinal);
        });

    [Fact]
    public void Every_text_is_shown_somewhere()
    {
        var literals = Literals().Select(literal => literal.Key).ToHashSet();
        var unused = Keys().Where(key => !literals.Contains(key) && !literals.Contains(Counted().Replace(key, "")) && !literals.Any(literal => literal.EndsWith('.') && key.StartsWith(literal, StringComparison.Ordinal)));

        Assert.Empty(unused);
    }

    [Fact]
    public void Every_text_that_code_asks_for_exists()
    {
        var keys = Keys().ToHashSet();
        var unknown = Literals().Where(literal => literal.Asked && !keys.Contains(literal.Key) && !keys.Contains(literal.Key + ".Other") && !literal.Key.EndsWith('.'));

        Assert.Empty(unknown);
    }

    private static IEnumerable<string> Keys() => SourceFiles.In("Cards", "Texts.nl.json").SelectMany(file => Read(file).Keys);

    /// <summary>Strings in code that look like a key, and whether they are asked of Texts.</summary>
    private static IEnumerable<(string Key, bool Asked, string File)> Literals() =>
        from layer in new[] { "Cards", "Bot" }
        from file in SourceFiles.In(layer, "*.cs")
        from Match match in KeyLiteral().Matches(SourceFiles.Text(file))
        select (match.Groups["key"].Value, match.Groups["asked"].Success, file);

    private static Dictionary<string, string> Read(string file) => JsonSerializer.Deserialize<Dictionary<string, string>>(SourceFiles.Text(file))!;

    private static IEnumerable<string> Placeholders(string text) => Placeholder().Matches(text).Select(match => match.Value).Distinct().Order();

    [GeneratedRegex(@"\{\d+(:[^}]*)?\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\.(One|Other)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Counted();

    // texts["X"], Texts.Dutch["X"], texts.Plain("X", ...), .Rich("X"), .Count("X")
    [GeneratedRegex(@"(?<asked>[Tt]exts(\.Dutch|\.English)?(\[|\.(Plain|Rich|Count)\())?\$?""(?<key>[A-Z][A-Za-z]+(\.[A-Za-z]*)*)(""|\{)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex KeyLiteral();
}
