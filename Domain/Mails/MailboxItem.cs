namespace LeerkringBot.Domain.Mails;

/// <param name="Id">The mailbox's own, the same in every folder; any text.</param>
/// <param name="ReceivedAt">By the mailbox's clock.</param>
/// <param name="Link">Where an organiser opens it; null where there is no such place.</param>
/// <param name="File">Its file's name, where the mailbox is a folder; else null.</param>
public sealed record MailboxItem(string Id, DateTimeOffset ReceivedAt, Uri? Link, string? File = null);
