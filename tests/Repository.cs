namespace LeerkringBot;

/// <summary>The working copy that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Path(params ReadOnlySpan<string> parts) => System.IO.Path.Join(Root, string.Join('/', parts.ToArray()));

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(System.IO.Path.Join(folder.FullName, "LeerkringBot.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException($"No LeerkringBot.sln above {AppContext.BaseDirectory}.");
    }
}
