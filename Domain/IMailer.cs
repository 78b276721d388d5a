namespace LeerkringBot.Domain;

/// <summary>Sends a mail now, once. Who wants to be certain that it goes, and goes once, puts it in the <see cref="IMailOutbox"/>.</summary>
public interface IMailer
{
    /// <summary>What it throws is a fault of the program: then it may have been sent.</summary>
    Task<MailOutcome> Send(Mail mail, CancellationToken cancellationToken);
}
