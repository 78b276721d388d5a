using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Bot.Ideas;

/// <summary>The gatherings and polls that something can be about.</summary>
public sealed class Subjects(IGatherings gatherings, IPollStore polls, TimeProvider clock) : ISubjects
{
    private static readonly TimeSpan Recent = TimeSpan.FromDays(60);

    public async Task<Subject?> Find(SubjectReference reference, CancellationToken cancellationToken)
    {
        var found = (await gatherings.All(cancellationToken))
            .Select(one => (Subject: (Subject)new Subject.OfGathering(one.Id), At: one.EndsAt))
            .Concat((await polls.All(cancellationToken)).Select(one => (Subject: (Subject)new Subject.OfPoll(one.Id), At: one.ClosesAt)))
            .Where(one => SubjectReference.Of(one.Subject) == reference)
            .ToList();
        return found.Count == 0 ? null : found.MaxBy(one => one.At).Subject;
    }

    public async Task<string?> Title(Subject subject, CancellationToken cancellationToken) => subject switch
    {
        Subject.OfGathering of => (await gatherings.Find(of.Gathering, cancellationToken))?.Title,
        Subject.OfPoll of => (await polls.Find(of.Poll, cancellationToken))?.Question,
        _ => throw new ArgumentOutOfRangeException(nameof(subject)),
    };

    public async Task<IReadOnlyList<(Subject Subject, string Title)>> Current(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var recent = gatherings.Since(now - Recent, cancellationToken);
        var open = await polls.Open(cancellationToken);
        return
        [
            .. (await recent).OrderBy(one => (one.StartsAt - now).Duration()).Select(one => ((Subject)new Subject.OfGathering(one.Id), one.Title)),
            .. open.Select(one => ((Subject)new Subject.OfPoll(one.Id), one.Question)),
        ];
    }
}
