namespace LeerkringBot.Domain.Mails;

/// <summary>Why a person must look at a mail. Nothing of it is lost: it stands in the mailbox.</summary>
public enum CheckReason
{
    /// <summary>No text of the sender's own.</summary>
    Empty,

    /// <summary>What it says is in an attachment.</summary>
    OnlyAttachments,

    /// <summary>Encrypted, or in a form that is no text.</summary>
    NoText,

    /// <summary>A mail of somebody else's, passed on; whose idea it is only a person can tell.</summary>
    Forwarded,

    /// <summary>No sender, or not one that can be read.</summary>
    NoSender,

    /// <summary>It isn't a mail, or breaks off.</summary>
    Malformed,

    /// <summary>Larger than <see cref="MailLimits.LongestMail"/>, or its text than <see cref="MailLimits.LongestText"/>.</summary>
    TooLarge,

    /// <summary>More ideas than <see cref="MailLimits.MostIdeas"/>: the first ones were noted.</summary>
    TooManyIdeas,

    /// <summary>An idea longer than <see cref="MailLimits.LongestIdea"/>: its beginning was noted.</summary>
    TooLong,

    /// <summary>Beside the list, whose items were noted, stands text that may be more than a word around it.</summary>
    TextBesideList,

    /// <summary>What was taken for a signature or a warning may be more than that; the rest was noted.</summary>
    TextLeftOut,

    /// <summary>Reading it failed time after time.</summary>
    Failed,
}
