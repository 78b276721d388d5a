namespace LeerkringBot.Domain.Mails;

/// <summary>The mailbox did not answer, or not in time. Asking again is safe.</summary>
public sealed class MailboxFaultException : Exception
{
    public MailboxFaultException() { }

    public MailboxFaultException(string message) : base(message) { }

    public MailboxFaultException(string message, Exception innerException) : base(message, innerException) { }

    /// <summary>Nothing is wrong with the one mail that was asked for: the mailbox fails now, and others would fare no better.</summary>
    public bool IsPassing { get; init; }

    /// <summary>How long the mailbox asks to leave it alone; null where it doesn't say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
