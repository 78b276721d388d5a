namespace LeerkringBot.Domain.Mails;

/// <summary>The answers that are to go out: at most once per mail and address, also after a crash, and tried again while they certainly did not go.</summary>
public interface IOutgoingMails
{
    IAsyncEnumerable<OutgoingMail> All(CancellationToken cancellationToken);

    /// <returns>The mail as claimed; null where somebody else was first.</returns>
    Task<OutgoingMail?> Claim(OutgoingMail mail, CancellationToken cancellationToken);

    /// <summary>It is tried again.</summary>
    Task PutBack(OutgoingMail claimed, DateTimeOffset notBefore, CancellationToken cancellationToken);

    /// <summary>It went, or never will: what it says is forgotten, that it was is not. May be repeated.</summary>
    Task Close(OutgoingMail mail, CancellationToken cancellationToken);
}
