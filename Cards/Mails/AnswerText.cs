using LeerkringBot.Domain.Mails;

namespace LeerkringBot.Cards.Mails;

/// <summary>What goes back to who mailed.</summary>
public static class AnswerText
{
    /// <summary>Enough to recognise an idea; all of it stands behind the link.</summary>
    private const int MostOfIdea = 200;

    private static readonly string[] Answers = ["re:", "antw:", "aw:"];

    /// <summary>One line that says that it answers; to whom nobody checked without a word of theirs.</summary>
    public static string Subject(IncomingMail mail, MailAuthor author, string network, Texts texts)
    {
        if (author.Sender.Check != SenderCheck.Passed) return mail.Reference is { } reference ? texts.Plain("Answer.SubjectWithReference", network, reference) : texts.Plain("Answer.Subject", network);
        return Answers.Any(prefix => mail.Subject.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) ? mail.Subject : $"Re: {mail.Subject}".TrimEnd();
    }

    /// <summary>As the receiver is called; empty where that could be anybody's words.</summary>
    public static string Name(MailAuthor author) => author.Sender.Check == SenderCheck.Passed ? author.Member?.Name ?? author.Sender.Name : "";

    /// <param name="mail">What is answered.</param>
    /// <param name="author">Who wrote it.</param>
    /// <param name="about">What it is about; null where it doesn't say.</param>
    /// <param name="noted">What was noted of it.</param>
    /// <param name="link">Where the sender changes or withdraws it; null where nothing was noted.</param>
    /// <param name="network">Its name.</param>
    /// <param name="texts">In the reader's language.</param>
    public static string Render(IncomingMail mail, MailAuthor author, string? about, IReadOnlyList<NotedIdea> noted, string? link, string network, Texts texts)
    {
        // Who isn't checked may be somebody who never wrote: they get our words and no one else's.
        var isChecked = author.Sender.Check == SenderCheck.Passed;
        var name = Name(author);
        string?[] paragraphs =
        [
            name.Length > 0 ? texts.Plain("Answer.Greeting", name) : texts["Answer.GreetingNobody"],
            noted.Count == 0 ? texts["Answer.Nothing"] : texts.Count("Answer.Noted", noted.Count),
            noted.Count == 0 ? null : string.Join('\n', noted.Select(idea => isChecked ? texts.Plain("Answer.Line", idea.Number, Beginning(idea.Text)) : texts.Plain("Answer.LineNumber", idea.Number))),
            noted.Count > 0 && about is not null ? texts.Plain("Answer.About", about) : null,
            mail.Check switch
            {
                CheckReason.TooManyIdeas => texts.Plain("Answer.TooMany", mail.IdeaCount, mail.Ideas.Length),
                CheckReason.TooLong => texts.Plain("Answer.TooLong", MailLimits.LongestIdea),
                CheckReason.TextBesideList => texts["Answer.TextBesideList"],
                CheckReason.TextLeftOut => texts["Answer.TextLeftOut"],
                _ => null,
            },
            link is null ? null : texts.Plain(name.Length > 0 ? "Answer.ChangeOrShowName" : "Answer.Change", link),
            mail.HasAttachments ? texts["Answer.Attachments"] : null,
            texts.Plain("Answer.Closing", network),
        ];
        return string.Join("\n\n", paragraphs.OfType<string>()) + "\n";
    }

    private static string Beginning(string idea)
    {
        var line = string.Join(' ', idea.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= MostOfIdea) return line;
        var end = line.LastIndexOf(' ', MostOfIdea);
        return $"{line[..(end > 0 ? end : char.IsHighSurrogate(line[MostOfIdea - 1]) ? MostOfIdea - 1 : MostOfIdea)]}…";
    }
}
