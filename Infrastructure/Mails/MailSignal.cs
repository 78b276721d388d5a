using LeerkringBot.Infrastructure.Work;

namespace LeerkringBot.Infrastructure.Mails;

/// <summary>Wakes what sends mail, or what reads it: there is something to do.</summary>
public sealed class MailSignal
{
    private readonly WorkSignal signal = new();

    public void Raise() => signal.Raise();

    public Task Wait(TimeSpan most, TimeProvider clock, CancellationToken cancellationToken) => signal.Wait(most, clock, cancellationToken);
}
