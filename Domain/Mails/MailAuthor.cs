namespace LeerkringBot.Domain.Mails;

/// <summary>Who sent a mail, as far as the network knows.</summary>
/// <param name="Sender">By their own account.</param>
/// <param name="Member">Whose address it is; null where no member has it, or nobody checked that it is theirs.</param>
/// <param name="Affiliation">The member's; else the one municipality whose domain the address has, to be confirmed by an organiser; null where that is none or several.</param>
public sealed record MailAuthor(MailSender Sender, Member? Member, Affiliation? Affiliation)
{
    /// <param name="sender">As the mail says.</param>
    /// <param name="members">By address.</param>
    /// <param name="network">Knows the domains.</param>
    public static MailAuthor Of(MailSender sender, IReadOnlyDictionary<string, Member> members, Network network)
    {
        if (sender.Check == SenderCheck.Passed && members.TryGetValue(sender.Address, out var member) && !member.IsLeaving) return new(sender, member, member.Affiliation);
        return new(sender, null, network.Suggest(sender.Address) is [var only] ? new Affiliation.OfMunicipality(only.Code) : null);
    }
}
