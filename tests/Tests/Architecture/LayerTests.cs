using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using LeerkringBot.Bot.Routing;

namespace LeerkringBot.Tests.Architecture;

/// <summary>Who may know whom.</summary>
public sealed partial class LayerTests
{
    [Theory]
    [InlineData("Domain")]
    [InlineData("Cards", "Domain")]
    [InlineData("Infrastructure", "Domain")]
    [InlineData("Bot", "Cards", "Domain", "Infrastructure")]
    public void A_layer_references_only_what_lies_inward(string layer, params string[] inward)
    {
        var project = XDocument.Parse(SourceFiles.Text($"{layer}/{layer}.csproj"));

        var referenced = project.Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value)).Order();

        Assert.Equal(inward, referenced);
    }

    [Theory]
    [InlineData("Domain")]
    [InlineData("Cards")]
    public void An_inner_layer_needs_no_package(string layer)
    {
        var project = XDocument.Parse(SourceFiles.Text($"{layer}/{layer}.csproj"));

        Assert.Empty(project.Descendants("PackageReference"));
        Assert.Empty(project.Descendants("FrameworkReference"));
    }

    [Theory]
    [InlineData("Domain")]
    [InlineData("Cards", "LeerkringBot.Domain")]
    public void A_built_inner_layer_needs_only_the_runtime(string layer, params string[] inward)
    {
        var referenced = Assembly.Load($"LeerkringBot.{layer}").GetReferencedAssemblies().Select(name => name.Name!);

        Assert.All(referenced, name => Assert.True(inward.Contains(name) || name.StartsWith("System.", StringComparison.Ordinal), $"{layer} needs {name}"));
    }

    [Fact]
    public void The_protocol_is_known_in_the_two_Teams_folders_only()
    {
        var types = typeof(Router).Assembly.GetTypes().Concat(Assembly.Load("LeerkringBot.Infrastructure").GetTypes())
            .Where(type => type.Namespace is "LeerkringBot.Infrastructure.Teams" or "LeerkringBot.Bot.Teams" && !type.IsNested && type.Name[0] != '<')
            .Select(type => type.Namespace!).Distinct();
        var outside = new[] { "Domain", "Cards", "Infrastructure", "Bot" }.SelectMany(layer => SourceFiles.In(layer, "*.cs"))
            // Program.cs registers the edge; the Playground, a client, has a configuration with the same words.
            .Where(file => file != "Bot/Program.cs" && !file.StartsWith("Bot/Development/", StringComparison.Ordinal) && !file.StartsWith("Bot/Teams/", StringComparison.Ordinal) && !file.StartsWith("Infrastructure/Teams/", StringComparison.Ordinal))
            .Where(file => types.Any(space => SourceFiles.Text(file).Contains(space, StringComparison.Ordinal)) || ProtocolWord().IsMatch(SourceFiles.Text(file)));

        Assert.Empty(outside);
    }

    [Fact]
    public void Microsoft_Graph_is_known_in_its_own_folder_only()
    {
        var outside = new[] { "Domain", "Cards", "Infrastructure", "Bot" }.SelectMany(layer => SourceFiles.In(layer, "*.cs"))
            .Where(file => !file.StartsWith("Infrastructure/Graph/", StringComparison.Ordinal))
            .Where(file => SourceFiles.Text(file) is var text && (text.Contains("Microsoft.Graph", StringComparison.Ordinal) || text.Contains("Microsoft.Kiota", StringComparison.Ordinal)));

        Assert.Empty(outside);
    }

    [Theory]
    [InlineData("Domain")]
    [InlineData("Cards")]
    [InlineData("Infrastructure")]
    public void A_feature_does_not_know_another(string layer)
    {
        // Shared by all by design: elements of a card, the storage and work ports; and the edges, which serve several features.
        string[] shared = ["Elements", "Storage", "Work", "Teams", "Graph"];
        var features = Directory.GetDirectories(Repository.Path(layer)).Select(folder => Path.GetFileName(folder)!)
            .Where(folder => folder is not ("bin" or "obj") && !shared.Contains(folder)).ToList();

        var crossings =
            from feature in features
            from file in SourceFiles.In($"{layer}/{feature}", "*.cs")
            from other in features
            where other != feature && Regex.IsMatch(SourceFiles.Text(file), $@"LeerkringBot\.(Domain|Cards|Infrastructure)\.{other}\b", RegexOptions.None, TimeSpan.FromSeconds(1))
            select $"{file} knows {other}";

        Assert.Empty(crossings);
    }

    [Fact]
    public void The_clock_of_the_machine_is_banned_and_the_ban_is_an_error()
    {
        Assert.Contains("P:System.DateTime.UtcNow", SourceFiles.Text("BannedSymbols.txt"), StringComparison.Ordinal);
        Assert.Contains("P:System.DateTimeOffset.UtcNow", SourceFiles.Text("BannedSymbols.txt"), StringComparison.Ordinal);
        var properties = XDocument.Parse(SourceFiles.Text("Directory.Build.props"));
        Assert.Equal("true", properties.Descendants("TreatWarningsAsErrors").Single().Value);
        Assert.Contains(properties.Descendants("AdditionalFiles"), file => file.Attribute("Include")!.Value.EndsWith("BannedSymbols.txt", StringComparison.Ordinal));
        Assert.Contains(properties.Descendants("PackageReference"), package => package.Attribute("Include")!.Value == "Microsoft.CodeAnalysis.BannedApiAnalyzers");
        var silenced = new[] { "*.cs", "*.csproj", "*.props", ".editorconfig" }.SelectMany(pattern => SourceFiles.In("", pattern))
            .Where(file => file != "tests/Tests/Architecture/LayerTests.cs" && SourceFiles.Text(file).Contains("RS0030", StringComparison.Ordinal));
        Assert.Empty(silenced);
    }

    [Fact]
    public void No_file_names_a_folder_of_somebodys_machine()
    {
        string[] folders = ["/work" + "/", "/home" + "/", "/Users" + "/", "C:" + "\\"];
        var naming = new[] { "*.cs", "*.csproj", "*.props", "*.targets", "*.json", "*.mjs", "*.cjs", "*.md", "run" }.SelectMany(pattern => SourceFiles.In("", pattern))
            .Where(file => folders.Any(folder => SourceFiles.Text(file).Contains(folder, StringComparison.Ordinal)));

        Assert.Empty(naming);
    }

    // Names that only the Bot Framework protocol has, and would be the first to leak.
    [GeneratedRegex(@"\b(ConversationReference|ChannelAccount|InvokeResponse|TurnContext|channelData|aadObjectId|serviceUrl|adaptiveCard/action)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ProtocolWord();
}
