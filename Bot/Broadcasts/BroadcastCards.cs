using LeerkringBot.Cards;
using LeerkringBot.Cards.Broadcasts;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;

namespace LeerkringBot.Bot.Broadcasts;

/// <summary>What a broadcast shows now: the card of its content or what the organiser wrote, a correction above it, or that it was taken back.</summary>
public sealed class BroadcastCards(IEnumerable<IPersonalContent> contents, IEnumerable<IMailEnding> endings, INetwork network)
{
    /// <summary>How long a written message in a channel may still be corrected or taken back there.</summary>
    private static readonly TimeSpan WrittenChanges = TimeSpan.FromDays(60);

    private readonly Dictionary<string, IPersonalContent> kinds = contents.ToDictionary(content => content.Kind);

    /// <inheritdoc cref="IPersonalContent.NotBefore"/>
    public DateTimeOffset? NotBefore(Broadcast broadcast, DateTimeOffset now) => kinds.GetValueOrDefault(broadcast.Content.Kind)?.NotBefore(now);

    /// <returns>Null when there is nothing to tell any more.</returns>
    public async Task<AdaptiveCard?> Personal(Broadcast broadcast, Member member, CancellationToken cancellationToken)
    {
        var texts = Texts.For(member.Language);
        if (broadcast.Recall is { } reason) return RecalledCard.Render(reason, texts);
        var card = broadcast.Text is { } text ? WrittenCard.Render(broadcast.Content.Kind, text, texts)
            : kinds.TryGetValue(broadcast.Content.Kind, out var kind) ? await kind.Personal(broadcast.Content.Subject, member, texts, cancellationToken)
            : null;
        return Corrected(card, broadcast, texts);
    }

    /// <summary>As everybody in a channel sees it.</summary>
    /// <returns>Null when the subject is gone.</returns>
    public async Task<ChannelCard?> Neutral(Broadcast broadcast, CancellationToken cancellationToken)
    {
        var card = broadcast.Text is { } text ? new(WrittenCard.Render(broadcast.Content.Kind, text, Texts.Dutch), broadcast.At + WrittenChanges)
            : kinds.GetValueOrDefault(broadcast.Content.Kind) is IChannelContent kind ? await kind.Neutral(broadcast.Content.Subject, cancellationToken)
            : null;
        if (broadcast.Recall is { } reason) return new(RecalledCard.Render(reason, Texts.Dutch), card?.ChangesUntil ?? broadcast.At);
        return card is null ? null : card with { Card = Corrected(card.Card, broadcast, Texts.Dutch)! };
    }

    /// <summary>For somebody who isn't a member.</summary>
    public async Task<Mail?> Mail(Broadcast broadcast, MemberId guest, CancellationToken cancellationToken)
    {
        if (!kinds.TryGetValue(broadcast.Content.Kind, out var kind) || await kind.Mail(broadcast.Content.Subject, guest, cancellationToken) is not { } mail) return null;
        var texts = Texts.Dutch;
        if (broadcast.Recall is { } reason) mail = mail with { Text = await Letter(mail.ToName, RecalledCard.Render(reason, texts), texts, cancellationToken), Calendar = null };
        else if (broadcast.Correction is { } correction) mail = mail with { Text = $"{texts.Plain("Correction.Line", correction)}\n\n{mail.Text}" };
        return await Ended(mail, broadcast, guest, texts, cancellationToken);
    }

    /// <summary>For a member whom Teams does not reach: the same content, as text.</summary>
    public async Task<Mail?> Mail(Broadcast broadcast, Member member, CancellationToken cancellationToken)
    {
        if (member.Email is not { } address || await Personal(broadcast, member, cancellationToken) is not { } card) return null;
        var texts = Texts.For(member.Language);
        return await Ended(new(address, member.Name, card.Summary, await Letter(member.Name, card, texts, cancellationToken)), broadcast, member.Id, texts, cancellationToken);
    }

    private async Task<Mail> Ended(Mail mail, Broadcast broadcast, MemberId to, Texts texts, CancellationToken cancellationToken)
    {
        foreach (var ending in endings)
            if (await ending.Of(broadcast, to, mail.To, texts, cancellationToken) is { } text) mail = mail with { Text = $"{mail.Text.TrimEnd('\n')}\n\n{text}\n" };
        return mail;
    }

    private async Task<string> Letter(string name, AdaptiveCard card, Texts texts, CancellationToken cancellationToken)
    {
        var known = await network.Current(cancellationToken);
        return texts.Plain("Mail.Text", name, CardReading.Text(card), known.Mailbox, known.Name);
    }

    private static AdaptiveCard? Corrected(AdaptiveCard? card, Broadcast broadcast, Texts texts) =>
        card is null || broadcast.Correction is not { } correction ? card : card with { Body = [CorrectionPart.Render(correction, texts), .. card.Body] };
}
