using LeerkringBot.Domain;

namespace LeerkringBot.Benchmarks;

/// <summary>Gatherings without a limit leave no work behind.</summary>
internal sealed class NoQueue : IWorkQueue
{
    public Task Enqueue(WorkItem item, DateTimeOffset? notBefore, CancellationToken cancellationToken) =>
        throw new InvalidOperationException($"Unexpected work: {item}.");
}
