namespace LeerkringBot.Infrastructure.Work;

/// <summary>Exactly what Azure Storage Queue can do, no more. Every backend passes the same contract suite.</summary>
public interface IQueue
{
    /// <summary>How long to wait at most between two looks that find nothing: a look costs money in Azure, hardly anything in SQLite.</summary>
    TimeSpan LongestIdle { get; }

    Task Create(CancellationToken cancellationToken);

    /// <param name="body">At most 48 KiB of text.</param>
    /// <param name="visibleIn">0 to 6 days.</param>
    /// <param name="cancellationToken">Cancels the sending.</param>
    Task Send(string body, TimeSpan visibleIn, CancellationToken cancellationToken);

    /// <summary>Up to <paramref name="most"/> (1 to 32) messages, hidden from others for <paramref name="lease"/>.</summary>
    Task<IReadOnlyList<QueueMessage>> Receive(int most, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>Keeps a received message hidden for <paramref name="lease"/> from now on.</summary>
    /// <returns>The message with its new receipt, the old one ends; null when the lease had lapsed and somebody else holds the message.</returns>
    Task<QueueMessage?> Renew(QueueMessage message, TimeSpan lease, CancellationToken cancellationToken);

    /// <returns>False when the lease had lapsed and somebody else holds the message.</returns>
    Task<bool> Delete(QueueMessage message, CancellationToken cancellationToken);

    /// <summary>Makes a received message visible again after <paramref name="delay"/>; its receipt ends.</summary>
    /// <returns>False when the lease had lapsed and somebody else holds the message.</returns>
    Task<bool> Postpone(QueueMessage message, TimeSpan delay, CancellationToken cancellationToken);
}
