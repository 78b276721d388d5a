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
    IEnumerable<IAudience> audiences,
    ManageFeature manage,
    OrganiserGate organisers,
    TimeProvider clock) : IFeature
{
    /// <summary>Above so many recipients the number is asked for once more.</summary>
    private const int MostUnasked = 50;

    private static readonly TimeSpan AgainWithin = TimeSpan.FromDays(1);
    private readonly Dictionary<string, IComposable> kinds = composables.ToDictionary(composable => composable.Kind);
    private readonly Dictionary<string, IAudience> audienceKinds = audiences.ToDictionary(audience => audience.Kind);

    public IEnumerable<CardRoute> Cards =>
    [
        CardRoute.To(ComposeCard.Preview, organisers.Only<ComposeCard.PreviewData>(Preview)),
        CardRoute.To(PreviewCard.Back, organisers.Only<PreviewCard.ComposeData>((click, cancellationToken) =>
            Compose(new(click.Data.Kind, Key.New(), click.Data.Subject, click.Data.Where, click.Data.LastDay), null, click.Texts, cancellationToken))),
        CardRoute.To(PreviewCard.Send, organisers.Only<PreviewCard.SendData>(Send)),
    ];

    public IEnumerable<ChatCommand> Commands => kinds.Values.Select(composable => new ChatCommand(
        composable.Words,
        organisers.Only((message, cancellationToken) => Compose(new(composable.Kind, Key.New()), null, message.Texts, cancellationToken))));

    private async Task<Reply> Compose(ComposeCard.PreviewData chosen, string? mistake, Texts texts, CancellationToken cancellationToken) =>
        kinds.TryGetValue(chosen.Kind, out var composable)
            ? ComposeCard.Render(chosen.Kind, await composable.Choices(texts, cancellationToken), await messenger.Channels(cancellationToken), [.. ComposeCard.Groups(chosen.Kind).Where(audienceKinds.ContainsKey)], chosen, mistake, texts)
            : new Reply.Line(texts["Outdated"]);

    private async Task<Reply> Preview(CardClick<ComposeCard.PreviewData> click, CancellationToken cancellationToken)
    {
        var chosen = click.Data;
        if (!kinds.TryGetValue(chosen.Kind, out var composable) || !Key.IsValid(chosen.Draft)) return new Reply.Line(click.Texts["Outdated"]);
        if (await Audience(chosen.Where, chosen.Subject, cancellationToken) is not { } audience) return await Compose(chosen, click.Texts["Compose.WhereFirst"], click.Texts, cancellationToken);
        if (await composable.Prepare(chosen, cancellationToken) is not { } draft)
            return await Compose(chosen, click.Texts[chosen.LastDay is null ? "Compose.SubjectFirst" : "Compose.LastDayFirst"], click.Texts, cancellationToken);

        var (names, count) = await Names(audience, cancellationToken);
        var channel = audience.Kind != ChannelAudience.Name ? null : (await messenger.Channels(cancellationToken)).FirstOrDefault(one => one.Id.ToString() == audience.Subject);
        return PreviewCard.Render(draft.Card, channel is null ? null : click.Texts.Plain("Compose.Channel", channel.Name, channel.TeamName), names, count, new(chosen.Kind, chosen.Draft, chosen.Subject!, chosen.Where!, chosen.LastDay), click.Texts);
    }

    private async Task<Reply> Send(CardClick<PreviewCard.SendData> click, CancellationToken cancellationToken)
    {
        var data = click.Data;
        var chosen = new ComposeCard.PreviewData(data.Kind, data.Draft, data.Subject, data.Where, data.LastDay);
        if (!kinds.TryGetValue(data.Kind, out var composable) || !Key.IsValid(data.Draft)) return new Reply.Line(click.Texts["Outdated"]);
        if (await broadcasts.Find(data.Draft, cancellationToken) is null)
        {
            if (await Audience(data.Where, data.Subject, cancellationToken) is not { } audience || await composable.Prepare(chosen, cancellationToken) is not { } draft)
                return await Compose(chosen, click.Texts["Compose.SubjectFirst"], click.Texts, cancellationToken);
            var broadcast = new Broadcast(data.Draft, new(data.Kind, draft.Subject), audience, click.Who.Id, clock.GetUtcNow());
            if (!data.Again && await Before(broadcast, cancellationToken) is { } before) return ConfirmCard.Again(before, data with { Again = true }, click.Texts);
            var (_, count) = await Names(audience, cancellationToken);
            if (count > MostUnasked && data.Count != count) return ConfirmCard.Many(count, data with { Count = count }, click.Texts);
            await draft.Store(cancellationToken);
            await send.Start(broadcast, cancellationToken);
        }

        return await manage.Summary(data.Draft, click, cancellationToken);
    }

    /// <summary>When the same went to the same people within a day; null where it didn't.</summary>
    private async Task<DateTimeOffset?> Before(Broadcast broadcast, CancellationToken cancellationToken) =>
        (await broadcasts.Of(broadcast.Content, cancellationToken))
            .LastOrDefault(other => other.Audience == broadcast.Audience && other.Recall is null && other.State != BroadcastState.Cancelled && broadcast.At - other.At < AgainWithin)?.At;

    /// <summary>Some of those meant, and how many they are.</summary>
    private async Task<(IReadOnlyList<string> Names, int Count)> Names(Audience audience, CancellationToken cancellationToken)
    {
        var (names, count) = (new List<string>(), 0);
        await foreach (var addressee in audienceKinds[audience.Kind].Of(audience.Subject, cancellationToken))
            if (++count <= PreviewCard.MostNames) names.Add(addressee.Name);
        return (names, count);
    }

    /// <summary>What was chosen: a kind and what it needs, which for some is the very subject that is sent.</summary>
    private async Task<Audience?> Audience(string? where, string? subject, CancellationToken cancellationToken)
    {
        if (where?.Split(':', 2) is not [var chosen, var needs] || !audienceKinds.ContainsKey(chosen)) return null;
        if (chosen is ChannelAudience.Name or TeamAudience.Name)
            return ChannelId.TryParse(needs, out var id) && (await messenger.Channels(cancellationToken)).Any(channel => channel.Id == id) ? new(chosen, needs) : null;
        return new(chosen, chosen == EverybodyAudience.Name ? "" : subject ?? "");
    }
}
