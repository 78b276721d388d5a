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
    public string TenantId { get; } = Activity.ChannelData?.Tenant?.Id ?? Activity.Conversation?.TenantId ?? "";

    public string BotId { get; } = Activity.Recipient?.Id ?? "";

    public string? TeamId { get; } = Activity.ChannelData?.Team?.Id;

    /// <summary>Nobody else reads along.</summary>
    public bool IsPersonal { get; } = Activity.Conversation!.ConversationType is { } type
        ? type.Equals("personal", StringComparison.OrdinalIgnoreCase)
        : Activity.Conversation.IsGroup is not true && Activity.ChannelData?.Team is null;

    public Texts Texts { get; } =
        Activity.Locale?.StartsWith("en", StringComparison.OrdinalIgnoreCase) is true ? Texts.English : Texts.Dutch;

    /// <summary>This very conversation; in a channel, this thread.</summary>
    public ConversationReference Reference => new(
        IsPersonal ? new Recipient.OfMember(Member) : new Recipient.OfChannel(TeamsIds.Channel(ConversationId)),
        ServiceUrl,
        ConversationId);

    /// <summary>How to reach the person from now on.</summary>
    public PersonalConversation Personal => new(Member, ServiceUrl, TenantId, From.Id ?? "", BotId, IsPersonal ? ConversationId : null);

    /// <returns>Null where the activity lacks what every activity of a person has.</returns>
    public static TurnContext? Of(Activity activity) =>
        activity is { Conversation.Id: { } conversation, From: { Id.Length: > 0 } from, ServiceUrl: { } serviceUrl }
        && IsId(conversation) && TeamsIds.Member(from) is { } member
            ? new(activity, member, from, conversation, serviceUrl)
            : null;

    // It becomes part of a path.
    private static bool IsId(string id) => id is not ("" or "." or "..") && id.Length <= 1_000;
}
