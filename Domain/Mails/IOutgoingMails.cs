namespace LeerkringBot.Domain.Mails;

/// <summary>The answers that are to go out: at most once per mail and address, also after a crash, and tried again while they certainly did not go.</summary>
public interface IOutgoingMails
{
    IAsyncEnumerable<OutgoingMail> All(CancellationToken cancellationToken);

    /// <param name="mail">Which.</param>
    /// <param name="claim">By which one's own claim is known from anybody else's.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The mail as claimed; null where somebody else was first.</returns>
    Task<OutgoingMail?> Claim(OutgoingMail mail, string claim, CancellationToken cancellationToken);

    /// <summary>It is tried again.</summary>
    Task PutBack(OutgoingMail claimed, DateTimeOffset notBefore, CancellationToken cancellationToken);

    /// <summary>It went, or never will: what it says is forgotten, that it was is not. May be repeated.</summary>
    Task Close(OutgoingMail mail, CancellationToken cancellationToken);
}
