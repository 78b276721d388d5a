using System.Text.Json.Nodes;
using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Bot.Members;
using LeerkringBot.Bot.Polls;
using LeerkringBot.Bot.Reminders;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Domain.Gatherings;
using LeerkringBot.Domain.Polls;
using LeerkringBot.Domain.Reminders;
using LeerkringBot.Infrastructure.Storage;
using LeerkringBot.Tests.Registrations;
using Microsoft.Extensions.DependencyInjection;

namespace LeerkringBot.Tests.Reminders;

/// <summary>Who is reminded of what, and who is not any more.</summary>
public sealed class ReminderFlowTests : IDisposable
{
    private readonly ReminderDesk desk = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private TestBot Bot => desk.Bot;

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task Who_was_invited_and_gave_no_answer_is_reminded_a_week_and_two_days_before_the_deadline()
    {
        var (silent, comes, declines, stranger) = (await Bot.Confirmed(1), await Bot.Confirmed(2), await Bot.Confirmed(3), await Bot.Confirmed(4));
        await desk.Invite(TestBot.KickOff, silent, comes, declines);
        await comes.Comes(TestBot.KickOff);
        await declines.Opens(TestBot.KickOff);
        await declines.Presses("Ik kan helaas niet");

        await desk.At("2027-01-21T08:59");
        Assert.Equal(0, desk.Count());
        await desk.At("2027-01-21T09:00");
        Assert.Contains("U kunt zich nog aanmelden tot en met donderdag 28 januari.", desk.OnlySeen(silent));
        Assert.Contains("Stadhuis, Plein 1, Waalwijk", silent.Seen);
        await desk.At("2027-01-25T09:00");
        Assert.Equal(1, desk.Count());
        await desk.At("2027-01-26T09:00");
        Assert.Equal((2, 2), (desk.Count(), desk.To(silent).Count));
        Assert.Empty(desk.To(stranger));
        silent.Looks(desk.To(silent)[1]);
        Assert.Contains("U bent aangemeld", await silent.Presses("Ik kom"));
        await desk.At("2027-01-27T17:00");
        Assert.Equal(2, desk.Count());
    }

    [Fact]
    public async Task Organisers_find_reminders_among_what_was_sent_and_who_got_one_finds_it_in_their_file()
    {
        var silent = await Bot.Confirmed(1);
        await desk.Invite(TestBot.KickOff, silent);
        await desk.At("2027-01-21T09:00");

        var organiser = Bot.Organiser();
        await organiser.Says("verzendingen");

        Assert.Contains("Herinnering: ", organiser.Seen, StringComparison.Ordinal);
        await organiser.Presses("Bekijken");
        for (var i = 0; i < 500 && organiser.ButtonTitles().Contains("Hoe staat het ervoor?"); i++)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
            await organiser.Presses("Hoe staat het ervoor?");
        }

