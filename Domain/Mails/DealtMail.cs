namespace LeerkringBot.Domain.Mails;

/// <param name="Key">Of the mail.</param>
/// <param name="AnswerKey">Of what is answered: what was answered before under it isn't answered again.</param>
/// <param name="At">When it was dealt with.</param>
/// <param name="Answer">Null where none is due.</param>
/// <param name="Check">Null where nobody need look at it.</param>
public sealed record DealtMail(string Key, string AnswerKey, DateTimeOffset At, Mail? Answer, MailToCheck? Check)
{
    public MailFolder Folder => Check is null ? MailFolder.Processed : MailFolder.ToCheck;
}
