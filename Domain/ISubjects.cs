namespace LeerkringBot.Domain;

/// <summary>What features may ask about everything that something can be about.</summary>
public interface ISubjects
{
    /// <returns>Null when there is no such thing (any more). Of two with the same reference, the later one.</returns>
    Task<Subject?> Find(SubjectReference reference, CancellationToken cancellationToken);

    /// <returns>The gathering's title or the poll's question; null when there is no such thing.</returns>
    Task<string?> Title(Subject subject, CancellationToken cancellationToken);

    /// <summary>What people may still have ideas about: the gatherings that come or were in the last 60 days, nearest first, and the open polls.</summary>
    Task<IReadOnlyList<(Subject Subject, string Title)>> Current(CancellationToken cancellationToken);
}
