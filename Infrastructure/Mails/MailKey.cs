using System.Security.Cryptography;
using System.Text;
using LeerkringBot.Domain.Mails;
using MimeKit;

namespace LeerkringBot.Infrastructure.Mails;

/// <summary>What makes two mails the same one.</summary>
internal static class MailKey
{
    private const int Length = 32;

    /// <summary>The message id, the sender, and all that decides what becomes of it: the words, however a server folded and encoded them, what kind of mail it is and whether the sender is checked.</summary>
    public static string Of(MimeMessage message, MailContent content, MailKind kind, MailSender? sender) =>
        Of(message.MessageId, Address(message), message.Subject, content.Plain, content.Html, kind.ToString(), sender?.Check.ToString());

    /// <summary>The message id and the sender: the same for all copies, by whatever way they came and whatever was added on it.</summary>
    /// <returns>Null where it has no message id.</returns>
    public static string? Origin(MimeMessage message) => message.MessageId is { Length: > 0 } id ? Of(id, Address(message)?.ToLowerInvariant()) : null;

    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes))[..Length];

    private static string? Address(MimeMessage message) => message.From.Mailboxes.FirstOrDefault()?.Address;

    private static string Of(params string?[] parts)
    {
        var sameness = new StringBuilder();
        foreach (var part in parts)
        {
            foreach (var word in (part ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) sameness.Append(word).Append(' ');
            sameness.Append('\n');
        }

        return Of(Encoding.UTF8.GetBytes(sameness.ToString()));
    }
}
