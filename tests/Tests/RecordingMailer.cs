using System.Collections.Concurrent;
using LeerkringBot.Domain;

namespace LeerkringBot.Tests;

/// <summary>Writes down what is mailed.</summary>
public sealed class RecordingMailer : IMailer
{
    public ConcurrentQueue<Mail> Sent { get; } = new();

    public Task Send(Mail mail, CancellationToken cancellationToken)
    {
        Sent.Enqueue(mail);
        return Task.CompletedTask;
    }
}
