namespace LeerkringBot.Domain;

/// <summary>Sends a mail now, once. That no occasion mails a person twice is the care of who calls: a broadcast claims its delivery first, an answer its row in the outbox.</summary>
public interface IMailer
{
    /// <summary>What it throws is a fault of the program: then it may have been sent.</summary>
    Task<MailOutcome> Send(Mail mail, CancellationToken cancellationToken);
}
