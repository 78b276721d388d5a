using System.Globalization;
using LeerkringBot.Bot.Routing;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Broadcasts;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;

namespace LeerkringBot.Bot.Broadcasts;

/// <summary>What is being composed: kept after every step, so that it can be left and resumed.</summary>
public sealed class BroadcastDrafts(
    IBroadcastStore broadcasts,
    IEnumerable<IComposable> composables,
    IEnumerable<IAudience> audiences,
    BroadcastCards cards,
    IMessenger messenger,
    TimeProvider clock)
{
    private readonly Dictionary<string, IComposable> kinds = composables.ToDictionary(composable => composable.Kind);
    private readonly Dictionary<string, IAudience> audienceKinds = audiences.ToDictionary(audience => audience.Kind);

    /// <returns>Null where it is gone, or no draft any more.</returns>
    public async Task<Broadcast?> Find(string id, CancellationToken cancellationToken) =>
        Key.IsValid(id) && await broadcasts.Find(id, cancellationToken) is { State: BroadcastState.Draft } draft ? draft : null;

    /// <summary>Stores it, or what became of it since. One that was sent in between stays as it is.</summary>
    /// <param name="id">Made when it was begun: keeping it twice makes one.</param>
    /// <param name="content">What is sent; a draft never changes from one kind to another.</param>
    /// <param name="by">Who composes it.</param>
    /// <param name="change">What is new.</param>
    /// <param name="cancellationToken">Ends the storing.</param>
    /// <returns>As it stands now.</returns>
    public async Task<Broadcast> Keep(string id, BroadcastContent content, MemberId by, Func<Broadcast, Broadcast> change, CancellationToken cancellationToken)
    {
        var fresh = new Broadcast(id, content, null, by, clock.GetUtcNow()) { State = BroadcastState.Draft };
        if (await broadcasts.Find(id, cancellationToken) is null) await broadcasts.Begin(change(fresh), null, cancellationToken);
        return await broadcasts.Change(
            id,
            now => now.State == BroadcastState.Draft && now.Content.Kind == content.Kind && change(now with { Content = content }) is var kept && kept != now ? kept with { At = clock.GetUtcNow() } : null,
            cancellationToken) ?? fresh;
    }

    /// <summary>What was chosen, as the form has it.</summary>
    public static ComposeCard.PreviewData Chosen(Broadcast draft) => new(
        draft.Content.Kind,
        draft.Id,
        WrittenCard.IsWritten(draft.Content.Kind) ? null : draft.LastDay is null ? draft.Content.Subject : ComposeCard.New,
        draft.Audience is not { } audience ? null : audience.Kind is ChannelAudience.Name or TeamAudience.Name ? $"{audience.Kind}:{audience.Subject}" : $"{audience.Kind}:",
        draft.LastDay?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>What goes out.</summary>
    /// <returns>Null while something of it is missing, wrong or over.</returns>
    public async Task<Draft?> Prepare(Broadcast draft, CancellationToken cancellationToken)
    {
        if (kinds.TryGetValue(draft.Content.Kind, out var composable)) return await composable.Prepare(Chosen(draft), cancellationToken);
        if (draft.Text is not { } text || WrittenTextRules.Check(text, draft.Content.Kind == WrittenCard.Resource).Count > 0) return null;
        return new(draft.Id, WrittenCard.Render(draft.Content.Kind, text, Texts.Dutch), _ => Task.CompletedTask);
    }

    /// <summary>As a member would get it, or as everybody in a channel would see it.</summary>
    public async Task<AdaptiveCard?> Personal(Broadcast draft, Member member, CancellationToken cancellationToken) =>
        draft.LastDay is null && draft.Audience?.Kind != ChannelAudience.Name ? await cards.Personal(draft, member, cancellationToken) : (await Prepare(draft, cancellationToken))?.Card;

    /// <summary>Some of those meant now, and how many they are.</summary>
    /// <param name="audience">Whom it goes to.</param>
    /// <param name="most">How many names.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<(IReadOnlyList<string> Names, int Count)> Names(Audience audience, int most, CancellationToken cancellationToken)
    {
        var (names, count) = (new List<string>(), 0);
        await foreach (var addressee in audienceKinds[audience.Kind].Of(audience.Subject, cancellationToken))
            if (++count <= most) names.Add(addressee.Name);
        return (names, count);
    }

    /// <summary>What to call the channel it goes to; null when it goes to people.</summary>
    public async Task<string?> Channel(Audience audience, Texts texts, CancellationToken cancellationToken) =>
        audience.Kind == ChannelAudience.Name && (await messenger.Channels(cancellationToken)).FirstOrDefault(one => one.Id.ToString() == audience.Subject) is { } channel
            ? texts.Plain("Compose.Channel", channel.Name, channel.TeamName)
            : null;

    /// <summary>Tells what a draft says and to whom, so that nothing is sent but what was previewed.</summary>
    public static string Mark(Broadcast draft) => Key.Hash(string.Join(
        '\u001f',
        draft.Content.Kind,
        draft.Content.Subject,
        draft.Audience?.Kind,
        draft.Audience?.Subject,
        draft.Text?.Mark(),
        draft.LastDay?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), 16);
}
