using System.Text.Json.Nodes;
using LeerkringBot.Cards;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Domain.Polls;
using LeerkringBot.Tests.Reminders;

namespace LeerkringBot.Tests.Polls;

/// <summary>Who is silent, whether they were reached, and the one click that reminds them.</summary>
public sealed class SilentFlowTests : IDisposable
{
    private readonly ReminderDesk desk = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private TestBot Bot => desk.Bot;

    private IBroadcastStore Broadcasts => Bot.Get<IBroadcastStore>();

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task The_list_names_silent_municipalities_their_people_and_whether_each_was_reached()
    {
        var (answered, officer, mailed, unsure) = (await Bot.Confirmed(1), await Bot.Confirmed(3, "zeist"), await Bot.Confirmed(4, "debilt"), await Bot.Confirmed(5, "debilt"));
        foreach (var number in new[] { 2, 6 }) await Bot.Confirmed(number, "zeist");
        await desk.Contact(officer, "GM0355", "persoon3@zeist.example");
        Bot.Messenger.Outcome = to => to == new Recipient.OfMember(mailed.Id) ? new SendOutcome.NotSent(NotSentReason.BlockedByUser) : to == new Recipient.OfMember(unsure.Id) ? new SendOutcome.Uncertain() : null;
        await desk.Ask(TestBot.Thorbecke, answered, officer, mailed, unsure);
        await Answers(answered);

        var seen = await List();

        Assert.Contains("3 gemeenten, samen 5 personen.", seen);
        Assert.Contains("Van deze gemeenten ken ik nog niemand: Barneveld", seen);
        Assert.Contains("De Bilt\n**Persoon 4**: bereikt per e-mail op dinsdag 5 januari\n**Persoon 5**: misschien bereikt op dinsdag 5 januari", seen);
        Assert.Contains("Zeist\n**Persoon 3 (contactambtenaar)**: bereikt op dinsdag 5 januari\n**Persoon 2**: nog niets gestuurd\n**Persoon 6**: nog niets gestuurd", seen);
        Assert.DoesNotContain("Persoon 1", seen);
        Assert.DoesNotContain("kanaal", seen);
        await desk.AskChannel(TestBot.Thorbecke);
        Assert.Contains("De peiling staat ook in een kanaal.", await List());
    }

    [Fact]
    public async Task What_the_bot_reminded_of_itself_reached_them_too_and_what_was_taken_back_did_not()
    {
        var first = await Bot.Confirmed(1);
        await desk.Contact(first, "GM0867", "persoon1@waalwijk.example");
        await desk.At("2027-01-28T09:00");
        Assert.Single(desk.To(first));
        Assert.Contains("**Persoon 1 (contactambtenaar)**: bereikt op donderdag 28 januari", await List());

        var id = (await Broadcasts.Recent(DateTimeOffset.UnixEpoch, Stop)).Single(one => one.Content.Kind == "reminder-poll").Id;
        await Broadcasts.Change(id, now => now with { Recall = "vergissing" }, Stop);
        Assert.Contains("**Persoon 1 (contactambtenaar)**: nog niets gestuurd", await List());
    }

    [Fact]
    public async Task One_click_reminds_exactly_those_who_are_silent_and_pressing_twice_sends_once()
    {
        var (answered, silent, muted, vng) = (await Bot.Confirmed(1), await Bot.Confirmed(2, "zeist"), await Bot.Confirmed(3, "zeist"), Bot.Person(4, "vng"));
        await vng.Says("mijn gemeente");
        await vng.Presses("Ik werk niet voor een gemeente", ("name", "VNG"));
        await muted.Clicks("reminder.mute", new JsonObject());
        await Answers(answered);
        var olga = Bot.Organiser();
        Assert.Contains("**Persoon 3**: nog niets gestuurd (wil geen herinneringen)", await List(olga));
        var (verb, data) = olga.Button("Stuur 1 persoon een herinnering");

        Assert.Contains("Herinnering: Doet uw gemeente mee", await olga.Clicks(verb, data.DeepClone()));
        await Task.WhenAll(olga.Clicks(verb, data.DeepClone()), Bot.Organiser().Clicks(verb, data.DeepClone()));
        await Sent(1);

        Assert.Equal([0, 1, 0, 0], new[] { answered, silent, muted, vng }.Select(person => desk.To(person).Count));
        Assert.Contains("Uw gemeente heeft nog niet geantwoord. De peiling sluit op zondag 31 januari", desk.OnlySeen(silent));
        Assert.Contains("Het antwoord van de gemeente Zeist: Doet mee", await silent.Presses("Doet mee"));
        Assert.DoesNotContain("Zeist", await List(olga));
    }

    [Fact]
    public async Task The_same_people_within_a_day_are_asked_about_first()
    {
        await Bot.Confirmed(1);
        var olga = Bot.Organiser();
        await List(olga);
        await olga.Presses("Stuur 1 persoon");
        await Sent(1);
        Bot.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Contains("**Persoon 1**: bereikt op dinsdag 5 januari", await List(olga));

        Assert.Contains("U heeft dit op 5 januari", (await olga.Presses("Stuur 1 persoon")).Replace("dinsdag ", "", StringComparison.Ordinal));

        await Sent(1);
        // Who does not want that sees what would go out, and is left with a draft.
        var (verb, data) = olga.Button("Ja, nog een keer");
        var preview = await olga.Presses("Terug");
        Assert.Contains("Dit gaat naar 1 persoon.", preview);
        Assert.Contains("Uw gemeente heeft nog niet geantwoord. De peiling sluit op zondag 31 januari", preview);
        Assert.Contains("Wie nog niet antwoordde", await olga.Presses("Terug"));
        await Sent(1);
        await olga.Clicks(verb, data.DeepClone());
        await Sent(2);
    }

