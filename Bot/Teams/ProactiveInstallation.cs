using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Graph;
using LeerkringBot.Infrastructure.Teams;

namespace LeerkringBot.Bot.Teams;

/// <summary>Brings the bot to somebody who hasn't got it, so that they can be written to. Who removed it is left alone.</summary>
/// <param name="installation">Asks Graph.</param>
/// <param name="conversations">Keep the chat, so that it is asked once.</param>
/// <param name="tenantId">Of the bot's registration: only there it can be installed.</param>
/// <param name="botId">The bot's channel account, "28:…".</param>
/// <param name="serviceUrl">The connector for somebody who never told theirs.</param>
public sealed class ProactiveInstallation(BotInstallation installation, ConversationStore conversations, string tenantId, string botId, string serviceUrl)
{
    /// <summary>May be repeated. Sends no message.</summary>
    /// <param name="member">Who.</param>
    /// <param name="known">What we know of how to reach them; null for nothing.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<ConversationCreation> Begin(MemberId member, PersonalConversation? known, CancellationToken cancellationToken)
    {
        if (await conversations.HasLeft(member, cancellationToken)) return new(null, new SendOutcome.NotSent(NotSentReason.NotInstalled));
        var (chatId, failure) = await installation.Install(member, cancellationToken);
        if (chatId is null) return new(null, failure);

        // Entra's object id does where Teams' own id for somebody isn't known yet (learn: bots/how-to/conversations/send-proactive-messages).
        var chat = (known ?? new(member, serviceUrl, tenantId, member.ToString(), botId, null)) with { ConversationId = chatId };
        return new((await conversations.StoreChat(chat, cancellationToken)).Reference, null);
    }
}
