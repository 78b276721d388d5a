using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Storage;
using Microsoft.Extensions.Logging;

namespace LeerkringBot.Infrastructure.Work;

/// <summary>Hands a message to the handler of its kind, and decides what becomes of it.</summary>
public sealed class WorkDispatcher
{
    public const int MostTries = 10;

    /// <summary>How long a message is hidden at a time: when the program dies, its work goes on so much later.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    /// <summary>What takes longer hangs: somebody else may try.</summary>
    private static readonly TimeSpan LongestKept = TimeSpan.FromMinutes(30);

    private readonly FrozenDictionary<string, IWorkHandler> handlers;
    private readonly IQueue queue;
    private readonly ITable poison;
    private readonly TimeProvider clock;
    private readonly ILogger<WorkDispatcher> log;

    /// <exception cref="InvalidOperationException">Two handlers have the same kind.</exception>
    public WorkDispatcher(IEnumerable<IWorkHandler> handlers, IQueue queue, ITables tables, TimeProvider clock, ILogger<WorkDispatcher> log)
    {
        var kinds = new Dictionary<string, IWorkHandler>();
        foreach (var handler in handlers)
            if (!kinds.TryAdd(handler.Kind, handler)) throw new InvalidOperationException($"The work '{handler.Kind}' has two handlers.");
        (this.handlers, this.queue, poison, this.clock, this.log) = (kinds.ToFrozenDictionary(), queue, tables[TableNames.Poison], clock, log);
    }

    /// <summary>5 seconds after the first try, twice as long after each next one, 15 minutes at most.</summary>
    public static TimeSpan Delay(int tries) => TimeSpan.FromSeconds(Math.Min(5 * Math.Pow(2, tries - 1), 900));

    /// <exception cref="OperationCanceledException">Cancelled: the message is visible again.</exception>
    /// <exception cref="StorageFaultException">The queue itself failed: the message returns when its lease ends.</exception>
    public async Task Handle(QueueMessage message, CancellationToken cancellationToken)
    {
        var item = Read(message);
        using var done = new CancellationTokenSource();
        var keeping = Keep(message, done.Token);
        var fault = await Try(message, item, cancellationToken);
        await done.CancelAsync();
        var held = await keeping;

        if (fault is null)
        {
            await queue.Delete(held, CancellationToken.None);
        }
        else if (fault is OperationCanceledException && cancellationToken.IsCancellationRequested)
        {
            await queue.Postpone(held, TimeSpan.Zero, CancellationToken.None);
            cancellationToken.ThrowIfCancellationRequested();
        }
        else if (held.Tries >= MostTries || item is null)
        {
            await SetAside(held, item, fault);
        }
        else
        {
            await PutBack(held, item, fault);
        }
    }

    /// <returns>What went wrong.</returns>
    private async Task<Exception?> Try(QueueMessage message, WorkItem? item, CancellationToken cancellationToken)
    {
        try
        {
            // More than ten means that the last tries ended without an exception: with the program itself.
            if (message.Tries > MostTries) return new TimeoutException("The program ended each time before it was done.");
            if (item is null) return new FormatException("Not a work item.");
            if (!handlers.TryGetValue(item.Kind, out var handler)) return new InvalidOperationException("No handler has this kind.");
            await handler.Handle(item.Subject, cancellationToken);
            return null;
        }
#pragma warning disable CA1031 // whatever a handler throws, its item is tried again
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return fault;
        }
    }

    /// <summary>Keeps it hidden while it is being done.</summary>
    /// <returns>The message with its latest receipt.</returns>
    private async Task<QueueMessage> Keep(QueueMessage message, CancellationToken done)
    {
        try
        {
            for (var kept = TimeSpan.Zero; kept < LongestKept; kept += Lease / 3)
            {
                await Task.Delay(Lease / 3, clock, done);
                // Held by somebody else now: both do it, which every handler bears.
                if (await queue.Renew(message, Lease, CancellationToken.None) is not { } renewed) return message;
                message = renewed;
            }

            return message;
        }
        catch (OperationCanceledException)
        {
            return message;
        }
        catch (StorageFaultException fault)
        {
            log.LogWarning(fault, "A message could not be kept; it may be done twice.");
            return message;
        }
    }

    private static WorkItem? Read(QueueMessage message)
    {
        try
        {
            return JsonSerializer.Deserialize(message.Body, WorkJson.Default.WorkItem);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task PutBack(QueueMessage message, WorkItem item, Exception fault)
    {
        var delay = Delay(message.Tries);
        log.LogWarning(fault, "Work {Kind} failed, try {Tries} of {MostTries}; again in {Delay}.", item.Kind, message.Tries, MostTries, delay);
        await queue.Postpone(message, delay, CancellationToken.None);
    }

    private async Task SetAside(QueueMessage message, WorkItem? item, Exception fault)
    {
        // Held by somebody else now: they may get it done.
        if (await queue.Renew(message, Lease, CancellationToken.None) is not { } held) return;
        log.LogError(fault, "Work {Kind} is set aside after {Tries} tries.", item?.Kind, message.Tries);
        var now = clock.GetUtcNow();
        // Without surrogates, because a cut may leave half a character.
        var error = string.Concat($"{fault.GetType().Name}: {fault.Message}".Where(character => !char.IsSurrogate(character)).Take(1_000));
        var row = Row.Of(
            "work",
            $"{now.UtcTicks.ToString("D19", CultureInfo.InvariantCulture)}|{message.Id}",
            (nameof(WorkItem.Kind), item?.Kind),
            (nameof(WorkItem.Subject), item?.Subject),
            ("Error", error),
            ("Tries", message.Tries),
            ("At", now));
        await poison.Write([new RowChange.Insert(row)], CancellationToken.None);
        await queue.Delete(held, CancellationToken.None);
    }
}
