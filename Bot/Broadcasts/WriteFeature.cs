using LeerkringBot.Bot.Routing;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Broadcasts;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;

namespace LeerkringBot.Bot.Broadcasts;

/// <summary>An organiser writes a message or shares a resource, and changes the text of what was sent.</summary>
public sealed class WriteFeature(IBroadcastStore broadcasts, BroadcastDrafts drafts, ComposingCards cards, BroadcastList list, ManageFeature manage, OrganiserGate organisers) : IFeature
{
    /// <summary>Whatever a forged card brings, a draft stays a size that storage takes.</summary>
    private const int Longest = 12_000;

    public IEnumerable<CardRoute> Cards =>
    [
        CardRoute.To(WriteCard.Begin, organisers.Only<WriteCard.BeginData>(async (click, cancellationToken) =>
            !IsRight(click.Data.Kind, click.Data.Draft) ? new Reply.Line(click.Texts["Outdated"])
            : await drafts.Find(click.Data.Draft, cancellationToken) is { } begun ? await cards.Open(begun, null, click.Texts, cancellationToken)
            : Begin(click.Data.Kind, click.Data.Draft, click.Texts))),
        CardRoute.To(WriteCard.Open, organisers.Only<DeliveryCard.ShowData>(Open)),
        CardRoute.To(WriteCard.Next, organisers.Only<WriteCard.TextData>((click, cancellationToken) => Keep(click, false, cancellationToken))),
        CardRoute.To(WriteCard.Later, organisers.Only<WriteCard.TextData>((click, cancellationToken) => Keep(click, true, cancellationToken))),
        CardRoute.To(WriteCard.Save, organisers.Only<WriteCard.TextData>(Save)),
    ];

    public IEnumerable<ChatCommand> Commands =>
    [
        new(["bericht", "bericht schrijven", "message"], organisers.Only((message, _) => Task.FromResult<Reply>(Begin(WrittenCard.Message, Key.New(), message.Texts)))),
        new(["bron", "bron delen", "hulpmiddel", "resource"], organisers.Only((message, _) => Task.FromResult<Reply>(Begin(WrittenCard.Resource, Key.New(), message.Texts)))),
    ];

    private static AdaptiveCard Begin(string kind, string draft, Texts texts) =>
        WriteCard.Render(new(kind, draft), WrittenText.Blank with { ButtonTitle = kind == WrittenCard.Resource ? texts["Write.ButtonDefault"] : "" }, [], null, null, texts);

    private async Task<Reply> Open(CardClick<DeliveryCard.ShowData> click, CancellationToken cancellationToken)
    {
        var id = click.Data.Broadcast;
        if (!Broadcast.IsId(id) || await broadcasts.Find(id, cancellationToken) is not { Text: { } text } broadcast) return await manage.Gone(id, click, cancellationToken);
        if (broadcast.State == BroadcastState.Draft) return cards.Write(broadcast, [], null, click.Texts);
        return CanChange(broadcast)
            ? Form(broadcast, text, [], null, await manage.Leave(broadcast, click, cancellationToken), click.Texts)
            : await manage.Summary(id, click, cancellationToken);
    }

    private async Task<Reply> Keep(CardClick<WriteCard.TextData> click, bool isForLater, CancellationToken cancellationToken)
    {
        var data = click.Data;
        if (!IsRight(data.Kind, data.Draft)) return new Reply.Line(click.Texts["Outdated"]);
        var typed = Typed(data);
        var stands = await broadcasts.Find(data.Draft, cancellationToken);
        if (stands is { State: not BroadcastState.Draft }) return await manage.Summary(data.Draft, click, cancellationToken);
        if (stands is null && data.Seen is not null) return WriteCard.Render(data with { Draft = Key.New(), Seen = null }, typed, [], click.Texts["Draft.Gone"], null, click.Texts);
        if (stands is { Text: { } other } && data.Seen != other.Mark() && WrittenTextRules.Tidy(other) != WrittenTextRules.Tidy(typed))
            return WriteCard.Render(data with { Seen = other.Mark() }, typed, [], click.Texts["Write.Meanwhile"], null, click.Texts);

        var tidy = WrittenTextRules.Tidy(typed);
        var kept = await drafts.Keep(data.Draft, new(data.Kind, data.Draft), click.Who.Id, draft => draft with { Text = tidy }, cancellationToken);
        if (isForLater) return await list.Render(click.Who, click.Texts["Draft.Kept"], click.Texts, cancellationToken);
        return WrittenTextRules.Check(tidy, data.Kind == WrittenCard.Resource) is { Count: > 0 } mistakes
            ? cards.Write(kept, mistakes, null, click.Texts)
            : await cards.Open(kept, null, click.Texts, cancellationToken);
    }

    private async Task<Reply> Save(CardClick<WriteCard.TextData> click, CancellationToken cancellationToken)
    {
        var data = click.Data;
        if (!Broadcast.IsId(data.Draft) || await broadcasts.Find(data.Draft, cancellationToken) is not { Text: { } stands } broadcast || !CanChange(broadcast)) return await manage.Summary(data.Draft, click, cancellationToken);
        var (typed, tidy) = (Typed(data), WrittenTextRules.Tidy(Typed(data)));
        var count = await manage.Standing(broadcast.Id, cancellationToken);
        if (WrittenTextRules.Check(tidy, broadcast.Content.Kind == WrittenCard.Resource) is { Count: > 0 } mistakes) return Form(broadcast, typed, mistakes, null, count, click.Texts, data.Seen);
        // The same click once more finds its own text.
        if (data.Seen != stands.Mark() && stands != tidy) return Form(broadcast, typed, [], click.Texts["Write.Meanwhile"], count, click.Texts);
        return await manage.Change(
            broadcast.Id,
            now => CanChange(now) && now.Text == stands && stands != tidy ? now.Changed(BroadcastRun.Correct) with { Text = tidy } : null,
            click,
            cancellationToken);
    }

    private static AdaptiveCard Form(Broadcast broadcast, WrittenText typed, IReadOnlyList<WrittenMistake> mistakes, string? notice, int count, Texts texts, string? seen = null) =>
        WriteCard.Render(new(broadcast.Content.Kind, broadcast.Id, seen ?? broadcast.Text!.Mark()), typed, mistakes, notice, count, texts);

    /// <summary>What was stopped in the middle goes on first; what was taken back stays so.</summary>
    private static bool CanChange(Broadcast broadcast) =>
        broadcast is { IsPlanned: true, Recall: null, State: BroadcastState.Done or BroadcastState.Cancelled or BroadcastState.Running };

    private static bool IsRight(string kind, string draft) => WrittenCard.IsWritten(kind) && Key.IsValid(draft);

    private static WrittenText Typed(WriteCard.TextData data) => new(Cut(data.Title), Cut(data.Text), Cut(data.ButtonTitle), Cut(data.Link));

    private static string Cut(string? typed) => typed is null ? "" : typed.Length > Longest ? typed[..Longest] : typed;
}
