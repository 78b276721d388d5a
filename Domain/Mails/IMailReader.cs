namespace LeerkringBot.Domain.Mails;

public interface IMailReader
{
    /// <summary>Makes something of every mail: what can't be read is <see cref="MailKind.NotUnderstood"/>, never an exception. The same bytes always give the same.</summary>
    /// <param name="mime">As it came.</param>
    /// <param name="mailbox">The network's own address.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<IncomingMail> Read(Stream mime, string mailbox, CancellationToken cancellationToken);
}
