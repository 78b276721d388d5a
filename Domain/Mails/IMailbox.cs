namespace LeerkringBot.Domain.Mails;

/// <summary>The network's mailbox, as the bot reads it. What it gives may come twice, in any order, and be gone when it is asked for; the reader copes with that.</summary>
public interface IMailbox
{
    /// <summary>How long to wait before looking again when everything was read.</summary>
    TimeSpan LookEvery { get; }

    /// <summary>The mails that arrived since a position, at most 100 at once; the same position may be read again, and gives at least the same mails that are still there.</summary>
    /// <param name="position">From the page before; null means from the beginning. One that the mailbox has forgotten means the same as null.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="MailboxFaultException">It could not be read; nothing changed.</exception>
    Task<MailboxPage> Next(string? position, CancellationToken cancellationToken);

    /// <summary>The mail as it came, in MIME, to be read forward once.</summary>
    /// <returns>Null when it is not in the mailbox any more.</returns>
    /// <exception cref="MailboxFaultException">It could not be read.</exception>
    Task<Stream?> Open(string id, CancellationToken cancellationToken);

    /// <summary>Puts it in a folder, which is made when it isn't there. May be repeated; a mail that is there already, or gone, is fine.</summary>
    /// <exception cref="MailboxFaultException">It could not be moved.</exception>
    Task Move(string id, MailFolder folder, CancellationToken cancellationToken);

    /// <returns>How many mails still wait to be read; for showing only, so about is good enough.</returns>
    /// <exception cref="MailboxFaultException">It could not be read.</exception>
    Task<int> CountWaiting(CancellationToken cancellationToken);
}
