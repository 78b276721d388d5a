namespace LeerkringBot.Domain.Mails;

/// <summary>What a mail is. Only ideas become ideas and get an answer.</summary>
public enum MailKind
{
    /// <summary>A person wrote it.</summary>
    Ideas,

    /// <summary>Out of office, a receipt, or another robot's answer.</summary>
    AutoReply,

    /// <summary>A mail of ours, or somebody else's, did not arrive.</summary>
    Bounce,

    /// <summary>To a list of people.</summary>
    Newsletter,

    /// <summary>The bot sent it itself.</summary>
    Own,

    /// <summary>Perhaps a person's, but it holds no text to take an idea from; see <see cref="CheckReason"/>.</summary>
    NotUnderstood,
}
