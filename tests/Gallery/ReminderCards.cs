using LeerkringBot.Cards;
using LeerkringBot.Cards.Elements;
using LeerkringBot.Cards.Ideas;
using LeerkringBot.Cards.Polls;
using LeerkringBot.Cards.Registrations;
using LeerkringBot.Cards.Reminders;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;
using LeerkringBot.Domain.Registrations;
using LeerkringBot.Domain.Reminders;

namespace LeerkringBot.Gallery;

internal static class ReminderCards
{
    public static IEnumerable<(string State, AdaptiveCard Card)> All(Specimens specimens, Texts texts)
    {
        var (gathering, poll) = (specimens.Gathering, specimens.Poll);
        var sheet = RegistrationSheet.Open(gathering);
        var mine = new Registration(new("anna"), true, "GM0867", 1, Specimens.Now);
        var year = Specimens.Now.Year;

        yield return ("reminder of the deadline", Invited(null, texts.Plain("Reminder.DeadlineLine", texts.Day(gathering.LastRegistrationDay, year))));
        yield return ("reminder of tomorrow", Invited(mine, texts["Reminder.EveTomorrow"]));
        yield return ("reminder of a poll", MutedCard.Under(
            PollCard.Render(new(poll, PollTally.Empty, specimens.Network, Voter.Of(Specimens.Waalwijk), ResultSight.Shown, false, Specimens.Now), texts, texts.Plain("Reminder.PollLine", texts.Day(ReminderPlan.LastDay(poll.ClosesAt), year))),
            texts));
        yield return ("thanks", MutedCard.Under(ThanksCard.Render(gathering, IdeaDoor.Render(new Subject.OfGathering(gathering.Id), gathering.Title, specimens.Network.Mailbox, texts), Specimens.Now, texts), texts));
        yield return ("reminders off", MutedCard.Render(true, texts));
        yield return ("reminders on", MutedCard.Render(false, texts));

        var ofGathering = new Subject.OfGathering(gathering.Id);
        var ofPoll = new Subject.OfPoll(poll.Id);
        yield return ("reminders of a gathering", Settings(ofGathering, gathering.Title, null,
            Line(ReminderKind.Deadline, new ReminderStanding.Sent(Specimens.Now.AddDays(-1))),
            Line(ReminderKind.LastCall, new ReminderStanding.Planned(DutchTime.At(new(2027, 1, 22), new(9, 0)), 12)),
            Line(ReminderKind.Eve, new ReminderStanding.Planned(DutchTime.At(new(2027, 2, 1), new(9, 0)), 1)),
            Line(ReminderKind.Thanks, new ReminderStanding.Off())));
        yield return ("reminders of a gathering, mistakes", Settings(ofGathering, gathering.Title, texts["Reminder.Mistakes"],
            Line(ReminderKind.Deadline, new ReminderStanding.Late(3), ReminderMistake.NotSoManyDays),
            Line(ReminderKind.LastCall, new ReminderStanding.Over(), ReminderMistake.NotAfterTheFirst),
            Line(ReminderKind.Eve, new ReminderStanding.Off()),
            Line(ReminderKind.Thanks, new ReminderStanding.Off())));
        yield return ("reminders of a poll", Settings(ofPoll, poll.Question, texts["Reminder.Saved"],
            Line(ReminderKind.Poll, new ReminderStanding.Planned(DutchTime.At(new(2027, 1, 28), new(9, 0)), 4)),
            Line(ReminderKind.PollColleagues, new ReminderStanding.Planned(DutchTime.At(new(2027, 1, 29), new(9, 0)), 0))));

        AdaptiveCard Invited(Registration? registration, string line) =>
            MutedCard.Under(InvitationCard.Render(new(gathering, sheet, new(registration, "https://bot.m50.example/agenda/x"), Specimens.Now), texts, line), texts);

        AdaptiveCard Settings(Subject subject, string title, string? notice, params ReminderSettingsCard.Line[] lines) =>
            ReminderSettingsCard.Render(subject, title, lines, Back(), notice, Specimens.Now, texts);

        CardButton Back() => GatheringOverviewCard.Show.Button(texts["Reminder.Back"], new(gathering.Id.ToString()), withInputs: false);

        static ReminderSettingsCard.Line Line(ReminderKind kind, ReminderStanding standing, ReminderMistake? mistake = null) =>
            new(kind, ReminderSetting.Default(kind) with { IsOn = standing is not ReminderStanding.Off }, standing, mistake);
    }
}
