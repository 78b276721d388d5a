namespace LeerkringBot.Bot.Settings;

/// <summary>Where the bot's own files stand, whatever folder it is started from: a path that somebody types is relative to theirs.</summary>
public static class AppFolder
{
    private const string Project = "Bot.csproj";

    /// <summary>The content root, unless the command line or the environment names one.</summary>
    public static WebApplicationOptions Options(string[] args)
    {
        var host = new ConfigurationBuilder().AddEnvironmentVariables("DOTNET_").AddEnvironmentVariables("ASPNETCORE_").AddCommandLine(args).Build();
        return new() { Args = args, ContentRootPath = host[HostDefaults.ContentRootKey] ?? Find(AppContext.BaseDirectory) };
    }

    /// <summary>The project's folder for a build inside it, else where the program itself stands.</summary>
    public static string Find(string program)
    {
        for (var folder = new DirectoryInfo(program); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Join(folder.FullName, Project))) return folder.FullName;
        return program;
    }
}
