using LeerkringBot.Bot.Settings;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Registrations;
using LeerkringBot.Infrastructure.Sealing;

namespace LeerkringBot.Bot.Web;

public static class WebRegistration
{
    /// <exception cref="Infrastructure.ConfigurationFaultException">See <see cref="PublicUrl.Read"/>.</exception>
    public static IServiceCollection AddWeb(this IServiceCollection services, IConfiguration configuration, bool isDevelopment)
    {
        var publicUrl = PublicUrl.Read(configuration, isDevelopment);
        return services
            .AddSingleton<AesSeal>()
            .AddSingleton<ISeal>(provider => provider.GetRequiredService<AesSeal>())
            .AddHostedService(provider => provider.GetRequiredService<AesSeal>())
            .AddSingleton(provider => new Links(publicUrl, provider.GetRequiredService<ISeal>()))
            .AddSingleton<ForgetGuest>()
            .AddSingleton<RegistrationPages>()
            .AddSingleton<WallPages>()
            .AddSingleton<ReminderPages>()
            .AddSingleton<IdeaPages>();
    }

    public static IEndpointRouteBuilder MapMadePages(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Links.RegistrationPath + "{word}", (string word, RegistrationPages pages, HttpRequest request, CancellationToken cancellationToken) => pages.Look(word, request, cancellationToken));
        endpoints.MapPost(Links.RegistrationPath + "{word}", (string word, RegistrationPages pages, HttpRequest request, CancellationToken cancellationToken) => pages.Act(word, request, cancellationToken));
        endpoints.MapGet(Links.IdeasPath + "{word}", (string word, IdeaPages pages, HttpRequest request, CancellationToken cancellationToken) => pages.Look(word, request, cancellationToken));
        endpoints.MapPost(Links.IdeasPath + "{word}", (string word, IdeaPages pages, HttpRequest request, CancellationToken cancellationToken) => pages.Act(word, request, cancellationToken));
        endpoints.MapGet(Links.RemindersPath + "{word}", (string word, ReminderPages pages, HttpRequest request, CancellationToken cancellationToken) => pages.Look(word, request, cancellationToken));
        endpoints.MapPost(Links.RemindersPath + "{word}", (string word, ReminderPages pages, HttpRequest request, CancellationToken cancellationToken) => pages.Act(word, request, cancellationToken));
        endpoints.MapGet(Links.WallPath + "{word}", (string word, WallPages pages, HttpResponse response, CancellationToken cancellationToken) => pages.Look(word, response, cancellationToken));
        return endpoints;
    }
}