    [Fact]
    public async Task More_than_fifty_people_are_confirmed_by_their_number()
    {
        for (var i = 1; i <= 51; i++) await Bot.Confirmed(i);
        var olga = Bot.Organiser();
        Assert.DoesNotContain("Persoon 51", await List(olga));
        Assert.Contains("Persoon 9", await olga.Presses("Volgende"));

        Assert.Contains("Dit gaat naar 51 personen. Weet u het zeker?", await olga.Presses("Stuur 51 personen een herinnering"));

        await Sent(0);
        await olga.Presses("Ja, verstuur aan 51 personen");
        await Sent(51);
    }

    [Fact]
    public async Task Who_answers_between_the_list_and_the_sending_is_passed_over()
    {
        var (quick, silent) = (await Bot.Confirmed(1), await Bot.Confirmed(2, "zeist"));
        var olga = Bot.Organiser();
        await List(olga);
        await Answers(quick);

        await olga.Presses("Stuur 2 personen een herinnering");
        await Sent(1);

        Assert.Equal((0, 1), (desk.To(quick).Count, desk.To(silent).Count));
    }

    [Fact]
    public async Task Who_speaks_for_several_municipalities_is_reminded_until_all_have_answered()
    {
        var sam = new TestPerson(Bot, 5, "Sam Samen", "sam@samen.example", Language.Dutch);
        await sam.Says("mijn gemeente");
        await sam.Presses(sam.ButtonTitles().First(title => title.Contains("Barneveld", StringComparison.Ordinal)));
        await sam.Clicks("poll.answer", new JsonObject { ["poll"] = "thorbecke", ["option"] = ThorbeckePoll.Joins, ["for"] = "GM0203" });
        var olga = Bot.Organiser();

        Assert.Contains("De Bilt\n**Sam Samen**: nog niets gestuurd", await List(olga));
        await olga.Presses("Stuur 1 persoon een herinnering");
        await Sent(1);
        await sam.Clicks("poll.answer", new JsonObject { ["poll"] = "thorbecke", ["option"] = ThorbeckePoll.Joins, ["for"] = "GM0310" });
        Assert.DoesNotContain("Sam Samen", await List(olga));
    }

    [Fact]
    public async Task Of_a_poll_of_persons_those_who_have_not_answered_themselves_stand_on_the_list()
    {
        Assert.True(await Bot.Get<IPollStore>().Add(ThorbeckePoll.Create(new("wie"), Bot.Clock.GetUtcNow().AddDays(9)) with { Template = PollTemplate.Free, Details = [], Per = VoterKind.Person }, Stop));
        await Bot.Confirmed(2);
        await Answers(await Bot.Confirmed(1), "wie");

        var seen = await List(Bot.Organiser(), "wie");

        Assert.Contains("**Persoon 2**: nog niets gestuurd", seen);
        Assert.DoesNotContain("Persoon 1", seen);
        Assert.DoesNotContain("Waalwijk", seen);
    }

    [Fact]
    public async Task The_list_is_for_organisers_and_of_a_closed_poll_nobody_is_reminded()
    {
        var person = await Bot.Confirmed(1);
        Assert.DoesNotContain("Nog niet geantwoord", await List(person));
        var olga = Bot.Organiser();
        await List(olga);
        var (verb, data) = olga.Button("Stuur 1 persoon een herinnering");
        Bot.Clock.SetUtcNow(new DateTimeOffset(2027, 2, 1, 10, 0, 0, TimeSpan.Zero));

        Assert.Contains("Persoon 1", await List(olga));
        Assert.DoesNotContain(olga.ButtonTitles(), title => title.StartsWith("Stuur", StringComparison.Ordinal));
        await olga.Clicks(verb, data.DeepClone());
        Assert.DoesNotContain(await Broadcasts.Recent(DateTimeOffset.UnixEpoch, Stop), broadcast => broadcast.Content.Kind == "poll-reminder");
    }

    private static Task<string> Answers(TestPerson person, string poll = "thorbecke") => person.Clicks("poll.answer", new JsonObject { ["poll"] = poll, ["option"] = ThorbeckePoll.Joins });

    private Task<string> List(TestPerson? who = null, string poll = "thorbecke") => (who ?? Bot.Organiser()).Clicks("poll.silent", new JsonObject { ["poll"] = poll });

    /// <summary>Waits until all that was started is sent, and counts the reminders.</summary>
    private async Task Sent(int reminders)
    {
        foreach (var broadcast in (await Broadcasts.Recent(DateTimeOffset.UnixEpoch, Stop)).Where(one => one.Content.Kind == "poll-reminder")) await desk.Done(broadcast.Id);
        Assert.Equal(reminders, desk.Count());
    }
}
