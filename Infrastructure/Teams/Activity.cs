using System.Text.Json;

namespace LeerkringBot.Infrastructure.Teams;

/// <summary>What a channel tells the bot (Bot Framework Activity schema 3). Anything may be missing; what isn't listed is ignored.</summary>
public sealed record Activity
{
    /// <summary>One of <see cref="ActivityTypes"/>, or one we don't know.</summary>
    public string? Type { get; init; }

    public string? Id { get; init; }

    /// <summary>Of an invoke: one of <see cref="InvokeNames"/>, or one we don't know.</summary>
    public string? Name { get; init; }

    /// <summary>Of an installationUpdate: "add", "remove", "add-upgrade" or "remove-upgrade".</summary>
    public string? Action { get; init; }

    /// <summary>"msteams".</summary>
    public string? ChannelId { get; init; }

    /// <summary>Where the connector of this conversation is.</summary>
    public string? ServiceUrl { get; init; }

    /// <summary>Of the sender's client, for example "nl-NL".</summary>
    public string? Locale { get; init; }

    public string? Text { get; init; }

    /// <summary>Of a card's message, where a card was clicked.</summary>
    public string? ReplyToId { get; init; }

    public ChannelAccount? From { get; init; }

    /// <summary>The bot.</summary>
    public ChannelAccount? Recipient { get; init; }

    public ConversationAccount? Conversation { get; init; }

    public IReadOnlyList<ChannelAccount?>? MembersAdded { get; init; }

    public IReadOnlyList<ChannelAccount?>? MembersRemoved { get; init; }

    public TeamsChannelData? ChannelData { get; init; }

    /// <summary>Mentions among other things; its members differ by type, so it is read where it is used.</summary>
    public JsonElement Entities { get; init; }

    /// <summary>Of an invoke, or of a Submit button.</summary>
    public JsonElement Value { get; init; }
}
