using LeerkringBot.Bot.Web;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Mails;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Ideas;
using LeerkringBot.Domain.Mails;

namespace LeerkringBot.Bot.Mails;

/// <summary>The answer to a mail: what was noted, each with its number, and where it can be changed. In Dutch, as the network writes its mail.</summary>
public sealed class MailAnswers(Links links, ISubjects subjects, INetwork network) : IMailAnswers
{
    public async Task<Mail> Write(IncomingMail mail, MailAuthor author, Subject? about, IReadOnlyList<NotedIdea> noted, CancellationToken cancellationToken)
    {
        var known = await network.Current(cancellationToken);
        var title = about is null ? null : await subjects.Title(about, cancellationToken);
        var link = noted.Count == 0 ? null : await links.MailedIdeas([.. noted.Select(idea => IdeaId.Parse(idea.Id))], cancellationToken);
        return new(author.Sender.Address, AnswerText.Name(author), AnswerText.Subject(mail, author, known.Name, Texts.Dutch), AnswerText.Render(mail, author, title, noted, link, known.Name, Texts.Dutch))
        {
            Answers = mail.Thread,
        };
    }
}
