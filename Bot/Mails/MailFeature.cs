using LeerkringBot.Bot.Overview;
using LeerkringBot.Bot.Routing;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Elements;
using LeerkringBot.Cards.Mails;
using LeerkringBot.Domain.Mails;

namespace LeerkringBot.Bot.Mails;

/// <summary>Organisers see which mails a person must look at, and how many are still to be read.</summary>
public sealed class MailFeature(IMailLog log, OrganiserGate organisers) : IFeature, IOverviewSection
{
    public IEnumerable<CardRoute> Cards =>
    [
        CardRoute.To(MailsToCheckCard.Show, organisers.Only<MailsToCheckCard.ListData>((click, cancellationToken) => Show(null, click.Texts, cancellationToken))),
        CardRoute.To(MailsToCheckCard.Checked, organisers.Only<MailsToCheckCard.CheckedData>(async (click, cancellationToken) =>
        {
            await log.Checked(click.Data.Mail, cancellationToken);
            return await Show(click.Texts["MailCheck.Removed"], click.Texts, cancellationToken);
        })),
    ];

    public int Order => 0;

    public async Task<IEnumerable<CardElement>> Render(Texts texts, CancellationToken cancellationToken)
    {
        var toCheck = log.ToCheck(cancellationToken);
        return MailsToCheckCard.Section(await log.Waiting(cancellationToken), (await toCheck).Count, texts);
    }

    private async Task<Reply> Show(string? notice, Texts texts, CancellationToken cancellationToken) =>
        MailsToCheckCard.Render(await log.ToCheck(cancellationToken), notice, texts);
}
