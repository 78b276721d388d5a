using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Teams;
using Microsoft.Extensions.Options;

namespace LeerkringBot.Bot.Teams;

/// <summary>Sends answers. One that surely did not arrive is sent again after the pause that the channel asks for, while nobody waits: the channel doesn't ask a second time.</summary>
public sealed class Answers(IHostApplicationLifetime lifetime, IOptions<ConnectorOptions> options, TimeProvider clock, ILogger<Answers> logger)
{
    private const int MostRepetitions = 3;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <param name="send">May run several times.</param>
    /// <param name="then">Runs once, with what became of it in the end.</param>
    /// <param name="cancellationToken">Ends the first try.</param>
    public async Task Deliver(Func<CancellationToken, Task<SendOutcome>> send, Func<SendOutcome, CancellationToken, Task> then, CancellationToken cancellationToken)
    {
        var outcome = await send(cancellationToken);
        if (outcome is SendOutcome.Postponed postponed) _ = Again(postponed, send, then, lifetime.ApplicationStopping);
        else await then(outcome, cancellationToken);
    }

    private async Task Again(SendOutcome outcome, Func<CancellationToken, Task<SendOutcome>> send, Func<SendOutcome, CancellationToken, Task> then, CancellationToken stopping)
    {
        var began = clock.GetTimestamp();
        try
        {
            for (var i = 0; i < MostRepetitions && outcome is SendOutcome.Postponed postponed; i++)
            {
                var pause = postponed.RetryAfter ?? options.Value.RetryDelay;
                if (clock.GetElapsedTime(began) + pause > Longest) break;
                await Task.Delay(pause, clock, stopping);
                outcome = await send(stopping);
            }

            await then(outcome, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            logger.LogWarning("An answer was not sent again because the program stops.");
        }
#pragma warning disable CA1031 // nobody waits for this, so nobody else would hear of it
        catch (Exception fault)
#pragma warning restore CA1031
        {
            logger.Failed("An answer", fault);
        }
    }
}
