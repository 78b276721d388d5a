namespace LeerkringBot.Tests.Architecture;

/// <summary>The files that belong to the working copy; what a build or a run leaves behind does not count.</summary>
internal static class SourceFiles
{
    private static readonly string[] NotOurs = ["bin", "obj", "node_modules", "App_Data", "artifacts", "TestResults", ".git", "devTools"];

    /// <param name="folder">Relative to the root; empty for everything.</param>
    /// <param name="pattern">For example "*.cs".</param>
    public static IReadOnlyList<string> In(string folder, string pattern) =>
        [.. Walk(Repository.Path(folder), pattern).Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    public static string Text(string file) => File.ReadAllText(Repository.Path(file));

    private static IEnumerable<string> Walk(string folder, string pattern) =>
        !Directory.Exists(folder)
            ? []
            : Directory.EnumerateFiles(folder, pattern).Concat(
                Directory.EnumerateDirectories(folder).Where(child => !NotOurs.Contains(Path.GetFileName(child))).SelectMany(child => Walk(child, pattern)));
}
