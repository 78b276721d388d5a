using LeerkringBot.Bot.Settings;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Mails;
using LeerkringBot.Infrastructure;
using LeerkringBot.Infrastructure.Graph;

namespace LeerkringBot.Bot.Mails;

public static class GraphMailRegistration
{
    /// <summary>Mail through Microsoft 365 in place of mail in files, where <c>Graph:Mailbox</c> is set.</summary>
    /// <exception cref="ConfigurationFaultException">A setting is malformed, or needs or contradicts another one.</exception>
    public static IServiceCollection AddGraphMail(this IServiceCollection services, IConfiguration configuration, bool isDevelopment)
    {
        if (GraphSettings.Read(configuration, isDevelopment).Mailbox is not { } mailbox) return services;
        return services
            .AddSingleton(provider => new MailboxClient(provider.GetRequiredService<GraphAccess>(), mailbox, provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<GraphMailbox>()
            .AddSingleton<IMailbox>(provider => provider.GetRequiredService<GraphMailbox>())
            .AddSingleton<IMailer, GraphMailer>()
            .AddSingleton<MailboxPermissions>();
    }

    /// <exception cref="ConfigurationFaultException">The bot may not use its mailbox.</exception>
    public static Task CheckGraphMail(this WebApplication app, CancellationToken cancellationToken) =>
        app.Services.GetService<MailboxPermissions>()?.Check(cancellationToken) ?? Task.CompletedTask;
}
