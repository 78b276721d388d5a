using System.Collections.Frozen;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Elements;
using LeerkringBot.Cards.Ideas;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Ideas;

namespace LeerkringBot.Bot.Ideas;

/// <summary>What the cards of gatherings and polls show of ideas: the ways to share one, and the agenda. Known beforehand and looked at anew every minute, because no click waits for it.</summary>
public sealed class IdeaDoors(INetwork network, IIdeaStore ideas, TimeProvider clock, ILogger<IdeaDoors> logger) : BackgroundService, IHostedLifecycleService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    private volatile Known known = new("", FrozenDictionary<GatheringId, IReadOnlyList<AgendaIdea>>.Empty);

    /// <param name="subject">What the card is about.</param>
    /// <param name="title">Of the subject.</param>
    /// <param name="texts">In the reader's language.</param>
    public IReadOnlyList<CardElement> Of(Subject subject, string title, Texts texts) => IdeaDoor.Render(subject, title, known.Mailbox, texts);

    /// <returns>Nothing where it is cancelled.</returns>
    public IReadOnlyList<CardElement> Of(Gathering gathering, Texts texts) => gathering.Cancellation is not null ? [] :
        [.. Agenda(gathering.Id, texts), .. Of(new Subject.OfGathering(gathering.Id), gathering.Title, texts)];

    /// <summary>The ideas that organisers put on its agenda; nothing where they put none.</summary>
    public IEnumerable<CardElement> Agenda(GatheringId gathering, Texts texts) => IdeaDoor.Agenda(known.Agendas.GetValueOrDefault(gathering) ?? [], texts);

    /// <summary>Looks now, after a change.</summary>
    public async Task Refresh(CancellationToken cancellationToken)
    {
        var agendas = await ideas.Agendas(cancellationToken);
        known = new((await network.Current(cancellationToken)).Mailbox, agendas.GroupBy(one => one.Gathering).ToFrozenDictionary(one => one.Key, one => (IReadOnlyList<AgendaIdea>)[.. one]));
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>By now the network file is loaded, where there is one.</summary>
    public Task StartedAsync(CancellationToken cancellationToken) => Try(cancellationToken);

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await Try(stoppingToken);
    }

    private async Task Try(CancellationToken cancellationToken)
    {
        try
        {
            await Refresh(cancellationToken);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning(fault, "What cards show of ideas could not be looked at; the next look is in a minute");
        }
    }

    private sealed record Known(string Mailbox, FrozenDictionary<GatheringId, IReadOnlyList<AgendaIdea>> Agendas);
}
