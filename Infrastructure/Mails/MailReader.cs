using System.Text.RegularExpressions;
using LeerkringBot.Domain.Mails;
using MimeKit;

namespace LeerkringBot.Infrastructure.Mails;

/// <summary>Reads MIME. The headers tell what kind of mail it is and whose; only of a person's mail the words are looked at.</summary>
/// <param name="authenticationServer">Whose findings about senders count (the authserv-id of RFC 8601); null for a mailbox whose server always puts its own on top, as Exchange Online does.</param>
/// <param name="isExchange">The mailbox is in Exchange Online, whose own headers say who of the organisation sent a mail.</param>
public sealed partial class MailReader(string? authenticationServer = null, bool isExchange = false) : IMailReader
{
    private const int FewestWordsBesidePointer = 12;
    private const int FewestWordsOfIdea = 3;

    public async Task<IncomingMail> Read(Stream mime, string mailbox, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        var isWhole = await Copy(mime, bytes, MailLimits.LongestMail, cancellationToken);
        bytes.Position = 0;
        try
        {
            // Of one that is too large only the headers can be trusted to be there.
            using var message = isWhole ? await MimeMessage.LoadAsync(bytes, cancellationToken) : new MimeMessage(await HeaderList.LoadAsync(bytes, cancellationToken));
            return Read(message, isWhole, mailbox);
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException or NotSupportedException or InvalidOperationException)
        {
            var key = MailKey.Of(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
            return new() { Key = key, Origin = key, Kind = MailKind.NotUnderstood, Check = CheckReason.Malformed };
        }
    }

    private IncomingMail Read(MimeMessage message, bool isWhole, string mailbox)
    {
        var content = isWhole ? MailContent.Of(message) : MailContent.Nothing;
        var kind = MailKinds.Of(message, mailbox);
        var sender = Senders.Of(message, authenticationServer, isExchange);
        var key = MailKey.Of(message, content, kind, sender);
        var mail = new IncomingMail
        {
            Key = key,
            Origin = MailKey.Origin(message) ?? key,
            Kind = kind,
            Sender = sender,
            Subject = OneLine(message.Subject ?? ""),
            Thread = message.MessageId is { Length: > 0 } id ? new(id, [.. message.References]) : null,
        };
        if (kind != MailKind.Ideas) return mail;
        mail = mail with { HasAttachments = content.HasAttachments(message) };
        if (mail.Sender is null) return mail with { Kind = MailKind.NotUnderstood, Check = CheckReason.NoSender };
        if (!isWhole || content.IsTooLong) return mail with { Kind = MailKind.NotUnderstood, Check = CheckReason.TooLarge };
        return Understand(mail, message, content);
    }

    private static IncomingMail Understand(IncomingMail mail, MimeMessage message, MailContent content)
    {
        var own = content.Texts.Select(OwnText.Of).FirstOrDefault(text => text.Text.Length > 0) ?? OwnText.Nothing;
        var (ideas, isAll) = IdeaList.Of(own.Text);
        var check = ideas.Count == 0 ? content.WhyNothing(message)
            : own.HasForwarded && IsForward(mail.Subject) ? CheckReason.Forwarded
            : ideas.Count == 1 && content.HasAttachments(message) && PointsToAttachment(own.Text) ? CheckReason.OnlyAttachments
            : ideas.Count > MailLimits.MostIdeas ? CheckReason.TooManyIdeas
            : ideas.Any(idea => idea.Length > MailLimits.LongestIdea) ? CheckReason.TooLong
            : !isAll ? CheckReason.TextBesideList
            : own.LeavesOut ? CheckReason.TextLeftOut
            : (CheckReason?)null;
        if (check is not (null or CheckReason.TooManyIdeas or CheckReason.TooLong or CheckReason.TextBesideList or CheckReason.TextLeftOut)) return mail with { Kind = MailKind.NotUnderstood, Text = own.Text, Check = check };
        return mail with
        {
            Text = own.Text,
            Ideas = [.. ideas.Take(MailLimits.MostIdeas).Select(IdeaList.Shortened)],
            IdeaCount = ideas.Count,
            Check = check,
        };
    }

    /// <summary>It says where the idea is, and not what it is.</summary>
    private static bool PointsToAttachment(string text)
    {
        if (MailText.Words(text) >= FewestWordsBesidePointer || !Attachment().IsMatch(text)) return false;
        // "Meer bankjes bij bushaltes, zie bijlage" says both.
        var rest = Pointer().Replace(text.ReplaceLineEndings(" ").Trim(), "");
        return Attachment().IsMatch(rest) || CallsItIdea().IsMatch(rest) || MailText.Words(rest) < FewestWordsOfIdea;
    }

    private static bool IsForward(string subject)
    {
        string[] forwards = ["FW:", "FWD:", "DOORST:", "TR:"];
        return forwards.Any(prefix => subject.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
    }

    private static string OneLine(string text) => MailText.Clean(text).ReplaceLineEndings(" ").Trim();

    /// <returns>Whether it ended before the limit.</returns>
    private static async Task<bool> Copy(Stream from, MemoryStream to, long most, CancellationToken cancellationToken)
    {
        var buffer = new byte[81_920];
        while (await from.ReadAsync(buffer, cancellationToken) is var count and > 0)
        {
            if (to.Length + count > most) return false;
            to.Write(buffer, 0, count);
        }

        return true;
    }

    private const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    [GeneratedRegex(@"\b(bijlagen?|bijgevoegde?|bijgaande?|bijgesloten|aangehechte?|attach(ed|ments?)|enclosed|enclosures?)\b", Plain)]
    private static partial Regex Attachment();

    [GeneratedRegex(@"[,;:.(\s\-–]+(zie|see)( ook| de| het| mijn| onze| the| my| our)* (bijlagen?|bijgevoegd\w*|bijgaand\w*|attached|attachments?)\)?[.!]*$", Plain)]
    private static partial Regex Pointer();

    [GeneratedRegex(@"\b(idee|ideeën|ideas?|plan(nen)?|plans?|voorstel(len)?|proposals?|reacties?|punten|tips|suggesties?|suggestions?|document(en)?|notities?|aanvulling(en)?)\b", Plain)]
    private static partial Regex CallsItIdea();
}
