using System.Security.Cryptography;
using System.Text;
using LeerkringBot.Bot.Routing;
using LeerkringBot.Cards;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;

namespace LeerkringBot.Bot.Broadcasts;

/// <summary>Renders a broadcast for each recipient and hands it to Teams, or to the mail for who isn't a member.</summary>
public sealed class Courier(IEnumerable<IPersonalContent> contents, IMessenger messenger, IMailer mailer, IMembers members, SharedCardRefresh shared, ILogger<Courier> logger) : ICourier
{
    private readonly Dictionary<string, IPersonalContent> kinds = contents.ToDictionary(content => content.Kind);

    public async Task<IReadOnlyList<(Recipient Recipient, string Name)>> Audience(BroadcastAudience audience, CancellationToken cancellationToken) => audience.Personally
        ? [.. (await messenger.TeamMembers(audience.Channel, cancellationToken)).Select(member => ((Recipient)new Recipient.OfMember(member.Id), member.Name))]
        : [.. (await messenger.Channels(cancellationToken)).Where(channel => channel.Id == audience.Channel).Select(channel => ((Recipient)new Recipient.OfChannel(channel.Id), $"{channel.TeamName}, {channel.Name}"))];

    public async Task<Letter?> Prepare(Broadcast broadcast, Recipient recipient, CancellationToken cancellationToken)
    {
        var (content, kind) = (broadcast.Content, kinds.GetValueOrDefault(broadcast.Content.Kind));
        if (recipient is not Recipient.OfMember to) return kind is IChannelContent channel ? Letter(recipient, (await channel.Neutral(content.Subject, cancellationToken))?.Card) : null;
        if (kind is null) return null;
        return await members.Find(to.Member, cancellationToken) is { } member
            ? Letter(recipient, await kind.Personal(content.Subject, member, Texts.For(member.Language), cancellationToken))
            : Letter(recipient, await kind.Mail(content.Subject, to.Member, cancellationToken));
    }

    public Task Follow(Broadcast broadcast, PostedCard posted, string fingerprint, CancellationToken cancellationToken) =>
        shared.Follow(new(broadcast.Content, posted, fingerprint), cancellationToken);

    private Letter? Letter(Recipient recipient, AdaptiveCard? card) =>
        card is null ? null : new(SharedCardRefresh.Fingerprint(card), token => messenger.Send(recipient, card, token));

    private Letter? Letter(Recipient recipient, Mail? mail) => mail is null
        ? null
        : new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(mail.Text))), token => Send(recipient, mail, token));

    private async Task<SendOutcome> Send(Recipient recipient, Mail mail, CancellationToken cancellationToken)
    {
        try
        {
            await mailer.Send(mail, cancellationToken);
            return new SendOutcome.Sent(new(recipient, "mail"));
        }
        catch (ArgumentException fault)
        {
            logger.LogWarning(fault, "A mail can't be sent");
            return new SendOutcome.NotSent(NotSentReason.Refused);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning(fault, "A mail could not be sent; tried again later");
            return new SendOutcome.Postponed(null);
        }
    }
}
