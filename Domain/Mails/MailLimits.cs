namespace LeerkringBot.Domain.Mails;

public static class MailLimits
{
    /// <summary>Ideas noted of one mail.</summary>
    public const int MostIdeas = 20;

    /// <summary>Characters of one idea, as in the form.</summary>
    public const int LongestIdea = 2_000;

    /// <summary>Bytes of a mail that is read; a larger one goes to a person. Exchange Online takes in 36 MB unless told otherwise.</summary>
    public const long LongestMail = 40L * 1024 * 1024;
}
