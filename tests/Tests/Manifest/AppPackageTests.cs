using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace LeerkringBot.Tests.Manifest;

/// <summary>What Teams asks of an app package and its schema doesn't enforce. The schema itself is checked in EndToEnd.</summary>
public sealed partial class AppPackageTests
{
    private static readonly AppPackage Package = AppPackage.Built;

    [Fact]
    public void The_package_holds_the_manifest_the_languages_and_the_icons_at_its_root() =>
        Assert.Equal(["color.png", "en.json", "manifest.json", "outline.png"], Package.Files.Order());

    [Fact]
    public void No_placeholder_is_left_open() =>
        Assert.DoesNotContain("$(", Encoding.UTF8.GetString(Package.Bytes("manifest.json")), StringComparison.Ordinal);

    [Fact]
    public void Private_and_shared_channels_are_supported() =>
        Assert.Equal("tier1", Package.Manifest.GetProperty("supportsChannelFeatures").GetString());

    [Fact]
    public void The_bot_is_there_for_persons_teams_and_group_chats_and_takes_files()
    {
        var bot = Package.Manifest.GetProperty("bots")[0];

        Assert.Equal(["personal", "team", "groupChat"], bot.GetProperty("scopes").EnumerateArray().Select(scope => scope.GetString()));
        Assert.True(bot.GetProperty("supportsFiles").GetBoolean());
    }

    [Fact]
    public void Every_scope_has_one_command_list_of_at_most_twelve()
    {
        var bot = Package.Manifest.GetProperty("bots")[0];
        var scopes = bot.GetProperty("commandLists").EnumerateArray().SelectMany(list => list.GetProperty("scopes").EnumerateArray()).Select(scope => scope.GetString()!).ToList();

        Assert.Equal(bot.GetProperty("scopes").EnumerateArray().Select(scope => scope.GetString()!).Order(), scopes.Order());
        Assert.All(Package.CommandLists, titles => Assert.InRange(titles.Count, 1, 12));
        Assert.All(Package.CommandLists, titles => Assert.Equal(titles.Distinct(), titles));
    }

    [Fact]
    public void Sign_in_belongs_to_the_bot() =>
        Assert.Equal(
            Package.Manifest.GetProperty("bots")[0].GetProperty("botId").GetString(),
            Package.Manifest.GetProperty("webApplicationInfo").GetProperty("id").GetString());

    [Fact]
    public void All_pages_stand_on_the_bots_own_host()
    {
        var host = Assert.Single(Package.Manifest.GetProperty("validDomains").EnumerateArray()).GetString();
        var developer = Package.Manifest.GetProperty("developer");

        Assert.Equal($"https://{host}/privacy", developer.GetProperty("privacyUrl").GetString());
        Assert.Equal($"https://{host}/voorwaarden", developer.GetProperty("termsOfUseUrl").GetString());
        Assert.Equal($"https://{host}/toegankelijkheid", developer.GetProperty("websiteUrl").GetString());
    }

    [Fact]
    public void Every_text_stands_in_both_languages()
    {
        var dutch = Localisable(Package.Manifest, "").Select(text => text.Key).Order();

        Assert.Equal(dutch, Package.English.Keys.Where(key => key != "$schema").Order());
    }

    [Fact]
    public void Every_text_fits()
    {
        var dutch = Localisable(Package.Manifest, "").Select(text => (text.Key, text.Value));
        var english = Package.English.Where(text => text.Key != "$schema").Select(text => (text.Key, text.Value));

        Assert.All(dutch.Concat(english), text => Assert.InRange(text.Value.Length, 1, Longest(text.Key)));
    }

    [Theory]
    [InlineData("color.png", 192)]
    [InlineData("outline.png", 32)]
    public void An_icon_has_its_size(string name, int side)
    {
        var icon = new Png(Package.Bytes(name));

        Assert.Equal((side, side), (icon.Width, icon.Height));
    }

    [Fact]
    public void The_colour_icon_has_no_holes() =>
        Assert.All(new Png(Package.Bytes("color.png")).Pixels, pixel => Assert.Equal(byte.MaxValue, pixel.Alpha));

    [Fact]
    public void The_outline_icon_is_white_on_nothing()
    {
        var pixels = new Png(Package.Bytes("outline.png")).Pixels.ToList();

        Assert.All(pixels.Where(pixel => pixel.Alpha > 0), pixel => Assert.Equal((255, 255, 255), (pixel.Red, pixel.Green, pixel.Blue)));
        Assert.InRange(pixels.Count(pixel => pixel.Alpha > 0), 1, pixels.Count / 2);
    }

    /// <summary>The texts that a localisation file translates, under the keys it uses.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Localisable(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Localisable(property.Value, path.Length == 0 ? property.Name : $"{path}.{property.Name}")),
        JsonValueKind.Array => element.EnumerateArray().SelectMany((item, index) => Localisable(item, $"{path}[{index}]")),
        JsonValueKind.String when Translated().IsMatch(path) => [new(path, element.GetString()!)],
        _ => [],
    };

    private static int Longest(string key) => key switch
    {
        "name.short" => 30,
        "name.full" => 100,
        "description.short" => 80,
        "description.full" => 4000,
        _ when key.EndsWith(".title", StringComparison.Ordinal) => 32,
        _ => 128,
    };

    [GeneratedRegex(@"^(name|description)\.(short|full)$|\.commands\[\d+\]\.(title|description)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Translated();
}
