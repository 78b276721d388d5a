using LeerkringBot.Bot.Overview;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Mails;

namespace LeerkringBot.Bot.Mails;

public static class MailRegistration
{
    /// <summary>Reading the network's mailbox and sending what stands in the outbox.</summary>
    public static IServiceCollection AddMailbox(this IServiceCollection services) => services
        .AddSingleton<INoteMailedIdeas, MailedIdeas>()
        .AddSingleton<IMailAnswers, MailAnswers>()
        .AddSingleton<ReadMailbox>()
        .AddSingleton<SendOutgoingMails>()
        .AddSingleton<MailLoop>()
        .AddHostedService(provider => provider.GetRequiredService<MailLoop>())
        .AddHostedService<OutboxLoop>()
        .AddToOverview<MailFeature>()
        .AddSingleton<MailPersonalData>()
        .AddSingleton<IPersonalData>(provider => provider.GetRequiredService<MailPersonalData>());
}
