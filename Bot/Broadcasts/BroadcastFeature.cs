using LeerkringBot.Bot.Routing;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Broadcasts;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;

namespace LeerkringBot.Bot.Broadcasts;

/// <summary>An organiser composes, previews and sends.</summary>
public sealed class BroadcastFeature(
    IEnumerable<IComposable> composables,
    IMessenger messenger,
    SendBroadcast send,
    IBroadcastStore broadcasts,
    SummaryContent summary,
    OrganiserGate organisers,
    TimeProvider clock) : IFeature
{
    private readonly Dictionary<string, IComposable> kinds = composables.ToDictionary(composable => composable.Kind);

    public IEnumerable<CardRoute> Cards =>
    [
        CardRoute.To(ComposeCard.Preview, organisers.Only<ComposeCard.PreviewData>(Preview)),
        CardRoute.To(PreviewCard.Back, organisers.Only<PreviewCard.ComposeData>((click, cancellationToken) =>
            Compose(new(click.Data.Kind, Key.New(), click.Data.Subject, click.Data.Where, click.Data.LastDay), null, click.Texts, cancellationToken))),
        CardRoute.To(PreviewCard.Send, organisers.Only<PreviewCard.SendData>(Send)),
        CardRoute.To(DeliveryCard.Show, organisers.Only<DeliveryCard.ShowData>(Show)),
    ];

    public IEnumerable<ChatCommand> Commands => kinds.Values.Select(composable => new ChatCommand(
        composable.Words,
        organisers.Only((message, cancellationToken) => Compose(new(composable.Kind, Key.New()), null, message.Texts, cancellationToken))));

    private async Task<Reply> Compose(ComposeCard.PreviewData chosen, string? mistake, Texts texts, CancellationToken cancellationToken) =>
        kinds.TryGetValue(chosen.Kind, out var composable)
            ? ComposeCard.Render(chosen.Kind, await composable.Choices(texts, cancellationToken), await messenger.Channels(cancellationToken), chosen, mistake, texts)
            : new Reply.Line(texts["Outdated"]);

    private async Task<Reply> Preview(CardClick<ComposeCard.PreviewData> click, CancellationToken cancellationToken)
    {
        var chosen = click.Data;
        if (!kinds.TryGetValue(chosen.Kind, out var composable) || !Key.IsValid(chosen.Draft)) return new Reply.Line(click.Texts["Outdated"]);
        if (await Audience(chosen.Where, cancellationToken) is not { } audience) return await Compose(chosen, click.Texts["Compose.WhereFirst"], click.Texts, cancellationToken);
        if (await composable.Prepare(chosen, cancellationToken) is not { } draft)
            return await Compose(chosen, click.Texts[chosen.LastDay is null ? "Compose.SubjectFirst" : "Compose.LastDayFirst"], click.Texts, cancellationToken);

        var (meant, channel) = audience;
        return PreviewCard.Render(
            draft.Card,
            meant.Personally ? null : click.Texts.Plain("Compose.Channel", channel.Name, channel.TeamName),
            meant.Personally ? [.. (await messenger.TeamMembers(meant.Channel, cancellationToken)).Select(member => member.Name)] : [],
            new(chosen.Kind, chosen.Draft, chosen.Subject!, chosen.Where!, chosen.LastDay),
            click.Texts);
    }

    private async Task<Reply> Send(CardClick<PreviewCard.SendData> click, CancellationToken cancellationToken)
    {
        var data = click.Data;
        var chosen = new ComposeCard.PreviewData(data.Kind, data.Draft, data.Subject, data.Where, data.LastDay);
        if (!kinds.TryGetValue(data.Kind, out var composable) || !Key.IsValid(data.Draft)) return new Reply.Line(click.Texts["Outdated"]);
        if (await broadcasts.Find(data.Draft, cancellationToken) is null)
        {
            if (await Audience(data.Where, cancellationToken) is not { } audience || await composable.Prepare(chosen, cancellationToken) is not { } draft)
                return await Compose(chosen, click.Texts["Compose.SubjectFirst"], click.Texts, cancellationToken);
            await draft.Store(cancellationToken);
            await send.Start(new(data.Draft, new(data.Kind, draft.Subject), audience.Meant, click.Who.Id, clock.GetUtcNow()), cancellationToken);
        }

        return await Summary(data.Draft, click, cancellationToken);
    }

    private Task<Reply> Show(CardClick<DeliveryCard.ShowData> click, CancellationToken cancellationToken) => Summary(click.Data.Broadcast, click, cancellationToken);

    private async Task<Reply> Summary<TData>(string broadcast, CardClick<TData> click, CancellationToken cancellationToken) =>
        Key.IsValid(broadcast) && await summary.Personal(broadcast, await click.Who.Member, click.Texts, cancellationToken) is { } card ? card : new Reply.Line(click.Texts["Outdated"]);

    /// <summary>What was chosen as audience; for people with their names.</summary>
    private async Task<(BroadcastAudience Meant, Channel Channel)?> Audience(string? where, CancellationToken cancellationToken) =>
        ChannelId.TryParse(where?.Split(':', 2).ElementAtOrDefault(1), out var id)
        && (await messenger.Channels(cancellationToken)).FirstOrDefault(one => one.Id == id) is { } channel
            ? (new(id, where!.StartsWith(ComposeCard.ToMembers, StringComparison.Ordinal)), channel)
            : null;
}
