using LeerkringBot.Bot.Routing;

namespace LeerkringBot.Bot.Files;

public static class FilesRegistration
{
    public static IServiceCollection AddFiles(this IServiceCollection services) => services
        .AddSingleton<FileTickets>()
        .AddFeature<FileHandover>();

    public static IServiceCollection AddFileKind<TKind>(this IServiceCollection services)
        where TKind : class, IFileKind => services.AddSingleton<IFileKind, TKind>();
}
