using System.Collections.Concurrent;
using LeerkringBot.Domain;

namespace LeerkringBot.Tests;

/// <summary>Writes down what is mailed.</summary>
public sealed class RecordingMailer : IMailer
{
    public ConcurrentQueue<Mail> Sent { get; } = new();

    /// <summary>What happens instead of sending; each once.</summary>
    public ConcurrentQueue<MailOutcome> Instead { get; } = new();

    public Task<MailOutcome> Send(Mail mail, CancellationToken cancellationToken)
    {
        if (Instead.TryDequeue(out var outcome)) return Task.FromResult(outcome);
        Sent.Enqueue(mail);
        return Task.FromResult<MailOutcome>(new MailOutcome.Sent());
    }
}
