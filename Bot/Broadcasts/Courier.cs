using LeerkringBot.Bot.Routing;
using LeerkringBot.Cards;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Domain.Registrations;

namespace LeerkringBot.Bot.Broadcasts;

/// <summary>Renders a broadcast for each recipient and hands it to Teams, or to the mail for whom Teams does not reach.</summary>
public sealed class Courier(
    BroadcastCards cards,
    IEnumerable<IAudience> audiences,
    IMessenger messenger,
    IMailer mailer,
    IMembers members,
    SharedCardRefresh shared,
    BroadcastReport report,
    BroadcastDrafts drafts,
    TimeProvider clock,
    ILogger<Courier> logger) : ICourier
{
    private readonly Dictionary<string, IAudience> kinds = audiences.ToDictionary(audience => audience.Kind);

    public async Task Make(Broadcast broadcast, CancellationToken cancellationToken)
    {
        if (broadcast.LastDay is not null && await drafts.Prepare(broadcast, cancellationToken) is { } draft) await draft.Store(cancellationToken);
    }

    public IAsyncEnumerable<Addressee> Audience(Audience audience, CancellationToken cancellationToken) =>
        kinds.TryGetValue(audience.Kind, out var kind) ? kind.Of(audience.Subject, cancellationToken) : AsyncEnumerable.Empty<Addressee>();

    public async Task<SkipReason?> Excludes(Broadcast broadcast, Recipient recipient, CancellationToken cancellationToken)
    {
        if (broadcast.Audience is not { } audience || !kinds.TryGetValue(audience.Kind, out var kind)) return null;
        if (recipient is Recipient.OfMember to && !Guest.IsGuest(to.Member) && await members.Find(to.Member, cancellationToken) is not { IsLeaving: false }) return SkipReason.Forgotten;
        return await kind.Excludes(audience.Subject, recipient, cancellationToken);
    }

    public async Task<Preparation> Prepare(Broadcast broadcast, Delivery delivery, CancellationToken cancellationToken)
    {
        var (recipient, now) = (delivery.Recipient, clock.GetUtcNow());
        if (cards.NotBefore(broadcast, now) is { } earliest && earliest > now) return new Preparation.Closed(new SendOutcome.Postponed(earliest - now));
        if (recipient is not Recipient.OfMember to) return await Open(recipient, (await cards.Neutral(broadcast, cancellationToken))?.Card, cancellationToken);
        if (await members.Find(to.Member, cancellationToken) is not { } member) return Letter(recipient, await cards.Mail(broadcast, to.Member, cancellationToken));
        return delivery.Route == DeliveryRoute.Mail
            ? Letter(recipient, await cards.Mail(broadcast, member, cancellationToken))
            : await Open(recipient, await cards.Personal(broadcast, member, cancellationToken), cancellationToken);
    }

    public async Task<Preparation> PrepareUpdate(Broadcast broadcast, Delivery delivery, CancellationToken cancellationToken)
    {
        var card = delivery.Recipient is not Recipient.OfMember to ? (await cards.Neutral(broadcast, cancellationToken))?.Card
            : await members.Find(to.Member, cancellationToken) is { } member ? await cards.Personal(broadcast, member, cancellationToken)
            : null;
        if (card is null) return new Preparation.Nothing();
        var posted = new PostedCard(delivery.Recipient, delivery.ActivityId!);
        return new Preparation.Ready(new(SharedCardRefresh.Fingerprint(card), token => messenger.Update(posted, card, token)));
    }

    public async Task<bool> CanMail(Broadcast broadcast, Recipient recipient, CancellationToken cancellationToken) =>
        recipient is Recipient.OfMember to && await members.Find(to.Member, cancellationToken) is { } member && await cards.Mail(broadcast, member, cancellationToken) is not null;

    public Task Follow(Broadcast broadcast, PostedCard posted, string fingerprint, CancellationToken cancellationToken) =>
        broadcast.Content.Kind == RunBroadcast.Progress
            ? report.Follow(broadcast.Content.Subject, posted, cancellationToken)
            : shared.Follow(new(broadcast.Id, broadcast.Content, posted, fingerprint), cancellationToken);

    public Task Show(Broadcast broadcast, BroadcastProgress progress, CancellationToken cancellationToken) => report.Show(broadcast, progress, cancellationToken);

    private async Task<Preparation> Open(Recipient recipient, AdaptiveCard? card, CancellationToken cancellationToken)
    {
        if (card is null) return new Preparation.Nothing();
        return await messenger.Open(recipient, cancellationToken) switch
        {
            Opening.Ready ready => new Preparation.Ready(new(SharedCardRefresh.Fingerprint(card), token => ready.Send(card, token))),
            Opening.Closed closed => new Preparation.Closed(closed.Why),
            _ => throw new InvalidOperationException("An opening is ready or closed."),
        };
    }

    private Preparation Letter(Recipient recipient, Mail? mail) => mail is null
        ? new Preparation.Nothing()
        : new Preparation.Ready(new(Key.Hash(mail.Text), token => Send(recipient, mail, token)) { Route = DeliveryRoute.Mail });

    private async Task<SendOutcome> Send(Recipient recipient, Mail mail, CancellationToken cancellationToken)
    {
        switch (await mailer.Send(mail, cancellationToken))
        {
            case MailOutcome.Sent:
                return new SendOutcome.Sent(new(recipient, "mail"));
            case MailOutcome.Refused refused:
                logger.LogWarning("A mail can't be sent: {Why}", refused.Why);
                return new SendOutcome.NotSent(NotSentReason.Refused);
            case MailOutcome.Postponed postponed:
                return new SendOutcome.Postponed(postponed.RetryAfter);
            default:
                return new SendOutcome.Uncertain();
        }
    }
}
