using LeerkringBot.Bot.Overview;
using LeerkringBot.Bot.Routing;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Elements;
using LeerkringBot.Cards.Work;
using LeerkringBot.Infrastructure.Work;

namespace LeerkringBot.Bot.Work;

/// <summary>Organisers see what the bot could not do, and have it tried again.</summary>
public sealed class FailedWorkFeature(FailedWork failed, OrganiserGate organisers) : IFeature, IOverviewSection
{
    public IEnumerable<CardRoute> Cards =>
    [
        CardRoute.To(FailedWorkCard.Show, organisers.Only<FailedWorkCard.FailedWorkData>((click, cancellationToken) => Show(null, click.Texts, cancellationToken))),
        CardRoute.To(FailedWorkCard.Retry, organisers.Only<FailedWorkCard.FailedWorkData>(async (click, cancellationToken) =>
        {
            await failed.Retry(cancellationToken);
            return await Show(click.Texts["Work.Retried"], click.Texts, cancellationToken);
        })),
    ];

    public int Order => 0;

    public async Task<IEnumerable<CardElement>> Render(Texts texts, CancellationToken cancellationToken) =>
        FailedWorkCard.Section((await failed.All(cancellationToken)).Count, texts);

    private async Task<Reply> Show(string? notice, Texts texts, CancellationToken cancellationToken) =>
        FailedWorkCard.Render([.. (await failed.All(cancellationToken)).Select(item => (item.Kind, item.Error, item.At))], notice, texts);
}
