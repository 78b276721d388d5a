using System.Net.Mail;

namespace LeerkringBot.Domain;

/// <summary>What counts as an e-mail address everywhere: one bare address, without a display name.</summary>
public static class EmailAddress
{
    public static bool IsValid(string text) => MailAddress.TryCreate(text, out var address) && address.Address == text;
}
