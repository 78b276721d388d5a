using LeerkringBot.Domain;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LeerkringBot.Infrastructure.Mail;

public static class MailRegistration
{
    /// <summary>Files under <c>Mail:Directory</c>, by default App_Data/mail.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration, string contentRoot) =>
        services.AddSingleton<IMailer>(provider => new FileMailer(
            Path.GetFullPath(configuration["Mail:Directory"] ?? Path.Join("App_Data", "mail"), contentRoot),
            provider.GetRequiredService<INetwork>(),
            provider.GetRequiredService<TimeProvider>()));
}
