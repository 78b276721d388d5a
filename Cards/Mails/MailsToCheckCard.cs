using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain.Mails;

namespace LeerkringBot.Cards.Mails;

/// <summary>Mails that a person must look at. For organisers.</summary>
public static class MailsToCheckCard
{
    public static readonly CardAction<ListData> Show = new("mail.check");
    public static readonly CardAction<CheckedData> Checked = new("mail.checked");

    private const int Most = 10;

    /// <summary>A button that carries nothing.</summary>
    public sealed record ListData;

    /// <param name="Mail">Its key.</param>
    public sealed record CheckedData(string Mail);

    /// <param name="mails">Latest first.</param>
    /// <param name="notice">What just happened, or null.</param>
    /// <param name="texts">In the organiser's language.</param>
    public static AdaptiveCard Render(IReadOnlyList<MailToCheck> mails, string? notice, Texts texts) =>
        new(
            [
                .. notice is null ? Array.Empty<CardElement>() : [Part.Notice(notice, "good")],
                Part.Title(texts["MailCheck.Title"]),
                new TextBlock(mails.Count == 0 ? texts["MailCheck.Nothing"] : texts.Rich("MailCheck.Explanation")),
                .. mails.Take(Most).SelectMany(mail => Line(mail, texts)),
                .. mails.Count > Most ? [Part.Note(texts.Plain("MailCheck.More", mails.Count - Most))] : Array.Empty<CardElement>(),
            ],
            texts["MailCheck.Title"])
        {
            Lang = texts.Lang,
        };

    /// <summary>On the overview; nothing while there is nothing to look at and nothing waits.</summary>
    /// <param name="waiting">How many mails are still to be read; null where the mailbox does not answer.</param>
    /// <param name="toCheck">How many a person must look at.</param>
    /// <param name="texts">In the organiser's language.</param>
    public static IEnumerable<CardElement> Section(int? waiting, int toCheck, Texts texts)
    {
        if (waiting is null) yield return Part.Notice(texts["MailCheck.Unreachable"], "attention");
        if (waiting > 0) yield return new TextBlock(texts.Count("MailCheck.Waiting", waiting.Value));
        if (toCheck == 0) yield break;
        yield return Part.Notice(texts.Count("MailCheck.ToCheck", toCheck), "accent");
        yield return Part.Buttons(Show.Button(texts["MailCheck.Show"], new(), withInputs: false));
    }

    private static IEnumerable<CardElement> Line(MailToCheck mail, Texts texts)
    {
        var sender = mail.Name.Length > 0 ? texts.Plain("MailCheck.Sender", mail.Name, mail.Address) : mail.Address.Length > 0 ? mail.Address : texts["MailCheck.NoSender"];
        yield return Part.Heading(CardText.Plain(mail.Subject.Length > 0 ? mail.Subject : texts["MailCheck.NoSubject"]));
        yield return new TextBlock(texts.Rich("MailCheck.Line", sender, Moments.Of(mail.ReceivedAt, texts), texts[$"MailCheck.Reason.{mail.Reason}"])) { Spacing = "small" };
        CardButton done = Checked.Button(texts["MailCheck.Done"], new(mail.Key), withInputs: false);
        yield return mail.Link is { } link ? Part.Buttons(new OpenUrlButton(texts["MailCheck.Open"], link.ToString()), done) : Part.Buttons(done);
    }
}
