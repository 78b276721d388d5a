using LeerkringBot.Domain.Mails;
using MimeKit;
using MimeKit.Cryptography;
using MimeKit.Text;

namespace LeerkringBot.Infrastructure.Mails;

/// <summary>The words of a mail, as plain text and as HTML; null where it has none.</summary>
internal sealed record MailContent(string? Plain, string? Html, bool IsFlowed)
{
    public static MailContent Nothing { get; } = new(null, null, false);

    public bool IsTooLong => Plain?.Length > MailLimits.LongestText || (Plain is null && Html?.Length > MailLimits.LongestText);

    /// <summary>The same words in several readings, the best one first: HTML tells more surely than text what is quoted, signed or listed.</summary>
    public IEnumerable<string> Texts
    {
        get
        {
            if (Html is { Length: <= MailLimits.LongestText } && HtmlText.Of(Html) is { } text) yield return text;
            if (Plain is not null) yield return IsFlowed ? Unflow(Plain) : MailText.Unwrap(MailText.Clean(Plain));
        }
    }

    public static MailContent Of(MimeMessage message)
    {
        var (plain, html) = (Parts(message, TextFormat.Plain), Parts(message, TextFormat.Html));
        return new(plain.Count == 0 ? null : string.Join("\n\n", plain.Select(Text)), html.Count == 0 ? null : string.Join("<br><br>", html.Select(Text)), plain.Any(part => part.IsFlowed));
    }

    /// <summary>Something is attached that the words don't show. The picture in a signature, and the seal of a signed mail, say nothing.</summary>
    public bool HasAttachments(MimeMessage message) => message.BodyParts.Any(part => part switch
    {
        ApplicationPkcs7Signature or ApplicationPgpSignature => false,
        MimePart { ContentId: { Length: > 0 } id } when Html?.Contains($"cid:{id}", StringComparison.OrdinalIgnoreCase) is true => false,
        MimePart { FileName: { Length: > 0 } } or MessagePart => true,
        _ => part.IsAttachment,
    });

    /// <summary>Why there is nothing to take an idea from.</summary>
    public CheckReason WhyNothing(MimeMessage message)
    {
        if (message.Body is MultipartEncrypted or ApplicationPkcs7Mime) return CheckReason.NoText;
        if (message.BodyParts.Any(part => part.ContentType.IsMimeType("text", "rtf") || part.ContentType.IsMimeType("application", "rtf") || part is MimeKit.Tnef.TnefPart or MessagePart)) return CheckReason.OnlyAttachments;
        var hasText = !string.IsNullOrWhiteSpace(Plain) || !string.IsNullOrWhiteSpace(Html);
        return message.Attachments.Any() ? CheckReason.OnlyAttachments : hasText || message.Body is null or TextPart or Multipart ? CheckReason.Empty : CheckReason.NoText;
    }

    // Apple Mail writes a part before and one after a picture. What is attached is no text of the mail, and an invitation to a meeting is read by calendars.
    private static List<TextPart> Parts(MimeMessage message, TextFormat format) =>
        [.. message.BodyParts.OfType<TextPart>().Where(part => !part.IsAttachment && (format == TextFormat.Html ? part.IsHtml : part.IsPlain))];

    private static string Text(TextPart part)
    {
        try
        {
            return part.Text ?? "";
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException or IOException)
        {
            // A charset that nobody knows: every byte is a letter then.
            return part.GetText(System.Text.Encoding.Latin1) ?? "";
        }
    }

    // RFC 3676: the sender's program cut the lines and says how to put them together.
    private static string Unflow(string text)
    {
        var joined = new System.Text.StringBuilder(text.Length);
        var flows = false;
        foreach (var line in MailText.Clean(text).Split('\n'))
        {
            var isSignature = line == "-- ";
            var isQuoted = line.StartsWith('>');
            var unstuffed = line.StartsWith(' ') ? line[1..] : line;
            if (!flows || isQuoted || isSignature) joined.Append(joined.Length > 0 ? "\n" : "");
            joined.Append(unstuffed);
            flows = !isSignature && !isQuoted && unstuffed.EndsWith(' ');
        }

        return joined.ToString();
    }
}
