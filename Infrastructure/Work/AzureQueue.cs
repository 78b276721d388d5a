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

    public Task<bool> Delete(QueueMessage message, CancellationToken cancellationToken) =>
        Held(limited => client.DeleteMessageAsync(message.Id, message.Receipt, limited), cancellationToken);

    public Task<bool> Postpone(QueueMessage message, TimeSpan delay, CancellationToken cancellationToken)
    {
        QueueRules.CheckDelay(delay);
        return Held(limited => client.UpdateMessageAsync(message.Id, message.Receipt, message.Body, WholeSeconds(delay), limited), cancellationToken);
    }

    // The service counts in seconds; never too early.
    private static TimeSpan WholeSeconds(TimeSpan time) => TimeSpan.FromSeconds(Math.Ceiling(time.TotalSeconds));

    private static Task<bool> Held(Func<CancellationToken, Task> change, CancellationToken cancellationToken) => AzureFault.Guard(
        async limited =>
        {
            try
            {
                await change(limited);
                return true;
            }
            catch (RequestFailedException fault) when (fault.ErrorCode == QueueErrorCode.PopReceiptMismatch || fault.ErrorCode == QueueErrorCode.MessageNotFound)
            {
                return false;
            }
        },
        cancellationToken);
}
