namespace LeerkringBot.Domain.Mails;

/// <summary>Writes what goes back to who mailed.</summary>
public interface IMailAnswers
{
    /// <param name="mail">Of a person, who may be answered.</param>
    /// <param name="author">Who.</param>
    /// <param name="about">What it is about; null where it doesn't say.</param>
    /// <param name="noted">What was noted of it; may be nothing.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    Task<Mail> Write(IncomingMail mail, MailAuthor author, Subject? about, IReadOnlyList<NotedIdea> noted, CancellationToken cancellationToken);
}
