using System.Globalization;
using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Broadcasts;
using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Bot.Polls;

/// <summary>Polls as something to send: one that runs already, or a new Thorbecke poll.</summary>
public sealed class PollContent(IPollStore polls, PollCards cards, TimeProvider clock) : IComposable
{
    public const string Name = "poll";

    private const int ProposedDays = 21;

    public string Kind => Name;

    public IReadOnlyList<string> Words => ["peiling", "peilen", "poll"];

    public static BroadcastContent Of(PollId id) => new(Name, id.ToString());

    public async Task<ChannelCard?> Neutral(string subject, CancellationToken cancellationToken) =>
        PollId.TryParse(subject, out var id) && await polls.Find(id, cancellationToken) is { } poll ? await cards.Neutral(poll, cancellationToken) : null;

    public async Task<AdaptiveCard?> Personal(string subject, Member member, Texts texts, CancellationToken cancellationToken) =>
        PollId.TryParse(subject, out var id) && await polls.Find(id, cancellationToken) is { } poll
            ? await cards.Personal(poll, member, null, texts, cancellationToken)
            : null;

    public async Task<ComposeCard.Choices> Choices(Texts texts, CancellationToken cancellationToken)
    {
        var today = DutchTime.DayOf(clock.GetUtcNow());
        var open = await polls.Open(cancellationToken);
        return new(
            [
                .. open.Select(poll => new Choice(texts.Plain("Compose.poll.Open", poll.Question, texts.Day(DutchTime.DayOf(poll.ClosesAt.AddMinutes(-1)), today.Year)), poll.Id.ToString())),
                new Choice(texts.Plain("Compose.poll.New", ThorbeckePoll.Create(new(ComposeCard.New), clock.GetUtcNow()).Question), ComposeCard.New),
            ],
            (today.AddDays(ProposedDays), today.AddDays(1)));
    }

    public async Task<Draft?> Prepare(ComposeCard.PreviewData chosen, CancellationToken cancellationToken)
    {
        if (chosen.Subject != ComposeCard.New)
            return PollId.TryParse(chosen.Subject, out var running) && await polls.Find(running, cancellationToken) is { } known && known.IsOpen(clock.GetUtcNow())
                ? new(running.ToString(), (await cards.Neutral(known, cancellationToken)).Card, _ => Task.CompletedTask, known.ClosesAt)
                : null;

        if (!PollId.TryParse(chosen.Draft, out var id)
            || !DateOnly.TryParseExact(chosen.LastDay, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var lastDay)
            || lastDay <= DutchTime.DayOf(clock.GetUtcNow())
            || lastDay.Year > 9000) return null;
        var poll = ThorbeckePoll.Create(id, DutchTime.At(lastDay.AddDays(1), TimeOnly.MinValue));
        return new(id.ToString(), (await cards.Neutral(poll, cancellationToken)).Card, token => polls.Add(poll, token), poll.ClosesAt);
    }
}
