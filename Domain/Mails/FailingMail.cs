namespace LeerkringBot.Domain.Mails;

/// <summary>A mail that could not be dealt with, and is tried again.</summary>
/// <param name="Item">Which.</param>
/// <param name="Since">When it failed first.</param>
internal sealed record FailingMail(MailboxItem Item, DateTimeOffset Since)
{
    public int Failures { get; init; }

    /// <summary>Failures of which the mail itself was the cause.</summary>
    public int OwnFailures { get; init; }

    /// <summary>Failures that may pass by themselves, each after others had been dealt with since the one before.</summary>
    public int TimesOvertaken { get; init; }

    /// <summary>How many mails had been dealt with when it last failed.</summary>
    public long DealtWith { get; init; }

    public DateTimeOffset NotBefore { get; init; }

    /// <summary>A person was asked to look, or it is dealt with and can't be moved.</summary>
    public bool IsGivenUp { get; init; }

    /// <summary>While a mailbox or storage gives no mail at all, none is hopeless.</summary>
    public bool IsHopeless(DateTimeOffset now) =>
        OwnFailures >= MailLimits.MostTries || (TimesOvertaken >= MailLimits.MostTries && now - Since >= MailLimits.LongestTrying);
}
