namespace LeerkringBot.Domain;

/// <summary>All that can happen to a mail on its way out.</summary>
public abstract record MailOutcome
{
    private MailOutcome() { }

    public sealed record Sent : MailOutcome;

    /// <summary>It can never be sent: the address, a name or the subject is wrong, or the mailbox may not send.</summary>
    /// <param name="Why">For the log; no personal data.</param>
    public sealed record Refused(string Why) : MailOutcome;

    /// <summary>Nothing was sent; try again after a while.</summary>
    /// <param name="RetryAfter">What the server asked for, or null.</param>
    public sealed record Postponed(TimeSpan? RetryAfter) : MailOutcome;

    /// <summary>It may have been sent. Never resent blindly.</summary>
    public sealed record Uncertain : MailOutcome;
}
