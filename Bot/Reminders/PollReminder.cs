using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Bot.Polls;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Reminders;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Domain.Polls;
using LeerkringBot.Domain.Reminders;

namespace LeerkringBot.Bot.Reminders;

/// <summary>The poll, with what the municipality still has to do; nothing once it answered.</summary>
public sealed class PollReminder(ReminderKind kind, IPollStore polls, SilentMembers silent, PollCards cards, IBroadcastStore broadcasts, TimeProvider clock) : IReminderContent
{
    public string Kind => ReminderBroadcast.ContentOf(kind);

    public async Task<AdaptiveCard?> Personal(string subject, Member member, Texts texts, CancellationToken cancellationToken)
    {
        if (ReminderBroadcast.Read(subject) is not var (text, about)
            || !PollId.TryParse(text, out var id)
            || await polls.Find(id, cancellationToken) is not { } poll) return null;
        var now = clock.GetUtcNow();
        if (!poll.IsOpen(now) || ReminderPlan.LastDay(poll.ClosesAt) != about || !(await silent.Look(poll, member, cancellationToken)).IsSilent) return null;
        if (await WasRemindedFirst(id, about, member.Id, cancellationToken) || await WasRemindedByHand(id, member.Id, now, cancellationToken)) return null;
        return MutedCard.Under(await cards.Personal(poll, member, Line(poll, now, texts), texts, cancellationToken), texts);
    }

    /// <summary>That there is no answer yet, and until when there can be one.</summary>
    public static string Line(Poll poll, DateTimeOffset now, Texts texts)
    {
        var (day, closing) = (texts.Day(ReminderPlan.LastDay(poll.ClosesAt), DutchTime.DayOf(now).Year), TimeOnly.FromDateTime(DutchTime.WallClock(poll.ClosesAt)));
        var ofMunicipality = poll.Per == VoterKind.Municipality;
        return closing == TimeOnly.MinValue
            ? texts.Plain(ofMunicipality ? "Reminder.PollLine" : "Reminder.PollLineMine", day)
            : texts.Plain(ofMunicipality ? "Reminder.PollLineTime" : "Reminder.PollLineMineTime", day, texts.Time(closing));
    }

    /// <summary>An organiser reminded of it themselves, less than a day ago.</summary>
    private async Task<bool> WasRemindedByHand(PollId id, MemberId member, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var sent in (await broadcasts.Of(SilentReminder.Of(id), cancellationToken)).Where(one => one.IsPlanned && one.At > now - ReminderPlan.Patience))
            if (await broadcasts.Delivery(sent.Id, new Recipient.OfMember(member), cancellationToken) is { State: not DeliveryState.Skipped and not DeliveryState.Failed }) return true;
        return false;
    }

    /// <summary>Who is contact officer may have changed since yesterday.</summary>
    private async Task<bool> WasRemindedFirst(PollId id, DateOnly about, MemberId member, CancellationToken cancellationToken) =>
        kind == ReminderKind.PollColleagues
        && await broadcasts.Delivery(ReminderBroadcast.IdOf(new Subject.OfPoll(id), ReminderKind.Poll, about), new Recipient.OfMember(member), cancellationToken) is not null;
}
