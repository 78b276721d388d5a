namespace LeerkringBot.Domain;

/// <summary>All that can happen to a message on its way.</summary>
public abstract record SendOutcome
{
    private SendOutcome() { }

    public sealed record Sent(PostedCard Card) : SendOutcome;

    /// <summary>It did not arrive and won't: don't try again.</summary>
    public sealed record NotSent(NotSentReason Reason) : SendOutcome;

    /// <summary>It did not arrive; try again after a while.</summary>
    /// <param name="RetryAfter">What the channel asked for, or null.</param>
    public sealed record Postponed(TimeSpan? RetryAfter) : SendOutcome;

    /// <summary>It may have arrived. Never resent blindly.</summary>
    public sealed record Uncertain : SendOutcome;
}

public enum NotSentReason
{
    /// <summary>The person or channel has no conversation with the bot that we know of, and none can be made.</summary>
    Unreachable,

    /// <summary>403 ConversationBlockedByUser.</summary>
    BlockedByUser,

    /// <summary>403 BotNotInConversationRoster.</summary>
    NotInstalled,

    /// <summary>Installing the bot for this person is not allowed.</summary>
    InstallationRefused,

    /// <summary>The organisation in which the bot can be installed has no such person.</summary>
    NotInDirectory,

    /// <summary>403 BotDisabledByAdmin.</summary>
    DisabledByAdmin,

    /// <summary>403 MessageWritesBlocked, NotEnoughPermissions, and any other refusal.</summary>
    Refused,

    /// <summary>404 ConversationNotFound, ActivityNotFoundInConversation.</summary>
    NotFound,

    /// <summary>413 MessageSizeTooBig.</summary>
    TooLarge,

    /// <summary>412, 429, 503 time after time: given up.</summary>
    Busy,

    /// <summary>5xx, or no answer at all: why many messages in a row are uncertain.</summary>
    NoAnswer,
}
