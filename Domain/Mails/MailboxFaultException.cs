namespace LeerkringBot.Domain.Mails;

/// <summary>The mailbox did not answer, or not in time. Asking again is safe.</summary>
public sealed class MailboxFaultException : Exception
{
    public MailboxFaultException() { }

    public MailboxFaultException(string message) : base(message) { }

    public MailboxFaultException(string message, Exception innerException) : base(message, innerException) { }

    /// <summary>How long the mailbox asks to leave it alone; null where it doesn't say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
