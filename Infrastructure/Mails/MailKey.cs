using System.Security.Cryptography;
using System.Text;
using MimeKit;

namespace LeerkringBot.Infrastructure.Mails;

/// <summary>What makes two mails the same one: the message id, the sender, the subject and all words, whatever way they came and however a server folded and encoded them.</summary>
internal static class MailKey
{
    private const int Length = 32;

    public static string Of(MimeMessage message, MailContent content)
    {
        var sameness = new StringBuilder();
        foreach (var part in new[] { message.MessageId, message.From.Mailboxes.FirstOrDefault()?.Address, message.Subject, content.Plain, content.Html })
        {
            foreach (var word in (part ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) sameness.Append(word).Append(' ');
            sameness.Append('\n');
        }

        return Of(Encoding.UTF8.GetBytes(sameness.ToString()));
    }

    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes))[..Length];
}
