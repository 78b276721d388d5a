namespace LeerkringBot.Domain.Mails;

/// <summary>Who sent a mail, as far as the network knows.</summary>
/// <param name="Sender">By their own account.</param>
/// <param name="Member">Whose address it is; null where no member has it, or the address may be somebody else's.</param>
/// <param name="Municipality">Of the member; else the one whose domain the address has, to be confirmed by an organiser; null where that is none or several.</param>
public sealed record MailAuthor(MailSender Sender, MemberId? Member, MunicipalityCode? Municipality);
