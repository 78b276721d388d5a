using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Bot.Polls;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Broadcasts;
using LeerkringBot.Cards.Elements;
using LeerkringBot.Cards.Reminders;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Bot.Reminders;

/// <summary>A reminder of a poll that an organiser sends to who is silent, at the moment they want; nothing for who answered meanwhile.</summary>
public sealed class SilentReminder(IPollStore polls, SilentMembers silent, PollCards cards, PollContent content, TimeProvider clock) : IComposable
{
    public const string Name = "poll-reminder";

    /// <summary>Who is silent and wants reminders.</summary>
    public static string Audience { get; } = ReminderAudience.KindOf(SilentAudience.NameOf(SilentPart.Everybody));

    public string Kind => Name;

    // It begins on the list of who is silent.
    public IReadOnlyList<string> Words => [];

    public static BroadcastContent Of(PollId id) => new(Name, id.ToString());

    /// <summary>Sends it with one click. Pressing twice sends once; many people, or the same people within a day, are asked about first.</summary>
    /// <param name="poll">Open.</param>
    /// <param name="title">What stands on the button.</param>
    public static CardButton Button(PollId poll, string title) => PreviewCard.Send.Button(title, new(Name, Key.New(), poll.ToString(), $"{Audience}:"));

    public Task<ChannelCard?> Neutral(string subject, CancellationToken cancellationToken) => content.Neutral(subject, cancellationToken);

    public async Task<AdaptiveCard?> Personal(string subject, Member member, Texts texts, CancellationToken cancellationToken)
    {
        if (await Open(subject, cancellationToken) is not { } poll || !(await silent.Look(poll, member, cancellationToken)).IsSilent) return null;
        return MutedCard.Under(await cards.Personal(poll, member, PollReminder.Line(poll, clock.GetUtcNow(), texts), texts, cancellationToken), texts);
    }

    public async Task<ComposeCard.Choices> Choices(Texts texts, CancellationToken cancellationToken) => new([.. (await polls.Open(cancellationToken)).Select(poll => new Choice(poll.Question, poll.Id.ToString()))], null);

    public async Task<Draft?> Prepare(ComposeCard.PreviewData chosen, CancellationToken cancellationToken)
    {
        if (chosen.Subject is not { } subject || await Open(subject, cancellationToken) is not { } poll) return null;
        var card = (await cards.Neutral(poll, cancellationToken)).Card;
        return new(subject, card with { Body = [Part.Notice(PollReminder.Line(poll, clock.GetUtcNow(), Texts.Dutch), "accent"), .. card.Body] }, _ => Task.CompletedTask, poll.ClosesAt);
    }

    private async Task<Poll?> Open(string subject, CancellationToken cancellationToken) =>
        PollId.TryParse(subject, out var id) && await polls.Find(id, cancellationToken) is { } poll && poll.IsOpen(clock.GetUtcNow()) ? poll : null;
}
