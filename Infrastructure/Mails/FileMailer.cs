using System.Globalization;
using LeerkringBot.Domain;
using MimeKit;

namespace LeerkringBot.Infrastructure.Mails;

/// <summary>Puts each mail as an <c>.eml</c> file in the folder <c>sent</c> under a directory: every mail program opens it, and a program that sends can pick it up.</summary>
/// <param name="directory">Made when it isn't there.</param>
/// <param name="network">Its mailbox is the sender.</param>
/// <param name="clock">Dates the mail.</param>
public sealed class FileMailer(string directory, INetwork network, TimeProvider clock) : IMailer
{
    private readonly string sent = Path.Join(Path.GetFullPath(directory), "sent");

    /// <exception cref="ArgumentException">The subject or a name has a line break, or the address is not one.</exception>
    public async Task Send(Mail mail, CancellationToken cancellationToken)
    {
        var from = await network.Current(cancellationToken);
        if (from.Mailbox.Length == 0) throw new InvalidOperationException("The network has no mailbox to send from.");
        using var message = Compose(mail, new MailboxAddress(from.Name, from.Mailbox), clock.GetUtcNow());

        Directory.CreateDirectory(sent);
        var name = $"{message.Date.UtcDateTime.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture)}-{Key.New()}";
        var unfinished = Path.Join(sent, $"{name}.part");
        var finished = Path.Join(sent, $"{name}.eml");
        try
        {
            await message.WriteToAsync(unfinished, cancellationToken);
            File.Move(unfinished, finished);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private static MimeMessage Compose(Mail mail, MailboxAddress from, DateTimeOffset date)
    {
        // A line break would begin a header of somebody else's making.
        foreach (var line in new[] { mail.To, mail.ToName, mail.Subject })
            if (line.AsSpan().ContainsAny('\r', '\n', '\0')) throw new ArgumentException("An address, name or subject has a line break.", nameof(mail));
        if (!MailboxAddress.TryParse(mail.To, out var to) || to.Address != mail.To || to.Domain.Length == 0)
            throw new ArgumentException("The mail goes to what is not one address.", nameof(mail));

        var body = new BodyBuilder { TextBody = mail.Text };
        if (mail.Calendar is not null) body.Attachments.Add(Calendar(mail.Calendar));
        var message = new MimeMessage([from], [new MailboxAddress(mail.ToName, to.Address)], mail.Subject, body.ToMessageBody()) { Date = date };
        message.Prepare(EncodingConstraint.SevenBit);
        return message;
    }

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
