using System.Collections.Concurrent;
using LeerkringBot.Domain;

namespace LeerkringBot.Tests;

/// <summary>Writes down what is mailed.</summary>
public sealed class RecordingMailer : IMailer
{
    public ConcurrentQueue<Mail> Sent { get; } = new();

    /// <summary>What it throws instead of sending; each once.</summary>
    public ConcurrentQueue<Exception> Faults { get; } = new();

    public Task Send(Mail mail, CancellationToken cancellationToken)
    {
        if (Faults.TryDequeue(out var fault)) throw fault;
        Sent.Enqueue(mail);
        return Task.CompletedTask;
    }
}
