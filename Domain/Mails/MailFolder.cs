namespace LeerkringBot.Domain.Mails;

/// <summary>Where a mail goes that was read.</summary>
public enum MailFolder
{
    /// <summary>"Verwerkt".</summary>
    Processed,

    /// <summary>"Ter controle": a person must look at it.</summary>
    ToCheck,
}
