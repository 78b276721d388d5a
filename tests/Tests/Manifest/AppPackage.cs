using System.IO.Compression;
using System.Text.Json;

namespace LeerkringBot.Tests.Manifest;

/// <summary>The package as the build made it.</summary>
internal sealed class AppPackage
{
    private readonly Dictionary<string, byte[]> files = [];

    private AppPackage()
    {
        using var zip = ZipFile.OpenRead(Repository.Path("artifacts/LeerkringBot.zip"));
        foreach (var entry in zip.Entries)
        {
            using var content = new MemoryStream();
            using var stream = entry.Open();
            stream.CopyTo(content);
            files[entry.FullName] = content.ToArray();
        }

        Manifest = Parse("manifest.json");
        English = Parse("en.json").EnumerateObject().ToDictionary(text => text.Name, text => text.Value.GetString()!);
        CommandLists =
        [
            .. Manifest.GetProperty("bots")[0].GetProperty("commandLists").EnumerateArray().Select(list =>
                list.GetProperty("commands").EnumerateArray().Select(command => command.GetProperty("title").GetString()!).ToList()),
        ];
        EnglishCommands = [.. English.Where(text => text.Key.EndsWith("].title", StringComparison.Ordinal)).Select(text => text.Value).Distinct()];
    }

    public static AppPackage Built { get; } = new();

    public IReadOnlyCollection<string> Files => files.Keys;

    public JsonElement Manifest { get; }

    public IReadOnlyDictionary<string, string> English { get; }

    public IReadOnlyList<IReadOnlyList<string>> CommandLists { get; }

    /// <summary>What the menus offer, Dutch.</summary>
    public IReadOnlyList<string> DutchCommands => [.. CommandLists.SelectMany(titles => titles).Distinct()];

    /// <summary>What the menus offer, English.</summary>
    public IReadOnlyList<string> EnglishCommands { get; }

    public byte[] Bytes(string name) => files[name];

    private JsonElement Parse(string name) => JsonDocument.Parse(files[name]).RootElement;
}
