using LeerkringBot.Domain;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LeerkringBot.Infrastructure.Mails;

public static class MailRegistration
{
    /// <summary>Mail as files under <c>Mail:Directory</c>, by default <c>App_Data/mail</c>, relative to <paramref name="contentRoot"/>.</summary>
    /// <exception cref="ConfigurationFaultException">A setting under <c>Mail:</c> is unknown.</exception>
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration, string contentRoot)
    {
        var section = configuration.GetSection("Mail");
        foreach (var setting in section.GetChildren())
            if (!setting.Key.Equals("Directory", StringComparison.OrdinalIgnoreCase)) throw new ConfigurationFaultException($"Mail:{setting.Key} is not a setting. Known is Directory.");

        var directory = section["Directory"] is { Length: > 0 } path ? path : Path.Join("App_Data", "mail");
        return services.AddSingleton<IMailer>(provider =>
            new FileMailer(Path.GetFullPath(directory, contentRoot), provider.GetRequiredService<INetwork>(), provider.GetRequiredService<TimeProvider>()));
    }
}
