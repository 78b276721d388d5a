using LeerkringBot.Domain.Ideas;
using LeerkringBot.Domain.Mails;

namespace LeerkringBot.Bot.Mails;

/// <summary>What is mailed comes in as what is typed does. Nobody asked the sender whether the name may be shown, so it isn't until they say so.</summary>
public sealed class MailedIdeas(NoteIdea ideas) : INoteMailedIdeas
{
    public async Task<NotedIdea?> Note(MailedIdea idea, CancellationToken cancellationToken)
    {
        var (sender, member, affiliation) = idea.Author;
        var draft = new IdeaDraft(idea.Text, member is null ? new IdeaSender.ByMail(sender.Address, sender.Name, sender.Check == SenderCheck.Passed) : new IdeaSender.OfMember(member.Id))
        {
            About = idea.About,
            Affiliation = affiliation,
            IsAffiliationConfirmed = member is not null,
            Source = IdeaSource.Mail,
            Original = idea.Original,
        };
        return await ideas.Note(draft, idea.Key, cancellationToken) is NoteOutcome.Noted noted ? new(noted.Idea.Id.ToString(), noted.Idea.Number.ToString(), noted.Idea.Text) : null;
    }
}
