using LeerkringBot.Cards;
using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Teams;

namespace LeerkringBot.Bot.Teams;

/// <summary>An activity that says who did it and where.</summary>
/// <param name="Activity">As it came, authenticated.</param>
/// <param name="Member">Who did it.</param>
/// <param name="From">The same as the channel names it.</param>
/// <param name="ConversationId">The channel's own.</param>
/// <param name="ServiceUrl">Where its connector is.</param>
public sealed record TurnContext(Activity Activity, MemberId Member, ChannelAccount From, string ConversationId, string ServiceUrl)
{
    private const int LongestId = 1_000;

    public string TenantId { get; } = Activity.ChannelData?.Tenant?.Id ?? Activity.Conversation?.TenantId ?? "";

    public string BotId { get; } = Activity.Recipient?.Id ?? "";

    public string? TeamId { get; } = Activity.ChannelData?.Team?.Id;

    /// <summary>Nobody else reads along.</summary>
    public bool IsPersonal { get; } = Activity.Conversation!.ConversationType is { } type
        ? type.Equals("personal", StringComparison.OrdinalIgnoreCase)
        : Activity.Conversation.IsGroup is not true && Activity.ChannelData?.Team is null;

    /// <summary>Of the person's Teams; null where the activity doesn't tell.</summary>
    public Language? Language { get; } = Activity.Locale switch
    {
        null or "" => null,
        var locale => locale.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? Domain.Language.English : Domain.Language.Dutch,
    };

    public Texts Texts => Texts.For(Language ?? Domain.Language.Dutch);

    /// <summary>This very conversation; in a channel, this thread.</summary>
    public ConversationReference Reference => new(
        IsPersonal ? new Recipient.OfMember(Member) : new Recipient.OfChannel(TeamsIds.Channel(ConversationId)),
        ServiceUrl,
        ConversationId);

    /// <summary>The card that was clicked, in somebody's own chat.</summary>
    public PostedCard? Clicked => IsPersonal && Activity.ReplyToId is { Length: > 0 and <= LongestId } card ? new(new Recipient.OfMember(Member), card) : null;

    /// <summary>How to reach the person from now on.</summary>
    public PersonalConversation Personal => new(Member, ServiceUrl, TenantId, From.Id ?? "", BotId, IsPersonal ? ConversationId : null);

    /// <summary>As shown in Teams; empty where that is no name.</summary>
    public string Name { get; } = From.Name is { Length: <= 200 } name ? name : "";

    /// <returns>Null where the activity lacks what every activity of a person has, or names something as nothing is named.</returns>
    public static TurnContext? Of(Activity activity) =>
        activity is { Conversation.Id: { } conversation, From: { Id: { } user } from, ServiceUrl: { Length: <= LongestId } serviceUrl }
        && IsId(conversation) && IsId(user)
        && IsIdOrNone(activity.Recipient?.Id) && IsIdOrNone(activity.ChannelData?.Tenant?.Id) && IsIdOrNone(activity.Conversation.TenantId)
        && IsIdOrNone(activity.ChannelData?.Team?.Id) && IsIdOrNone(activity.ChannelData?.Channel?.Id)
        && IsIdOrNone(activity.Id) && IsIdOrNone(activity.ReplyToId)
        && TeamsIds.Member(from) is { } member
            ? new(activity, member, from, conversation, serviceUrl)
            : null;

    private static bool IsIdOrNone(string? id) => id is null || IsId(id);

    // It becomes part of a path and of a row.
    private static bool IsId(string id) => id.Length is > 0 and <= LongestId && id is not ("." or "..");
}
