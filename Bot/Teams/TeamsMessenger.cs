using LeerkringBot.Bot.Routing;
using LeerkringBot.Cards;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Members;
using LeerkringBot.Infrastructure.Teams;

namespace LeerkringBot.Bot.Teams;

/// <summary>Sends through the conversations that the bot knows of; a personal chat that doesn't exist yet is created once.</summary>
/// <remarks>Without <paramref name="installation"/> who hasn't got the bot isn't reached.</remarks>
public sealed class TeamsMessenger(ConnectorClient connector, ConversationStore conversations, IMemberStore members, Pace pace, TimeProvider clock, ProactiveInstallation? installation = null) : IMessenger
{
    public async Task<Opening> Open(Recipient to, CancellationToken cancellationToken)
    {
        switch (to)
        {
            case Recipient.OfChannel inChannel when await conversations.Find(inChannel.Channel, cancellationToken) is { } channel:
                var turn = await pace.Take(channel.TeamsChannelId, cancellationToken);
                return new Opening.Ready((card, token) => connector.Post(channel, OutgoingMessage.Of(card), token, turn));
            case Recipient.OfMember member when await conversations.Find(member.Member, cancellationToken) is { } known:
                return await Open(known, cancellationToken);
            case Recipient.OfMember member when installation is not null:
                return await Open(await installation.Begin(member.Member, null, cancellationToken), cancellationToken);
            default:
                return new Opening.Closed(new SendOutcome.NotSent(NotSentReason.Unreachable));
        }
    }

    private async Task<Opening> Open(PersonalConversation known, CancellationToken cancellationToken)
    {
        if (known.Reference is not { } chat)
        {
            var created = await Create(known, await pace.Take(known.UserId, cancellationToken), cancellationToken);
            if (installation is not null && IsMissing(created.Failure)) created = await installation.Begin(known.Member, known, cancellationToken);
            return await Open(created, cancellationToken);
        }

        var turn = await pace.Take(chat.ConversationId, cancellationToken);
        return new Opening.Ready((card, token) => Send(known.Member, chat, OutgoingMessage.Of(card), turn, token));
    }

    private async Task<Opening> Open(ConversationCreation created, CancellationToken cancellationToken)
    {
        if (created.Conversation is not { } chat) return new Opening.Closed(created.Failure!);
        var first = await pace.Take(chat.ConversationId, cancellationToken);
        return new Opening.Ready((card, token) => connector.Send(chat, OutgoingMessage.Of(card), token, first));
    }

    public async Task<SendOutcome> Send(Recipient to, MessageActivity message, CancellationToken cancellationToken)
    {
        switch (to)
        {
            case Recipient.OfChannel channel:
                return await conversations.Find(channel.Channel, cancellationToken) is { } known
                    ? await connector.Post(known, message, cancellationToken)
                    : new SendOutcome.NotSent(NotSentReason.Unreachable);
            case Recipient.OfMember member:
                return await Send(member.Member, message, cancellationToken);
            default:
                throw new ArgumentOutOfRangeException(nameof(to));
        }
    }

    public async Task<SendOutcome> Update(PostedCard posted, AdaptiveCard card, CancellationToken cancellationToken)
    {
        var conversation = posted.Recipient switch
        {
            Recipient.OfChannel channel => (await conversations.Find(channel.Channel, cancellationToken))?.Thread(posted.ActivityId),
            Recipient.OfMember member => (await conversations.Find(member.Member, cancellationToken))?.Reference,
            _ => throw new ArgumentOutOfRangeException(nameof(posted)),
        };
        if (conversation is null) return new SendOutcome.NotSent(NotSentReason.Unreachable);
        var turn = await pace.Take(conversation.ConversationId, cancellationToken);
        return await connector.Update(conversation, posted.ActivityId, OutgoingMessage.Of(card), cancellationToken, turn);
    }

    public async Task<IReadOnlyList<Channel>> Channels(CancellationToken cancellationToken) =>
        [.. (await conversations.Channels(cancellationToken)).Select(channel => channel.Channel)];

    public async Task<IReadOnlyList<Member>> TeamMembers(ChannelId channel, CancellationToken cancellationToken)
    {
        if (await conversations.Find(channel, cancellationToken) is not { } team) return [];
        var known = (await members.All(cancellationToken)).ToDictionary(member => member.Id);
        var reachable = await conversations.Members(cancellationToken);
        var found = new List<Member>();
        await foreach (var account in connector.Members(team.ServiceUrl, team.TeamId, cancellationToken))
        {
            if (account.Id is not { } userId || userId == team.BotId || TeamsIds.Member(account.Account) is not { } id) continue;
            if (!known.TryGetValue(id, out var member))
            {
                var profile = account.Profile;
                member = await members.Change(id, stored => stored ?? new(id, profile.Name, profile.Email, Language.Dutch, null, clock.GetUtcNow()), cancellationToken);
            }

            // Who was here in person told us better where they are.
            if (!reachable.Contains(id)) await conversations.Store(new PersonalConversation(id, team.ServiceUrl, team.TenantId, userId, team.BotId, null), cancellationToken);
            found.Add(member);
        }

        return found;
    }

    private async Task<SendOutcome> Send(MemberId member, MessageActivity message, CancellationToken cancellationToken)
    {
        if (await conversations.Find(member, cancellationToken) is not { } known) return new SendOutcome.NotSent(NotSentReason.Unreachable);
        if (known.Reference is not { } chat)
        {
            var (created, failure) = await Create(known, null, cancellationToken);
            return created is null ? failure! : await connector.Send(created, message, cancellationToken);
        }

        return await Send(member, chat, message, null, cancellationToken);
    }

    private async Task<SendOutcome> Send(MemberId member, ConversationReference chat, MessageActivity message, Turn? turn, CancellationToken cancellationToken)
    {
        var outcome = await connector.Send(chat, message, cancellationToken, turn);
        if (outcome is not SendOutcome.NotSent { Reason: NotSentReason.NotFound }) return outcome;

        // The next try makes a new chat; the message certainly did not arrive in the one that is gone.
        await conversations.ForgetChat(member, cancellationToken);
        return new SendOutcome.Postponed(null);
    }

    private async Task<ConversationCreation> Create(PersonalConversation known, Turn? turn, CancellationToken cancellationToken)
    {
        var created = await connector.CreatePersonal(known, cancellationToken, turn);
        if (created.Conversation is { } chat) await conversations.Store(known with { ConversationId = chat.ConversationId }, cancellationToken);
        return created;
    }

    /// <summary>Teams makes no chat with somebody who hasn't got the bot. It says so in several ways: 403 with various codes, and 404.</summary>
    private static bool IsMissing(SendOutcome? failure) => failure is SendOutcome.NotSent { Reason: NotSentReason.NotInstalled or NotSentReason.NotFound or NotSentReason.Refused };
}
