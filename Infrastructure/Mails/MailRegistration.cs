using LeerkringBot.Domain;
using LeerkringBot.Domain.Mails;
using LeerkringBot.Infrastructure.Graph;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LeerkringBot.Infrastructure.Mails;

public static class MailRegistration
{
    private static readonly string[] Settings = ["Directory", "AuthenticationServer"];

    /// <summary>Mail as files under <c>Mail:Directory</c>, by default <c>App_Data/mail</c>, relative to <paramref name="contentRoot"/>.</summary>
    /// <exception cref="ConfigurationFaultException">A setting under <c>Mail:</c> is unknown.</exception>
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration, string contentRoot)
    {
        var section = configuration.GetSection("Mail");
        foreach (var setting in section.GetChildren())
            if (!Settings.Contains(setting.Key, StringComparer.OrdinalIgnoreCase)) throw new ConfigurationFaultException($"Mail:{setting.Key} is not a setting. Known are {string.Join(", ", Settings)}.");

        var directory = Path.GetFullPath(section["Directory"] is { Length: > 0 } path ? path : Path.Join("App_Data", "mail"), contentRoot);
        return services
            .AddSingleton<IMailer>(provider => new FileMailer(directory, provider.GetRequiredService<INetwork>(), provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<IMailbox>(provider => new FileMailbox(directory, provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<IMailReader>(provider => new MailReader(section["AuthenticationServer"] is { Length: > 0 } server ? server : null, provider.GetRequiredService<IMailbox>() is GraphMailbox))
            .AddSingleton<MailSignal>()
            .AddSingleton<MailLog>()
            .AddSingleton<IMailLog>(provider => provider.GetRequiredService<MailLog>())
            .AddSingleton<MailOutbox>()
            .AddSingleton<IOutgoingMails>(provider => provider.GetRequiredService<MailOutbox>());
    }
}
