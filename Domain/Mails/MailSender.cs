namespace LeerkringBot.Domain.Mails;

/// <param name="Address">Lower case.</param>
/// <param name="Name">As the sender's program gives it; empty where it gives none.</param>
/// <param name="Check">Whether the address is really theirs.</param>
public sealed record MailSender(string Address, string Name, SenderCheck Check);
