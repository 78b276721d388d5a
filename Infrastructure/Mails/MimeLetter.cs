using LeerkringBot.Domain;
using MimeKit;
using MimeKit.Utils;

namespace LeerkringBot.Infrastructure.Mails;

/// <summary>A mail of ours in MIME, the same whoever sends it: plain text, the same as simple HTML, and headers by which no robot answers it.</summary>
public static class MimeLetter
{
    /// <exception cref="ArgumentException">It can never be sent: the address, a name or the subject would make another header or another receiver.</exception>
    public static MimeMessage Compose(Mail mail, Network from, DateTimeOffset date)
    {
        if (from.Mailbox.Length == 0) throw new ArgumentException("The network has no mailbox to send from.", nameof(from));
        // A line break would begin a header of somebody else's making.
        foreach (var line in new[] { mail.To, mail.ToName, mail.Subject })
            if (line.AsSpan().ContainsAny('\r', '\n', '\0')) throw new ArgumentException("An address, name or subject has a line break.", nameof(mail));
        if (!MailboxAddress.TryParse(mail.To, out var to) || to.Address != mail.To || to.Domain.Length == 0)
            throw new ArgumentException("The mail goes to what is not one address.", nameof(mail));

        var body = new BodyBuilder { TextBody = mail.Text, HtmlBody = HtmlLetter.Write(mail) };
        if (mail.Calendar is not null) body.Attachments.Add(Calendar(mail.Calendar));
        var message = new MimeMessage([new MailboxAddress(from.Name, from.Mailbox)], [new MailboxAddress(mail.ToName, to.Address)], mail.Subject, body.ToMessageBody())
        {
            Date = date,
            MessageId = MimeUtils.GenerateMessageId(from.Mailbox[(from.Mailbox.LastIndexOf('@') + 1)..]),
        };
        message.Headers.Add(HeaderId.AutoSubmitted, mail.Answers is null ? "auto-generated" : "auto-replied");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        message.Headers.Add(HeaderId.ContentLanguage, mail.Language == Language.English ? "en" : "nl");
        if (mail.Answers is { } answered) Thread(message, answered);
        message.Prepare(EncodingConstraint.SevenBit);
        return message;
    }

    /// <summary>RFC 5322, 3.6.4. An id that isn't one is left out rather than repeated.</summary>
    private static void Thread(MimeMessage message, MailThread answered)
    {
        foreach (var id in answered.References.Append(answered.MessageId))
            if (IsMessageId(id) && !message.References.Contains(id)) message.References.Add(id);
        if (IsMessageId(answered.MessageId)) message.InReplyTo = answered.MessageId;
    }

    private static bool IsMessageId(string id) => id is { Length: > 2 and <= 900 } && id.All(letter => letter is > ' ' and < '\u007f' and not ('<' or '>'));

    private static TextPart Calendar(string text)
    {
        var part = new TextPart("calendar") { ContentDisposition = new(ContentDisposition.Attachment), FileName = "agenda.ics" };
        part.SetText("utf-8", text);

        // RFC 6047, 2.4: the content type repeats the method of the calendar.
        const string method = "\nMETHOD:";
        var at = text.IndexOf(method, StringComparison.OrdinalIgnoreCase);
        if (at >= 0) part.ContentType.Parameters["method"] = text[(at + method.Length)..].Split('\r', '\n')[0].Trim();
        return part;
    }
}
