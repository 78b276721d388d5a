using System.Net;
using Microsoft.Graph;
using Microsoft.Graph.Users.Item;
using Microsoft.Kiota.Abstractions;

namespace LeerkringBot.Infrastructure.Graph;

/// <summary>One mailbox in Graph, for all who ask something of it: at most four requests at once, and none while it asks to be left alone.</summary>
/// <param name="access">Where Graph is and who we are there.</param>
/// <param name="mailbox">Its e-mail address.</param>
/// <param name="clock">For the waiting.</param>
public sealed class MailboxClient(GraphAccess access, string mailbox, TimeProvider clock) : IDisposable
{
    /// <summary>Exchange allows an app no more in one mailbox (learn: graph/throttling-limits, Outlook).</summary>
    public const int MostAtOnce = 4;

    private readonly GraphServiceClient graph = GraphClient.Create(access.Address, access.Credential, new ImmutableIds());
    private readonly SemaphoreSlim places = new(MostAtOnce);
    private readonly Lock pausing = new();
    private DateTimeOffset pausedUntil = DateTimeOffset.MinValue;

    public string Mailbox => mailbox;

    public IRequestAdapter Adapter => graph.RequestAdapter;

    public GraphServiceClient Graph => graph;

    public void Dispose()
    {
        graph.Dispose();
        places.Dispose();
    }

    /// <param name="ask">All of it, the reading of the answer included.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="GraphException">Graph refused or did not answer.</exception>
    public async Task<T> Ask<T>(Func<UserItemRequestBuilder, Task<T>> ask, CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken);
        try
        {
            if (Pause() is { } wait) throw new GraphException(HttpStatusCode.TooManyRequests, null, "The mailbox asked to be left alone for a while.", wait);
            return await ask(graph.Users[mailbox]);
        }
        catch (GraphException fault) when (fault is { Status: HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable, RetryAfter: { } wait })
        {
            lock (pausing) if (clock.GetUtcNow() + wait is var until && until > pausedUntil) pausedUntil = until;
            throw;
        }
        finally
        {
            places.Release();
        }
    }

    private TimeSpan? Pause()
    {
        lock (pausing) return pausedUntil - clock.GetUtcNow() is var wait && wait > TimeSpan.Zero ? wait : null;
    }
}
