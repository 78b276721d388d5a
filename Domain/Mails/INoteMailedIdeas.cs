namespace LeerkringBot.Domain.Mails;

/// <summary>The one way by which what people mail becomes ideas.</summary>
public interface INoteMailedIdeas
{
    /// <summary>Notes it, or finds it again: the same key never makes a second idea, whatever became of the first.</summary>
    /// <returns>Null when it was noted before and is withdrawn since.</returns>
    Task<NotedIdea?> Note(MailedIdea idea, CancellationToken cancellationToken);
}
