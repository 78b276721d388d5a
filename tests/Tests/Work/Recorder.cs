using System.Collections.Concurrent;
using LeerkringBot.Domain;

namespace LeerkringBot.Tests.Work;

/// <summary>Remembers what it was asked to do, and does what a test tells it.</summary>
public sealed class Recorder(string kind = "test.record") : IWorkHandler
{
    public string Kind => kind;

    public ConcurrentQueue<string> Done { get; } = [];

    public Func<string, CancellationToken, Task> Act { get; set; } = (_, _) => Task.CompletedTask;

    public async Task Handle(string subject, CancellationToken cancellationToken)
    {
        await Act(subject, cancellationToken);
        Done.Enqueue(subject);
    }
}
