namespace LeerkringBot.Domain;

public interface IWorkQueue
{
    /// <param name="item">Delivered at least once.</param>
    /// <param name="notBefore">Months ahead is fine; null means now.</param>
    /// <param name="cancellationToken">Cancels the enqueueing.</param>
    Task Enqueue(WorkItem item, DateTimeOffset? notBefore, CancellationToken cancellationToken);
}
