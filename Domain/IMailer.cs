namespace LeerkringBot.Domain;

public interface IMailer
{
    Task Send(Mail mail, CancellationToken cancellationToken);
}
