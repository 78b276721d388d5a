using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Domain.Reminders;

namespace LeerkringBot.Bot.Reminders;

/// <summary>A reminder that the bot sends of itself: it reaches people in working hours only, also where it was put off.</summary>
public interface IReminderContent : IPersonalContent
{
    DateTimeOffset? IPersonalContent.NotBefore(DateTimeOffset now) => ReminderHours.OnOrAfter(now);
}
