using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Infrastructure.Work;

/// <summary>The queue of a storage account.</summary>
public sealed class AzureQueue(QueueServiceClient service, string name = AzureQueue.Name) : IQueue
{
    public const string Name = "work";

    /// <summary>A message stays until it is done.</summary>
    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);

    private readonly QueueClient client = service.GetQueueClient(name);

    public TimeSpan LongestIdle => TimeSpan.FromSeconds(5);

    public Task Create(CancellationToken cancellationToken) =>
        AzureFault.Guard(limited => client.CreateIfNotExistsAsync(cancellationToken: limited), cancellationToken);

    public Task Send(string body, TimeSpan visibleIn, CancellationToken cancellationToken)
    {
        QueueRules.CheckSend(body, visibleIn);
        return AzureFault.Guard(limited => client.SendMessageAsync(body, WholeSeconds(visibleIn), Forever, limited), cancellationToken);
    }

    public Task<IReadOnlyList<QueueMessage>> Receive(int most, TimeSpan lease, CancellationToken cancellationToken)
    {
        QueueRules.CheckReceive(most, lease);
        return AzureFault.Guard<IReadOnlyList<QueueMessage>>(
            async limited =>
            {
                var received = await client.ReceiveMessagesAsync(most, WholeSeconds(lease), limited);
                return [.. received.Value.Select(message => new QueueMessage(message.MessageId, message.PopReceipt, message.Body.ToString(), (int)message.DequeueCount))];
            },
            cancellationToken);
    }

    public Task<QueueMessage?> Renew(QueueMessage message, TimeSpan lease, CancellationToken cancellationToken)
    {
        QueueRules.CheckLease(lease);
        return Held(async limited => message with { Receipt = await Hide(message, lease, limited) }, cancellationToken);
    }

    public async Task<bool> Delete(QueueMessage message, CancellationToken cancellationToken)
    {
        var deleted = await Held(
            async limited =>
            {
                await client.DeleteMessageAsync(message.Id, message.Receipt, limited);
                return message;
            },
            cancellationToken);
        return deleted is not null;
    }

    public async Task<bool> Postpone(QueueMessage message, TimeSpan delay, CancellationToken cancellationToken)
    {
        QueueRules.CheckDelay(delay);
        return await Held(limited => Hide(message, delay, limited), cancellationToken) is not null;
    }

    private async Task<string> Hide(QueueMessage message, TimeSpan time, CancellationToken cancellationToken) =>
        (await client.UpdateMessageAsync(message.Id, message.Receipt, message.Body, WholeSeconds(time), cancellationToken)).Value.PopReceipt;

    // The service counts in seconds; never too early.
    private static TimeSpan WholeSeconds(TimeSpan time) => TimeSpan.FromSeconds(Math.Ceiling(time.TotalSeconds));

    /// <returns>Null when somebody else holds the message.</returns>
    private static Task<T?> Held<T>(Func<CancellationToken, Task<T>> change, CancellationToken cancellationToken) where T : class => AzureFault.Guard<T?>(
        async limited =>
        {
            try
            {
                return await change(limited);
            }
            catch (RequestFailedException fault) when (fault.ErrorCode == QueueErrorCode.PopReceiptMismatch || fault.ErrorCode == QueueErrorCode.MessageNotFound)
            {
                return null;
            }
        },
        cancellationToken);
}
