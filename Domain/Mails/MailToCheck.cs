namespace LeerkringBot.Domain.Mails;

/// <summary>A mail in "Ter controle": shown to organisers only.</summary>
/// <param name="Key">Of the mail.</param>
/// <param name="Reason">Why a person must look.</param>
/// <param name="ReceivedAt">By the mailbox's clock.</param>
/// <param name="Address">Of the sender, lower case; empty where there is none.</param>
/// <param name="Name">Of the sender; may be empty.</param>
/// <param name="Subject">May be empty.</param>
/// <param name="Link">Where it opens; null where there is no such place.</param>
public sealed record MailToCheck(string Key, CheckReason Reason, DateTimeOffset ReceivedAt, string Address, string Name, string Subject, Uri? Link);
