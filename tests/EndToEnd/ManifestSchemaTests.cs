using System.IO.Compression;

namespace LeerkringBot.EndToEnd;

/// <summary>The app package against the schemas that Microsoft ships in npm's app-manifest.</summary>
public sealed class ManifestSchemaTests : IDisposable
{
    private const string Schemas = "node_modules/@microsoft/app-manifest/build/json-schemas/teams/v1.29";
    private readonly DirectoryInfo unpacked = Directory.CreateTempSubdirectory("manifest");

    public ManifestSchemaTests() => ZipFile.ExtractToDirectory(Repository.Path("artifacts/LeerkringBot.zip"), unpacked.FullName);

    [Theory]
    [InlineData("MicrosoftTeams.schema.json", "manifest.json")]
    [InlineData("MicrosoftTeams.Localization.schema.json", "en.json")]
    public async Task A_file_of_the_package_follows_its_schema(string schema, string file) =>
        Assert.Empty(await Faults(schema, file));

    [Theory]
    [InlineData("MicrosoftTeams.schema.json", "manifest.json", "\"groupChat\"", "\"everywhere\"")]
    [InlineData("MicrosoftTeams.schema.json", "manifest.json", "\"accentColor\": \"#0B4F5C\"", "\"accentColor\": \"teal\"")]
    [InlineData("MicrosoftTeams.Localization.schema.json", "en.json", "\"name.short\"", "\"name.shorter\"")]
    public async Task A_mistake_is_found(string schema, string file, string right, string wrong)
    {
        var path = Path.Join(unpacked.FullName, file);
        var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        Assert.Contains(right, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(path, text.Replace(right, wrong, StringComparison.Ordinal), TestContext.Current.CancellationToken);

        Assert.NotEmpty(await Faults(schema, file));
    }

    public void Dispose() => unpacked.Delete(recursive: true);

    private Task<IReadOnlyList<string>> Faults(string schema, string file) =>
        Node.Run<IReadOnlyList<string>>("validate.mjs", "", [$"{Schemas}/{schema}", Path.Join(unpacked.FullName, file)], TestContext.Current.CancellationToken);
}
