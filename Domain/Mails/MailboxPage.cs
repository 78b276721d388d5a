namespace LeerkringBot.Domain.Mails;

/// <param name="Mails">In the order in which the mailbox gives them.</param>
/// <param name="Position">Where the next page begins; to be stored once all mails of this one are dealt with. Any length.</param>
/// <param name="IsLast">Nothing more for now.</param>
public sealed record MailboxPage(IReadOnlyList<MailboxItem> Mails, string Position, bool IsLast);
