using LeerkringBot.Bot.Settings;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Mails;
using LeerkringBot.Infrastructure;
using LeerkringBot.Infrastructure.Graph;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Bot.Mails;

public static class GraphMailRegistration
{
    /// <summary>Mail through Microsoft 365 in place of mail in files, where <c>Graph:Mailbox</c> is set.</summary>
    /// <exception cref="ConfigurationFaultException">A setting is malformed, or needs or contradicts another one.</exception>
    public static IServiceCollection AddGraphMail(this IServiceCollection services, IConfiguration configuration, bool isDevelopment)
    {
        var settings = GraphSettings.Read(configuration, isDevelopment);
        if (settings.Mailbox is not { } mailbox) return services;
        services
            .AddSingleton(provider => new MailboxClient(provider.GetRequiredService<GraphAccess>(), mailbox, provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<GraphMailbox>()
            .AddSingleton<IMailbox>(provider => provider.GetRequiredService<GraphMailbox>())
            .AddSingleton<IMailer, GraphMailer>()
            .AddSingleton<MailboxPermissions>();
        return settings.Notifications ? services.AddNotifications(new(PublicUrl.Read(configuration, isDevelopment) + MailboxNotifications.Path)) : services;
    }

    /// <summary>Where Graph tells that a mail came; nothing where it isn't asked to.</summary>
    public static void MapGraphMail(this WebApplication app)
    {
        if (app.Services.GetService<MailboxNotifications>() is { } notifications) app.MapPost(MailboxNotifications.Path, notifications.Handle);
    }

    /// <exception cref="ConfigurationFaultException">The bot may not use its mailbox.</exception>
    public static Task CheckGraphMail(this WebApplication app, CancellationToken cancellationToken) =>
        app.Services.GetService<MailboxPermissions>()?.Check(cancellationToken) ?? Task.CompletedTask;

    private static IServiceCollection AddNotifications(this IServiceCollection services, Uri endpoint) => services
        .AddSingleton(provider => new MailboxSubscription(
            provider.GetRequiredService<MailboxClient>(), provider.GetRequiredService<ITables>(), endpoint, provider.GetRequiredService<TimeProvider>()))
        .AddSingleton(provider => ActivatorUtilities.CreateInstance<MailboxNotifications>(provider, (Action)provider.GetRequiredService<MailLoop>().Wake))
        .AddHostedService(provider => provider.GetRequiredService<MailboxNotifications>());
}
