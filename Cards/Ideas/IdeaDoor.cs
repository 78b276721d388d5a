using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Ideas;

namespace LeerkringBot.Cards.Ideas;

/// <summary>The two ways to share an idea about something, under its card: a form, and a mail that carries the reference.</summary>
public static class IdeaDoor
{
    private const int MostOnAgenda = 12;

    /// <param name="subject">What the idea will be about.</param>
    /// <param name="title">Of the subject.</param>
    /// <param name="mailbox">The network's; where it is empty there is no second way.</param>
    /// <param name="texts">In the reader's language.</param>
    public static IReadOnlyList<CardElement> Render(Subject subject, string title, string mailbox, Texts texts)
    {
        var open = IdeaFormCard.Open.Button(texts["Idea.Share"], new(subject.Key), withInputs: false);
        if (mailbox.Length == 0) return [Part.Buttons(open)];
        return
        [
            Part.Buttons(open, new OpenUrlButton(texts["Idea.ByMail"], MailTo(subject, title, mailbox, texts))),
            // As text too: not every client opens a mail from a button. With a hyphen at which no line ends.
            Part.Note(texts.Rich("Idea.ByMailText", mailbox, $"[{SubjectReference.Of(subject)}]".Replace('-', '\u2011'))),
        ];
    }

    /// <summary>The ideas that will be talked about; names nobody.</summary>
    public static IEnumerable<CardElement> Agenda(IReadOnlyList<AgendaIdea> ideas, Texts texts) => ideas.Count == 0 ? [] :
    [
        Part.Heading(texts.Rich("Idea.OnTheAgenda")),
        .. ideas.Take(MostOnAgenda).Select(idea => new TextBlock(texts.Rich("Idea.AgendaLine", idea.Number.ToString(), idea.Line)) { Spacing = "small" }),
        .. ideas.Count > MostOnAgenda ? [Part.Note(texts.Rich("Idea.AgendaMore", ideas.Count - MostOnAgenda))] : Array.Empty<CardElement>(),
    ];

    /// <summary>RFC 6068: everything that is not a letter, a digit or "-._~" is encoded.</summary>
    public static string MailTo(Subject subject, string title, string mailbox, Texts texts)
    {
        var at = mailbox.LastIndexOf('@');
        return $"mailto:{Uri.EscapeDataString(mailbox[..at])}@{Uri.EscapeDataString(mailbox[(at + 1)..])}?subject={Uri.EscapeDataString(MailSubject(subject, title, texts))}";
    }

    /// <summary>The subject of the mail, with the reference.</summary>
    public static string MailSubject(Subject subject, string title, Texts texts) => texts.Plain("Idea.MailSubject", title, SubjectReference.Of(subject));
}
