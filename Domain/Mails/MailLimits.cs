namespace LeerkringBot.Domain.Mails;

public static class MailLimits
{
    /// <summary>Ideas noted of one mail.</summary>
    public const int MostIdeas = 20;

    /// <summary>Characters of one idea, as in the form.</summary>
    public const int LongestIdea = 2_000;

    /// <summary>Bytes of a mail that is read; a larger one goes to a person. Exchange Online takes in 36 MB unless told otherwise.</summary>
    public const long LongestMail = 40L * 1024 * 1024;

    /// <summary>Answers to one address: a robot that says nothing of itself is answered so often and no more.</summary>
    public const int MostAnswersPerDay = 20;

    /// <summary>Tries to read a mail that is itself the trouble, before a person is asked to.</summary>
    public const int MostTries = 5;

    /// <summary>How long a mailbox may fail to give one mail, as if it were passing and while it gives others, before a person is asked to look at it.</summary>
    public static readonly TimeSpan LongestTrying = TimeSpan.FromDays(1);

    /// <summary>Characters of text or HTML that are read for ideas.</summary>
    public const int LongestText = 1_000_000;
}
