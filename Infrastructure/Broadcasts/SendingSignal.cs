using LeerkringBot.Infrastructure.Work;

namespace LeerkringBot.Infrastructure.Broadcasts;

/// <summary>Wakes the sender of this instance: there is something to send.</summary>
public sealed class SendingSignal
{
    private readonly WorkSignal signal = new();

    public void Raise() => signal.Raise();

    public Task Wait(TimeSpan most, TimeProvider clock, CancellationToken cancellationToken) => signal.Wait(most, clock, cancellationToken);
}
