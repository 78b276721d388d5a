using System.Collections.Immutable;

namespace LeerkringBot.Domain.Mails;

/// <summary>A mail as the bot understands it. The mail itself stays in the mailbox as it came.</summary>
public sealed record IncomingMail
{
    /// <summary>The same for the same mail, however often and wherever it arrives: made of its message id and what it says. A <see cref="Domain.Key"/>.</summary>
    public required string Key { get; init; }

    public required MailKind Kind { get; init; }

    /// <summary>Null where it has none.</summary>
    public MailSender? Sender { get; init; }

    /// <summary>One line; may be empty.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Of what it is about, where the subject says so.</summary>
    public SubjectReference? Reference => SubjectReference.FindIn(Subject);

    /// <summary>For an answer in the same conversation; null where the mail has no id.</summary>
    public MailThread? Thread { get; init; }

    /// <summary>What the sender wrote themselves, without what they quote, sign or disclaim, lines ended by \n.</summary>
    public string Text { get; init; } = "";

    /// <summary>Each 1 to <see cref="MailLimits.LongestIdea"/> characters, at most <see cref="MailLimits.MostIdeas"/>, in the order of the mail.</summary>
    public ImmutableArray<string> Ideas { get; init; } = [];

    /// <summary>How many ideas there are in the mail, also those that are too many to note.</summary>
    public int IdeaCount { get; init; }

    /// <summary>Something is attached that the text doesn't show: it stays in the mailbox.</summary>
    public bool HasAttachments { get; init; }

    /// <summary>Why a person must look at it; null where nobody need.</summary>
    public CheckReason? Check { get; init; }
}
