using System.Collections.Concurrent;
using System.Threading.Channels;
using LeerkringBot.Domain;
using Microsoft.Data.Sqlite;
using Channel = System.Threading.Channels.Channel;

namespace LeerkringBot.Infrastructure.Storage;

/// <summary>One SQLite file (or memory): reads in parallel, each on a connection of its own, and one writer that commits what waits together.</summary>
/// <remarks>
/// Write-ahead log, so that readers and the writer don't wait for each other. <c>synchronous=FULL</c>: a person who was told "you have a place" keeps it through a power
/// cut, and because one transaction carries all that waits, many clicks share one flush to disk.
/// </remarks>
public sealed class SqliteDatabase : IDisposable
{
    private const int MostJobsPerTransaction = 64;

    private readonly string connectionString;
    private readonly ConcurrentStack<SqliteSession>? readers;
    private readonly SqliteSession writer;
    private readonly Channel<Job> waiting;
    private readonly Task writing;
    private volatile bool closed;

    private SqliteDatabase(string connectionString, bool inMemory)
    {
        this.connectionString = connectionString;
        readers = inMemory ? null : [];
        try
        {
            writer = Open();
        }
        catch (SqliteException fault)
        {
            throw new StorageFaultException($"SQLite does not open: {fault.Message}", fault);
        }

        // The writer runs on the thread of the click that found it idle, so that a lone click needs no other thread.
        waiting = Channel.CreateUnbounded<Job>(new() { SingleReader = true, AllowSynchronousContinuations = true });
        writing = Write();
    }

    /// <exception cref="StorageFaultException">The file cannot be opened.</exception>
    public static SqliteDatabase File(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        return new(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 3 }.ToString(), inMemory: false);
    }

    /// <summary>Gone when disposed. One connection serves readers and writer in turn.</summary>
    public static SqliteDatabase Memory() => new("Data Source=:memory:;Pooling=False", inMemory: true);

    public void Dispose()
    {
        waiting.Writer.TryComplete();
        writing.GetAwaiter().GetResult();
        closed = true;
        CloseReaders();
        // A read that has begun in memory ends first.
        lock (writer) writer.Dispose();
    }

    /// <summary>Runs on the caller's thread: a read takes microseconds.</summary>
    /// <exception cref="ObjectDisposedException">The program is stopping.</exception>
    internal T Read<T>(Func<SqliteSession, T> read)
    {
        try
        {
            ObjectDisposedException.ThrowIf(closed, this);
            if (readers is null)
            {
                lock (writer)
                {
                    ObjectDisposedException.ThrowIf(closed, this);
                    return read(writer);
                }
            }

            if (!readers.TryPop(out var reader)) reader = Open();
            try
            {
                return read(reader);
            }
            finally
            {
                readers.Push(reader);
                if (closed) CloseReaders();
            }
        }
        catch (SqliteException fault)
        {
            throw new StorageFaultException($"SQLite: {fault.Message}", fault);
        }
    }

    /// <summary>Runs in a transaction, together with others that wait.</summary>
    /// <param name="write">Returns whether its changes hold; otherwise they are taken back.</param>
    /// <param name="cancellationToken">Cancels what has not begun.</param>
    internal Task<bool> Write(Func<SqliteSession, bool> write, CancellationToken cancellationToken)
    {
        var job = new Job(write, cancellationToken);
        ObjectDisposedException.ThrowIf(!waiting.Writer.TryWrite(job), this);
        return job.Done.Task;
    }

    private void CloseReaders()
    {
        while (readers is not null && readers.TryPop(out var reader)) reader.Dispose();
    }

    private SqliteSession Open()
    {
        var session = new SqliteSession(new SqliteConnection(connectionString));
        session.Connection.Open();
        session.Execute("PRAGMA journal_mode = WAL");
        session.Execute("PRAGMA synchronous = FULL");
        return session;
    }

    private async Task Write()
    {
        var jobs = new List<Job>(MostJobsPerTransaction);
        // It runs on whatever thread a click brings, and must never come to depend on that thread's own context.
        while (await waiting.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (jobs.Count < MostJobsPerTransaction && waiting.Reader.TryRead(out var job))
            {
                if (job.CancellationToken.IsCancellationRequested) job.Done.TrySetCanceled(job.CancellationToken);
                else jobs.Add(job);
            }

            if (jobs.Count > 0) Commit(jobs);
            jobs.Clear();

            // The click whose thread this is has its answer: what came meanwhile is for another thread.
            await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        }
    }

    private void Commit(List<Job> jobs)
    {
        var held = new bool[jobs.Count];
        try
        {
            lock (writer)
            {
                writer.Execute("BEGIN IMMEDIATE");
                try
                {
                    for (var i = 0; i < jobs.Count; i++) held[i] = Savepoint(jobs[i]);
                    writer.Execute("COMMIT");
                }
                catch
                {
                    RollBack();
                    throw;
                }
            }
        }
#pragma warning disable CA1031 // whatever it was, everybody who waits must hear of it and the writer must live on
        catch (Exception fault)
#pragma warning restore CA1031
        {
            foreach (var job in jobs) job.Done.TrySetException(new StorageFaultException($"SQLite: {fault.Message}", fault));
            return;
        }

        for (var i = 0; i < jobs.Count; i++) jobs[i].Done.TrySetResult(held[i]);
    }

    private void RollBack()
    {
        try
        {
            writer.Execute("ROLLBACK");
        }
        catch (SqliteException)
        {
            // After a full disk or an i/o error SQLite has rolled back by itself.
        }
    }

    private bool Savepoint(Job job)
    {
        writer.Execute("SAVEPOINT job");
        var held = job.Work(writer);
        if (!held) writer.Execute("ROLLBACK TO job");
        writer.Execute("RELEASE job");
        return held;
    }

    private sealed record Job(Func<SqliteSession, bool> Work, CancellationToken CancellationToken)
    {
        public TaskCompletionSource<bool> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