        Assert.Contains("1 van 1", organiser.Seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Kopiëren", organiser.ButtonTitles());
        var member = (await Bot.Get<IMembers>().Find(silent.Id, Cancellation))!;
        var file = await Bot.Services.GetServices<IPersonalData>().OfType<BroadcastPersonalData>().Single().Of(member, Cancellation);
        Assert.Contains(file.SelectMany(item => item.Facts), fact => fact.Value.StartsWith("Herinnering: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_could_not_go_out_in_working_hours_waits_for_the_next_and_passes_over_who_answered_meanwhile()
    {
        var (silent, answers) = (await Bot.Confirmed(1), await Bot.Confirmed(2));
        await desk.Invite(TestBot.KickOff, silent, answers);
        // Teams puts it off in the last minute.
        Bot.Messenger.Outcome = _ => new SendOutcome.Postponed(TimeSpan.FromMinutes(2));
        desk.Set("2027-01-21T17:29");
        await Bot.Get<ReminderSweep>().Sweep(Cancellation);
        var id = ReminderBroadcast.IdOf(new Subject.OfGathering(TestBot.KickOff), ReminderKind.Deadline, new(2027, 1, 28));
        await TestBot.Until(() => Deliveries(id) is { Count: 2 } rows && rows.All(one => one.Postponements == 1));
        var tried = desk.Count();
        Bot.Messenger.Outcome = _ => null;

        Bot.Clock.AdjustTime(ReminderDesk.Moment("2027-01-21T17:32"));
        Bot.Clock.Advance(TimeSpan.FromSeconds(2));
        await TestBot.Until(() => Deliveries(id).All(one => one.Postponements == 2));
        Assert.Equal(tried, desk.Count());
        Assert.All(Deliveries(id), one => Assert.Equal(ReminderDesk.Moment("2027-01-22T09:00"), one.NotBefore!.Value, TimeSpan.FromMinutes(1)));

        await answers.Comes(TestBot.KickOff);
        Bot.Clock.AdjustTime(ReminderDesk.Moment("2027-01-22T09:01"));
        Bot.Clock.Advance(TimeSpan.FromSeconds(2));
        await TestBot.Until(() => Deliveries(id).All(one => one.State is DeliveryState.Sent or DeliveryState.Skipped));
        Assert.Equal((1, SkipReason.Answered), (Deliveries(id).Count(one => one.State == DeliveryState.Sent), Deliveries(id).Single(one => one.Recipient == new Recipient.OfMember(answers.Id)).Skipped));
    }

    [Fact]
    public async Task Who_answers_after_the_first_reminder_gets_no_second()
    {
        var (first, second) = (await Bot.Confirmed(1), await Bot.Confirmed(2));
        await desk.Invite(TestBot.KickOff, first, second);
        await desk.At("2027-01-21T09:00");
        first.Looks(desk.To(first)[0]);
        await first.Presses("Ik kan helaas niet");

        await desk.At("2027-01-26T09:00");

        Assert.Equal((1, 2), (desk.To(first).Count, desk.To(second).Count));
    }

    [Fact]
    public async Task Who_sees_the_invitation_in_the_channel_is_reminded_too()
    {
        var (silent, comes) = (await Bot.Confirmed(1), await Bot.Confirmed(2));
        Bot.Messenger.Team.AddRange(await Task.WhenAll(new[] { silent, comes }.Select(async person => (await Bot.Get<IMembers>().Find(person.Id, Cancellation))!)));
        await desk.InviteChannel(TestBot.KickOff);
        await comes.Comes(TestBot.KickOff);

        await desk.At("2027-01-21T09:00");

        Assert.Equal((1, 1), (desk.To(silent).Count, desk.Count()));
    }

    [Fact]
    public async Task Who_was_invited_less_than_a_day_ago_is_left_alone_until_the_next_one()
    {
        var (early, late) = (await Bot.Confirmed(1), await Bot.Confirmed(2));
        desk.Set("2027-01-20T09:00");
        await desk.Invite(TestBot.KickOff, early);
        desk.Set("2027-01-20T09:01");
        await desk.Invite(TestBot.KickOff, late);

        await desk.At("2027-01-21T09:00");
        Assert.Equal((1, 0), (desk.To(early).Count, desk.To(late).Count));
        await desk.At("2027-01-26T09:00");
        Assert.Equal((2, 1), (desk.To(early).Count, desk.To(late).Count));
    }

    [Fact]
    public async Task Who_was_brought_by_address_has_answered()
    {
        var bringer = await Bot.Confirmed(1);
        await bringer.Comes(TestBot.KickOff);
        await bringer.Clicks("registration.bring", new JsonObject { ["gathering"] = TestBot.KickOff.ToString(), ["name"] = "Persoon Twee", ["email"] = "persoon2@zeist.example" });
        await desk.Invite(TestBot.KickOff, bringer, await Bot.Confirmed(2, "zeist"));

        await desk.At("2027-01-21T09:00");

        Assert.Equal(0, desk.Count());
    }

    [Fact]
    public async Task Of_two_late_reminders_of_the_deadline_only_the_last_goes()
    {
        var silent = await Bot.Confirmed(1);
        await desk.Invite(TestBot.KickOff, silent);

        await desk.At("2027-01-27T08:29:59");
        Assert.Equal(0, desk.Count());
        await desk.At("2027-01-27T08:30");
        await desk.At("2027-01-27T17:29");

        Assert.Equal(1, desk.Count());
    }

    [Theory]
    [InlineData(ResultsFor.Everybody, 1)]
    [InlineData(ResultsFor.AfterClosing, 1)]
    [InlineData(ResultsFor.Organisers, 0)]
    public async Task Who_answered_a_poll_gets_its_result_once_when_it_has_closed(ResultsFor results, int told)
    {
        var (answered, silent) = (await Bot.Confirmed(1), await Bot.Confirmed(2));
        await desk.Off(new Subject.OfPoll(TestBot.Thorbecke));
        var poll = ThorbeckePoll.Create(new("kort"), ReminderDesk.Moment("2027-01-15T00:00")) with { Results = results };
        Assert.True(await Bot.Get<IPollStore>().Add(poll, Cancellation));
        desk.Set("2027-01-14T18:00");
        await answered.Clicks("poll.answer", new JsonObject { ["poll"] = "kort", ["option"] = ThorbeckePoll.Joins });

        Assert.Contains("Doet mee", answered.Seen);
        await desk.At("2027-01-15T08:29");
        Assert.Equal(0, desk.Count());
        await desk.At("2027-01-15T09:00");
        await desk.At("2027-01-18T09:00");

        Assert.Equal((told, 0), (desk.To(answered).Count, desk.To(silent).Count));
        if (told == 0) return;
        var seen = desk.OnlySeen(answered);
        Assert.Contains("De peiling is gesloten. Bedankt voor uw antwoord. Dit is de uitslag.", seen);
        Assert.Contains("Geantwoord: 1 van de", seen);
    }

    [Fact]
    public async Task The_result_goes_to_who_was_corrected_too_and_for_what_came_by_phone_to_the_contact_officers()
    {
        var (corrected, corrector) = (await Bot.Confirmed(1), await Bot.Confirmed(2));
        var (officer, colleague) = (await Bot.Confirmed(3, "zeist"), await Bot.Confirmed(4, "zeist"));
        var (barneveld, silent) = (await Bot.Confirmed(5, "barneveld"), await Bot.Confirmed(6, "debilt"));
        await desk.Contact(officer, "GM0355", "persoon3@zeist.example");
        await Closes("kort", VoterKind.Municipality, isAnonymous: false);
        await Answers(corrected, "kort", ThorbeckePoll.Joins);
        await Answers(corrector, "kort", ThorbeckePoll.Declines);
        await corrector.Presses("Ja, verander in");
        foreach (var municipality in new[] { "GM0355", "GM0203" })
            await Bot.Organiser().Clicks("poll.enter", new JsonObject { ["poll"] = "kort", ["municipality"] = municipality, ["choice"] = ThorbeckePoll.Joins, ["source"] = "telefonisch" });

        await desk.At("2027-01-15T09:00");

        Assert.Equal([1, 1, 1, 0, 1, 0], new[] { corrected, corrector, officer, colleague, barneveld, silent }.Select(person => desk.To(person).Count));
        Assert.Contains("Doet mee\n2 gemeenten: Barneveld, Zeist", desk.OnlySeen(corrected));
    }

    [Theory]
    [InlineData(VoterKind.Person, 1, 0)]
    [InlineData(VoterKind.Municipality, 1, 1)]
    public async Task The_result_of_an_anonymous_poll_goes_to_who_took_part_or_to_their_municipality(VoterKind per, int took, int ofColleague)
    {
        var (person, colleague, silent) = (await Bot.Confirmed(1), await Bot.Confirmed(2), await Bot.Confirmed(3, "zeist"));
        await Closes("kort", per, isAnonymous: true);
        await Answers(person, "kort", ThorbeckePoll.Joins);

        await desk.At("2027-01-15T09:00");

        Assert.Equal([took, ofColleague, 0], new[] { person, colleague, silent }.Select(one => desk.To(one).Count));
    }

    [Fact]
    public async Task A_poll_that_was_opened_again_and_closes_on_the_same_day_has_a_result_of_its_own()
    {
        var person = await Bot.Confirmed(1);
        await Closes("kort", VoterKind.Municipality, isAnonymous: false);
        await Answers(person, "kort", ThorbeckePoll.Joins);
        await Closed("2027-01-14T09:30");
        await desk.At("2027-01-14T09:40");
        Assert.Single(desk.To(person));
        await Closed("2027-01-14T11:00");
        await desk.At("2027-01-14T11:10");
        await desk.At("2027-01-14T11:20");

        Assert.Equal(2, desk.To(person).Count);

        async Task Closed(string local)
        {
            var polls = Bot.Get<IPollStore>();
            Assert.True(await polls.Replace((await polls.Find(new("kort"), Cancellation))! with { ClosesAt = ReminderDesk.Moment(local) }, Cancellation));
        }
    }

    [Fact]
    public async Task A_poll_that_is_opened_again_days_after_it_closed_lives_on_in_its_channel()
    {
        await desk.AskChannel(TestBot.Thorbecke);
        var olga = Bot.Organiser();
        await olga.Clicks("poll.close", new JsonObject { ["poll"] = "thorbecke" });
        desk.Set("2027-01-09T10:00");
        await Bot.Get<SharedCardRefresh>().Sweep(Cancellation);
        Bot.Messenger.Updated.Clear();
        Assert.Contains("Weer open", await olga.Clicks("poll.reopen", new JsonObject { ["poll"] = "thorbecke", ["lastDay"] = "2027-01-25" }));

        await TestBot.Until(() => Bot.Messenger.Updated.Any(one => one.Posted.Recipient is Recipient.OfChannel));
        olga.Looks(Bot.Messenger.Updated.Last(one => one.Posted.Recipient is Recipient.OfChannel).Card);
        Assert.Contains("maandag 25 januari", olga.Seen);
        Assert.Contains(await Bot.Get<ISharedCardStore>().All(Cancellation), card => card.Content == PollContent.Of(TestBot.Thorbecke));
    }

    [Fact]
    public async Task Whom_an_organiser_reminded_less_than_a_day_ago_is_not_reminded_again()
    {
        var (reminded, late) = (await Bot.Confirmed(1), await Bot.Confirmed(2, "zeist"));
        desk.Set("2027-01-28T08:30");
        Assert.True(PollId.TryParse("thorbecke", out var poll));
        await Bot.Get<SendBroadcast>().Start(new("hand", SilentReminder.Of(poll), new("named", new Recipient.OfMember(reminded.Id).Key), Bot.Organiser().Id, Bot.Clock.GetUtcNow()), Cancellation);
        await desk.Done("hand");

        await desk.At("2027-01-28T09:00");
        await desk.At("2027-01-29T09:00");

        Assert.Equal((1, 1), (desk.To(reminded).Count, desk.To(late).Count));
    }

    private async Task Closes(string id, VoterKind per, bool isAnonymous)
    {
        await desk.Off(new Subject.OfPoll(TestBot.Thorbecke));
        var poll = ThorbeckePoll.Create(new(id), ReminderDesk.Moment("2027-01-15T00:00")) with { Template = PollTemplate.Free, Details = [], Per = per, IsAnonymous = isAnonymous, Results = ResultsFor.AfterClosing };
        Assert.True(await Bot.Get<IPollStore>().Add(poll, Cancellation));
        desk.Set("2027-01-14T18:00");
    }

    private static Task<string> Answers(TestPerson person, string poll, string option) => person.Clicks("poll.answer", new JsonObject { ["poll"] = poll, ["option"] = option });

    [Fact]
    public async Task After_the_deadline_nobody_is_reminded_of_it()
    {
        await desk.Off(new Subject.OfPoll(TestBot.Thorbecke));
        await desk.Invite(TestBot.KickOff, await Bot.Confirmed(1));

        await desk.At("2027-01-29T09:00");

        Assert.Equal(0, desk.Count());
    }

    [Fact]
    public async Task Who_comes_gets_the_practicalities_and_the_programme_the_working_day_before_guests_by_mail()
    {
        var (comes, silent) = (await Bot.Confirmed(1), await Bot.Confirmed(2));
        await comes.Comes(TestBot.KickOff);
        await comes.Clicks("registration.bring", new JsonObject { ["gathering"] = TestBot.KickOff.ToString(), ["name"] = "Gerda Gast", ["email"] = "gerda@elders.example" });
        await TestBot.Until(() => Mailed("gerda@elders.example").Count == 1);

        await desk.At("2027-02-03T08:59");
        Assert.Equal(0, desk.Count());
        await desk.At("2027-02-03T09:00");

        Assert.Contains("Morgen is het zover.", desk.OnlySeen(comes));
        Assert.Contains("13.30 – 13.45\nWelkom", comes.Seen);
        Assert.Contains("Aanmelden kon tot en met", comes.Seen);
        Assert.Empty(desk.To(silent));
        var mail = Mailed("gerda@elders.example")[1];
        Assert.Contains("Morgen is het zover. U bent aangemeld.\n\nProgramma:\n13.30 – 13.45: Welkom", mail.Text);
        Assert.NotNull(mail.Calendar);
    }

    [Fact]
    public async Task A_gathering_on_Monday_is_announced_on_Friday_and_a_late_reminder_of_today_says_today()
    {
        var comes = await Bot.Confirmed(1);
        var monday = await Bot.Adds("maandag", gathering => gathering with { Date = new(2027, 2, 8), RegisterBefore = new(2027, 2, 2) });
        await comes.Comes(monday.Id);
        await desk.At("2027-02-05T09:00");
        Assert.Contains("Op maandag 8 februari is het zover.", desk.OnlySeen(comes));

        var other = await Bot.Confirmed(2);
        await other.Comes(TestBot.Followup);
        await desk.At("2027-02-11T08:30");
        Assert.Contains("Vandaag is het zover.", desk.OnlySeen(other));
    }

    [Fact]
    public async Task The_day_after_who_came_is_thanked_and_asked_for_ideas_guests_by_mail()
    {
        var (came, declined) = (await Bot.Confirmed(1), await Bot.Confirmed(2));
        await came.Comes(TestBot.KickOff);
        await came.Clicks("registration.bring", new JsonObject { ["gathering"] = TestBot.KickOff.ToString(), ["name"] = "Gerda Gast", ["email"] = "gerda@elders.example" });
        await declined.Clicks("registration.decline", new JsonObject { ["gathering"] = TestBot.KickOff.ToString() });

        await desk.At("2027-02-04T17:00");
        Assert.Equal(0, desk.Count());
        await desk.At("2027-02-05T09:00");

        Assert.Contains("Kick-off was op donderdag 4 februari. Bedankt voor het meedoen.", desk.OnlySeen(came));
        Assert.Contains("Deel uw ideeën", came.Seen);
        Assert.Contains("Mail uw idee naar secretariaat@m50.example", came.Seen);
        Assert.Equal([$"mailto:secretariaat@m50.example?subject=Idee%20bij%20Kick-off%20%5B{SubjectReference.Of(new Subject.OfGathering(TestBot.KickOff))}%5D"], came.Links());
        Assert.Empty(desk.To(declined));
        var mail = Mailed("gerda@elders.example")[^1];
        Assert.Equal(("Bedankt: Kick-off", null), (mail.Subject, mail.Calendar));
        Assert.Contains("Deel uw ideeën.", mail.Text);
        Assert.Contains($"[{SubjectReference.Of(new Subject.OfGathering(TestBot.KickOff))}] in het onderwerp", mail.Text);
    }

    [Fact]
    public async Task Thanks_that_were_missed_go_out_within_a_week_and_not_later()
    {
        var came = await Bot.Confirmed(1);
        await came.Comes(TestBot.KickOff);
        await came.Comes(TestBot.Followup);

        await desk.At("2027-02-11T16:29");
        Assert.Contains("Kick-off was op", desk.OnlySeen(came));
        await desk.At("2027-02-18T16:30");

        Assert.Equal(1, desk.Count());
    }

    [Fact]
    public async Task Contact_officers_of_silent_municipalities_are_reminded_first_and_their_colleagues_the_next_day()
    {
        var (contact, colleague) = (await Bot.Confirmed(1), await Bot.Confirmed(2));
        var (answered, ofAnswered, withoutContact, organisation) = (await Bot.Confirmed(3, "zeist"), await Bot.Confirmed(4, "zeist"), await Bot.Confirmed(5, "barneveld"), Bot.Person(6, "vng"));
        await organisation.Says("mijn gemeente");
        await organisation.Presses("Ik werk niet voor een gemeente", ("name", "VNG"));
        await desk.Contact(contact, "GM0867", "Persoon1@waalwijk.example");
        await Answers(answered, "Doet mee");

        await desk.At("2027-01-28T08:59");
        Assert.Equal(0, desk.Count());
        await desk.At("2027-01-28T09:00");
        Assert.Contains("Uw gemeente heeft nog niet geantwoord. De peiling sluit op zondag 31 januari, aan het eind van de dag.", desk.OnlySeen(contact));
        Assert.Equal((1, 2), (desk.To(withoutContact).Count, desk.Count()));

        await desk.At("2027-01-29T08:59");
        Assert.Equal(2, desk.Count());
        await desk.At("2027-01-29T09:00");

        Assert.Equal((1, 3), (desk.To(colleague).Count, desk.Count()));
        Assert.Empty(desk.To(ofAnswered));
        colleague.Looks(desk.To(colleague)[0]);
        Assert.Contains("Het antwoord van de gemeente Waalwijk: Doet mee", await colleague.Presses("Doet mee"));
    }

    [Fact]
    public async Task A_municipality_that_answers_after_the_first_reminder_is_left_alone()
    {
        var (contact, colleague) = (await Bot.Confirmed(1), await Bot.Confirmed(2));
        await desk.Contact(contact, "GM0867", contact.Id.ToString());
        await desk.At("2027-01-28T09:00");
        contact.Looks(desk.To(contact)[0]);
        await contact.Presses("Doet niet mee");

        await desk.At("2027-01-29T09:00");

        Assert.Empty(desk.To(colleague));
    }

    [Fact]
    public async Task Nobody_is_reminded_twice_because_a_contact_officer_came_in_between()
    {
        var (one, other) = (await Bot.Confirmed(1), await Bot.Confirmed(2));
        await desk.At("2027-01-28T09:00");
        Assert.Equal(2, desk.Count());
        await desk.Contact(other, "GM0867", "persoon2@waalwijk.example");

        await desk.At("2027-01-29T09:00");

        Assert.Single(desk.To(one));
        Assert.Single(desk.To(other));
    }

    [Fact]
    public async Task A_poll_that_was_sent_an_hour_ago_is_not_reminded_of()
    {
        var person = await Bot.Confirmed(1);
        desk.Set("2027-01-28T08:00");
        await desk.Ask(TestBot.Thorbecke, person);

        await desk.At("2027-01-28T09:00");
        Assert.Equal(0, desk.Count());
        await desk.At("2027-01-29T08:59");
        Assert.Equal(0, desk.Count());
        await desk.At("2027-01-29T09:00");
        Assert.Equal(1, desk.Count());
    }

    [Fact]
    public async Task A_poll_whose_sending_was_called_off_before_its_moment_is_reminded_of_as_if_it_was_never_planned()
    {
        var person = await Bot.Confirmed(1);
        await Bot.Get<IBroadcastStore>().Begin(
            new("gepland", PollContent.Of(TestBot.Thorbecke), new("everybody", ""), Bot.Organiser().Id, ReminderDesk.Moment("2027-01-29T16:00")) { State = BroadcastState.Scheduled, SendAt = ReminderDesk.Moment("2027-01-29T16:00") },
            null,
            Cancellation);
        await Bot.Get<IBroadcastStore>().Change("gepland", now => now with { State = BroadcastState.Cancelled }, Cancellation);

        await desk.At("2027-01-28T09:00");

        Assert.Single(desk.To(person));
    }

    [Fact]
    public async Task A_gathering_that_moves_is_reminded_of_on_its_new_day_and_a_cancelled_one_never()
    {
        var comes = await Bot.Confirmed(1);
        await comes.Comes(TestBot.KickOff);
        await comes.Comes(TestBot.Followup);
        await desk.At("2027-02-03T09:00");
        Assert.Single(desk.To(comes));

        await Bot.Get<ReviseGathering>().To(TestBot.KickOff, gathering => gathering with { Date = new(2027, 2, 18) }, Cancellation);
        await Bot.Get<ReviseGathering>().Cancel(TestBot.Followup, "ziek", Cancellation);
        foreach (var day in new[] { "02-04", "02-05", "02-08", "02-10", "02-11", "02-12", "02-16" }) await desk.At($"2027-{day}T10:00");
        Assert.Single(desk.To(comes));

        await desk.At("2027-02-17T09:00");
        Assert.Equal(2, desk.To(comes).Count);
        comes.Looks(desk.To(comes)[1]);
        Assert.Contains("donderdag 18 februari", comes.Seen);
    }

    [Fact]
    public async Task However_many_instances_sweep_and_restart_everybody_gets_one()
    {
        var people = new[] { await Bot.Confirmed(1), await Bot.Confirmed(2), await Bot.Confirmed(3, "zeist") };
        await desk.Invite(TestBot.KickOff, people);
        desk.Set("2027-01-21T09:00");
        var instances = Enumerable.Range(0, 4).Select(_ => desk.AnotherSweep()).ToList();

        await Task.WhenAll(instances.SelectMany(sweep => Enumerable.Range(0, 3).Select(_ => Task.Run(() => sweep.Sweep(Cancellation)))));
        await desk.Quiet();
        await desk.AnotherSweep().Sweep(Cancellation);
        await desk.At("2027-01-21T09:01");

        Assert.All(people, person => Assert.Single(desk.To(person)));
    }

    [Fact]
    public async Task What_storage_refused_is_started_at_the_next_look()
    {
        var silent = await Bot.Confirmed(1);
        await desk.Invite(TestBot.KickOff, silent);
        desk.Set("2027-01-21T09:00");
        var tables = Bot.Tables;
        tables[TableNames.Deliveries].FailBefore = _ => true;
        await Bot.Get<ReminderSweep>().Sweep(Cancellation);
        tables[TableNames.Deliveries].FailBefore = _ => false;
        Assert.Equal(0, desk.Count());

        await desk.At("2027-01-21T09:01");

        Assert.Single(desk.To(silent));
    }

    [Fact]
    public async Task Outside_working_hours_nothing_is_read_and_what_was_started_is_not_looked_up_again()
    {
        await desk.Invite(TestBot.KickOff, await Bot.Confirmed(1));
        var tables = Bot.Tables;
        await desk.At("2027-01-21T09:00");
        desk.Set("2027-01-21T09:00:30");

        var reads = 0;
        tables[TableNames.Deliveries].FailRead = () => Interlocked.Increment(ref reads) > 0 && false;
        await Bot.Get<ReminderSweep>().Sweep(Cancellation);
        Assert.Equal(0, reads);

        desk.Set("2027-01-23T09:00");
        foreach (var name in new[] { TableNames.Reminders, TableNames.Index, TableNames.Polls })
            tables[name].FailRead = () => Interlocked.Increment(ref reads) > 0;
        await Bot.Get<ReminderSweep>().Sweep(Cancellation);
        Assert.Equal(0, reads);
    }

    private IReadOnlyList<Mail> Mailed(string to) => [.. desk.Mailer.Sent.Where(mail => mail.To == to)];

    private static async Task Answers(TestPerson person, string option)
    {
        await person.Clicks("poll.show", new JsonObject { ["poll"] = TestBot.Thorbecke.ToString() });
        await person.Presses(option);
    }

    private List<Delivery> Deliveries(string id) => Bot.Get<IBroadcastStore>().Deliveries(id, Cancellation).ToListAsync(Cancellation).AsTask().Result;
}
