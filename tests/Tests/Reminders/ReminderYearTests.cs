using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;
using LeerkringBot.Domain.Reminders;
using LeerkringBot.Tests.Registrations;

namespace LeerkringBot.Tests.Reminders;

/// <summary>A year with both clock changes, a gathering a week and a poll a month: everybody gets every reminder once, at its moment.</summary>
public sealed class ReminderYearTests : IDisposable
{
    private static readonly DateOnly First = new(2027, 1, 6);
    private static readonly DateOnly End = new(2028, 1, 20);

    /// <summary>Summer time begins on 28 March and ends on 31 October; Easter, King's Day, Ascension Day, Whitsun and Christmas are among them.</summary>
    private readonly ReminderDesk desk = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private TestBot Bot => desk.Bot;

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task Everybody_gets_every_reminder_once_at_nine_on_its_working_day()
    {
        var (silent, comes) = (await Bot.Confirmed(1), await Bot.Confirmed(2));
        await desk.Contact(silent, "GM0867", "persoon1@waalwijk.example");
        await desk.Off(new Subject.OfGathering(TestBot.KickOff));
        await desk.Off(new Subject.OfGathering(TestBot.Followup));
        await desk.Off(new Subject.OfPoll(TestBot.Thorbecke));
        var expected = new SortedDictionary<DateOnly, List<string>>();
        var number = 0;
        for (var date = First.AddDays(30); date < End.AddDays(-30); date = date.AddDays(8))
        {
            var gathering = await Bot.Adds($"week-{++number}", one => one with { Date = date, RegisterBefore = date.AddDays(-5), Capacity = null }, $"reeks-{number}");
            await desk.Invite(gathering.Id, silent, comes);
            await comes.Comes(gathering.Id);
            var lastDay = date.AddDays(-6);
            Expect(Back(lastDay.AddDays(-7)), $"1 {gathering.Title} nog aanmelden");
            Expect(Back(lastDay.AddDays(-2)), $"1 {gathering.Title} nog aanmelden");
            Expect(Back(date.AddDays(-1)), $"2 {gathering.Title} is het zover");
            Expect(Forward(date.AddDays(1)), $"2 {gathering.Title} Bedankt");
        }

        for (var month = 1; month <= 12; month++)
        {
            // On ordinary days: what holidays do to polls, the plan's own tests tell.
            var lastDay = new DateOnly(2027, month, month == 5 ? 21 : 13);
            Assert.True(await Bot.Get<IPollStore>().Add(ThorbeckePoll.Create(new($"peiling-{month}"), DutchTime.At(lastDay.AddDays(1), TimeOnly.MinValue)), Cancellation));
            var contacts = Back(lastDay.AddDays(-3));
            Expect(contacts, "1 peiling");
            Expect(Forward(contacts.AddDays(1)), "2 peiling");
        }

        for (var day = First; day < End; day = day.AddDays(1))
        {
            var before = desk.Count();
            foreach (var time in new[] { "00:00", "02:30", "08:29", "08:59" }) await desk.At($"{day:yyyy-MM-dd}T{time}");
            Assert.True(before == desk.Count(), $"Too early on {day:yyyy-MM-dd}");
            await desk.At($"{day:yyyy-MM-dd}T09:00");
            var sent = Bot.Messenger.Sent.Where(one => ReminderDesk.IsReminder(one.Card)).Skip(before).Select(one => Told(one.To, one.Card)).Order().ToList();
            Assert.Equal(expected.GetValueOrDefault(day, []).Order(), sent);
            await desk.At($"{day:yyyy-MM-dd}T17:29");
            await desk.At($"{day:yyyy-MM-dd}T23:59");
            Assert.True(before + sent.Count == desk.Count(), $"Something more on {day:yyyy-MM-dd}");
        }

        Assert.Equal(expected.Values.Sum(one => one.Count), desk.Count());

        void Expect(DateOnly day, string what)
        {
            if (!expected.TryGetValue(day, out var list)) expected[day] = list = [];
            list.Add(what);
        }

        string Told(Recipient to, Cards.AdaptiveCard card)
        {
            var person = to == new Recipient.OfMember(silent.Id) ? silent : comes;
            person.Looks(card);
            var what = new[] { "nog aanmelden", "is het zover", "Bedankt" }.FirstOrDefault(word => person.Seen.Contains(word, StringComparison.Ordinal));
            var title = person.Seen.Split('\n', ' ').SkipWhile(word => word != "Proef").Skip(1).FirstOrDefault();
            return $"{(person == silent ? 1 : 2)} {(what is null ? "peiling" : $"Proef {title} {what}")}";
        }
    }

    private static DateOnly Back(DateOnly day) => DutchWorkingDays.Includes(day) ? day : Back(day.AddDays(-1));

    private static DateOnly Forward(DateOnly day) => DutchWorkingDays.Includes(day) ? day : Forward(day.AddDays(1));
}
