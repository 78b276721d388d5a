namespace LeerkringBot.Domain;

public interface IMailer
{
    /// <summary>Sends it, or throws; when it throws nothing was sent, and trying again sends it once.</summary>
    /// <exception cref="ArgumentException">It can never be sent: the address, a name or the subject is wrong.</exception>
    Task Send(Mail mail, CancellationToken cancellationToken);
}
