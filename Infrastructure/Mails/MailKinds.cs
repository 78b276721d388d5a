using LeerkringBot.Domain.Mails;
using MimeKit;

namespace LeerkringBot.Infrastructure.Mails;

/// <summary>Tells by the headers whether a person wrote a mail (RFC 3834, RFC 3464, RFC 2369, and what Exchange adds).</summary>
internal static class MailKinds
{
    private static readonly string[] Robots = ["mailer-daemon", "postmaster"];
    private static readonly string[] Answers = ["X-Autoreply", "X-Autorespond", "X-Autoresponder", "X-Auto-Response-Suppress"];
    private static readonly string[] AnswerSubjects = ["Automatisch antwoord:", "Automatische antwoord:", "Automatic reply:", "Out of office:", "Afwezigheidsbericht:", "Afwezigheidsmelding:"];

    public static MailKind Of(MimeMessage message, string mailbox)
    {
        var from = message.From.Mailboxes.FirstOrDefault()?.Address ?? "";
        if (from.Length > 0 && from.Equals(mailbox, StringComparison.OrdinalIgnoreCase)) return MailKind.Own;

        var report = message.Body is MultipartReport multipart ? multipart.ReportType?.ToLowerInvariant() : null;
        if (report is "delivery-status" or "global-delivery-status" || message.Headers.Contains("X-Failed-Recipients")) return MailKind.Bounce;
        if (report is not null || IsAutomatic(message)) return MailKind.AutoReply;
        if (Value(message, "Return-Path") == "<>" || Robots.Contains(from.Split('@')[0], StringComparer.OrdinalIgnoreCase)) return MailKind.Bounce;
        if (message.Headers.Any(header => header.Field.StartsWith("List-", StringComparison.OrdinalIgnoreCase)) || Value(message, "Precedence") is "bulk" or "list" or "junk") return MailKind.Newsletter;
        return MailKind.Ideas;
    }

    private static bool IsAutomatic(MimeMessage message)
    {
        if (message.Headers.Any(header => header.Field.Equals("Auto-Submitted", StringComparison.OrdinalIgnoreCase) && !header.Value.Trim().StartsWith("no", StringComparison.OrdinalIgnoreCase))) return true;
        if (Answers.Any(message.Headers.Contains) || Value(message, "Precedence") is "auto_reply" or "auto-reply") return true;
        if (Value(message, "X-MS-Exchange-Generated-Message-Source").Length > 0) return true;
        // "Geaccepteerd: …": a calendar says so, on a click.
        if (message.BodyParts.Any(part => part.ContentType.IsMimeType("text", "calendar") && "REPLY".Equals(part.ContentType.Parameters["method"], StringComparison.OrdinalIgnoreCase))) return true;
        return AnswerSubjects.Any(subject => (message.Subject ?? "").StartsWith(subject, StringComparison.OrdinalIgnoreCase));
    }

    private static string Value(MimeMessage message, string header) => (message.Headers[header] ?? "").Trim().ToLowerInvariant();
}
