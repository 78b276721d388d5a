using Azure;
using Azure.Identity;
using LeerkringBot.Domain;

namespace LeerkringBot.Infrastructure.Storage;

/// <summary>Calls to a storage account: bounded in time, and faults in the domain's words.</summary>
internal static class AzureFault
{
    /// <summary>Retries included. A click waits for at most two of these.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <exception cref="StorageFaultException">No answer, not in time, or an error that the call itself doesn't expect.</exception>
    public static async Task<T> Guard<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(Limit);
        try
        {
            return await call(limited.Token);
        }
        catch (RequestFailedException fault)
        {
#pragma warning disable MA0054 // its message repeats headers and content, and would be logged with ours
            throw new StorageFaultException($"Storage answered {fault.Status} {fault.ErrorCode}.");
#pragma warning restore MA0054
        }
        catch (OperationCanceledException fault) when (!cancellationToken.IsCancellationRequested)
        {
            throw new StorageFaultException($"Storage did not answer within {Limit.TotalSeconds} seconds.", fault);
        }
        catch (Exception fault) when (fault is AuthenticationFailedException or AggregateException or IOException or HttpRequestException)
        {
            throw new StorageFaultException($"Storage could not be reached: {fault.Message}", fault);
        }
    }
}
