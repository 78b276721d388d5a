using System.Collections.Immutable;

namespace LeerkringBot.Domain.Mails;

/// <summary>A mail as the bot understands it. The mail itself stays in the mailbox as it came.</summary>
public sealed record IncomingMail
{
    /// <summary>The same for the same mail that arrives again: made of its message id, its sender, what it says and what was found about it. A <see cref="Domain.Key"/>.</summary>
    public required string Key { get; init; }

    /// <summary>The same for every copy of a mail, also one that came through a group that changed its subject or added to its text: made of its message id and its sender alone, so that nobody else's mail has it. A <see cref="Domain.Key"/>.</summary>
    public required string Origin { get; init; }

    /// <summary>Names its answer: whatever copies there are, a sender is answered once about the same ideas.</summary>
    public string AnswerKey => KeyOf(string.Concat(Ideas));

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

    /// <summary>Names one of its ideas, in whatever copy it stands: only letters and digits count. Another mail that uses the same message id has its own ideas.</summary>
    public string KeyOf(string idea) =>
        Domain.Key.Hash($"{Origin} {string.Concat(idea.Where(char.IsLetterOrDigit)).ToLowerInvariant()}", 32);
}
