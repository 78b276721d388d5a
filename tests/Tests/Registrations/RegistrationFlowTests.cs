using LeerkringBot.Domain;
using LeerkringBot.Domain.Gatherings;
using LeerkringBot.Domain.Members;
using LeerkringBot.Domain.Registrations;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Tests.Registrations;

/// <summary>Answering an invitation by pressing the buttons that the cards carry.</summary>
public sealed class RegistrationFlowTests : IDisposable
{
    private readonly TestBot bot = new();

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task One_click_registers_somebody_whose_municipality_is_known()
    {
        var person = await bot.Confirmed(1);
        await Open(person);

        var seen = await person.Presses("Ik kom");

        Assert.Contains("U bent aangemeld", seen);
        Assert.Contains("Aangemeld: 1 deelnemer uit 1 gemeente", seen);
        Assert.Contains("Zet in mijn agenda", seen);
        Assert.Equal(["Afmelden", "Neem een collega mee", "Deel een idee"], person.ButtonTitles());
    }

    [Fact]
    public async Task The_first_click_asks_for_the_municipality_once_and_then_goes_on()
    {
        var person = bot.Person(1);
        await Open(person);

        Assert.Contains("Werkt u voor de gemeente Waalwijk?", await person.Presses("Ik kom"));
        Assert.Contains("U bent aangemeld", await person.Presses("Ja, Waalwijk"));

        await Open(person, "Vervolg");
        Assert.Contains("U bent aangemeld", await person.Presses("Ik kom"));
    }

    [Fact]
    public async Task Nothing_is_stored_while_the_municipality_is_not_confirmed()
    {
        var person = bot.Person(1);
        await Open(person);
        await person.Presses("Ik kom");

        Assert.Empty(await bot.Get<IRegistrationStore>().All(TestBot.KickOff, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_full_gathering_puts_the_next_person_on_the_waiting_list_and_a_cancellation_promotes_and_tells_them()
    {
        var people = await Register(5);
        Assert.Contains("op de wachtlijst, op plaats 1", people[3].Seen);
        Assert.Contains("op de wachtlijst, op plaats 2", people[4].Seen);

        Assert.Contains("U komt niet", await people[0].Presses("Afmelden"));

        await TestBot.Until(() => bot.Messenger.To(people[3]).Count == 1);
        people[3].Looks(bot.Messenger.To(people[3]).Single());
        Assert.Contains("Er is een plaats vrijgekomen. U bent nu aangemeld", people[3].Seen);
        Assert.Contains("Afmelden", people[3].ButtonTitles());
        Assert.Empty(bot.Messenger.To(people[4]));
        await Open(people[4]);
        Assert.Contains("op plaats 1", people[4].Seen);
    }

    [Fact]
    public async Task A_double_click_and_an_old_card_change_nothing()
    {
        var person = await bot.Confirmed(1);
        await Open(person);
        var (verb, data) = person.Button("Ik kom");

        await person.Clicks(verb, data);
        var before = await Sheet();
        Assert.Contains("U bent aangemeld", await person.Clicks(verb, data));

        Assert.Equal(before.NextTicket, (await Sheet()).NextTicket);
        Assert.Equal(1, (await Sheet()).Participants);
    }

    [Fact]
    public async Task From_24_hours_before_the_start_a_place_is_offered_and_the_first_in_line_may_take_it()
    {
        var people = await Register(5);
        bot.Clock.SetUtcNow((await Sheet()).StartsAt.AddHours(-20));

        await Open(people[0]);
        await people[0].Presses("Afmelden");

        await TestBot.Until(() => bot.Messenger.To(people[3]).Count == 1);
        people[3].Looks(bot.Messenger.To(people[3]).Single());
        Assert.Contains("Wie het eerst ja zegt, krijgt de plaats", people[3].Seen);
        Assert.Equal(2, (await Sheet()).Participants);

        Assert.Contains("U bent aangemeld", await people[3].Presses("Ja, ik neem de plaats"));
        Assert.Equal(3, (await Sheet()).Participants);
    }

    [Fact]
    public async Task An_offer_that_is_not_taken_within_an_hour_goes_to_the_next_in_line_too()
    {
        var people = await OfferedToTwo();

        people[4].Looks(bot.Messenger.To(people[4]).Single());
        Assert.Contains("U bent aangemeld", await people[4].Presses("Ja, ik neem de plaats"));
        people[3].Looks(bot.Messenger.To(people[3]).Single());
        Assert.Contains("op plaats 1", await people[3].Presses("Ja, ik neem de plaats"));
        Assert.Equal(3, (await Sheet()).Participants);
    }

    [Fact]
    public async Task Before_29_January_means_until_the_end_of_the_28th_and_cancelling_stays_possible()
    {
        var (early, late) = (await bot.Confirmed(1), await bot.Confirmed(2));
        await Open(early);
        Assert.Contains("donderdag 28 januari", early.Seen);
        await Open(late);

        bot.Clock.SetUtcNow(new DateTimeOffset(2027, 1, 28, 22, 59, 59, TimeSpan.Zero));
        Assert.Contains("U bent aangemeld", await early.Presses("Ik kom"));

        bot.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Contains("Aanmelden kan niet meer. Wilt u toch komen? Stuur dan een e-mail naar secretariaat@m50.example", await late.Presses("Ik kom"));
        Assert.Contains("U komt niet", await early.Presses("Afmelden"));
    }

    [Fact]
    public async Task After_the_end_nothing_changes_any_more()
    {
        var person = await bot.Confirmed(1);
        await Open(person);
        var sheet = await Sheet();
        bot.Clock.SetUtcNow(sheet.EndsAt);

        Assert.Contains("Deze bijeenkomst is geweest", await person.Presses("Ik kom"));
        Assert.Equal(0, (await Sheet()).Participants);
    }

    [Fact]
    public async Task People_of_other_organisations_count_as_participants_and_not_as_a_municipality()
    {
        var person = bot.Person(1, "vng");
        await Open(person);
        Assert.Contains("Voor welke gemeente werkt u?", await person.Presses("Ik kom"));

        Assert.Contains("Vul eerst de naam van uw organisatie in", await person.Presses("Ik werk niet voor een gemeente"));
        Assert.Contains("Aangemeld: 1 deelnemer uit 0 gemeenten", await person.Presses("Ik werk niet voor een gemeente", ("name", "VNG")));
    }

    [Fact]
    public async Task A_domain_of_several_municipalities_is_asked_and_never_guessed()
    {
        var person = bot.Person(1, "samen");
        await person.Says("mijn gemeente");

        Assert.Contains("Voor welke gemeente werkt u?", person.Seen);
        Assert.Equal(["Ja, Barneveld", "Ja, De Bilt"], person.ButtonTitles().Where(title => title.StartsWith("Ja", StringComparison.Ordinal)));
        Assert.Contains("Genoteerd: De Bilt", await person.Presses("Ja, De Bilt"));
    }

    [Fact]
    public async Task A_storage_failure_before_the_write_leaves_nothing_and_the_card_tries_again_with_the_same_click()
    {
        var person = await bot.Confirmed(1);
        await Open(person);
        bot.Tables[TableNames.Gatherings].FailBefore = _ => true;

        Assert.Contains("Er ging iets mis bij ons", await person.Presses("Ik kom"));
        Assert.Equal(0, (await Sheet()).Participants);

        bot.Tables[TableNames.Gatherings].FailBefore = _ => false;
        Assert.Contains("U bent aangemeld", await person.Presses("Opnieuw proberen"));
    }

    [Fact]
    public async Task A_storage_failure_after_the_write_leaves_everything_and_trying_again_changes_nothing_more()
    {
        var people = await Register(4);
        bot.Tables[TableNames.Gatherings].FailAfter = batch => batch.Count > 1 && batch.Any(change => change.Row.RowKey.StartsWith("g|", StringComparison.Ordinal));

        Assert.Contains("Er ging iets mis bij ons", await people[0].Presses("Afmelden"));
        bot.Tables[TableNames.Gatherings].FailAfter = _ => false;
        Assert.Contains("U komt niet", await people[0].Presses("Opnieuw proberen"));

        Assert.Equal(3, (await Sheet()).Participants);
        // The hint was lost with the failure; the sweep of the next minute finds what stands in the batch.
        await TestBot.Until(() =>
        {
            bot.Clock.Advance(TimeSpan.FromSeconds(10));
            return bot.Messenger.To(people[3]).Count == 1;
        });
    }

    [Fact]
    public async Task An_unknown_gathering_gets_the_start_card()
    {
        var person = await bot.Confirmed(1);
        Assert.Contains("Deze bijeenkomst bestaat niet meer", await person.Clicks("registration.come", new System.Text.Json.Nodes.JsonObject { ["gathering"] = "a.b" }));
    }

    [Fact]
    public async Task Raising_the_places_by_hundreds_promotes_everybody_and_each_is_told_once()
    {
        var store = bot.Get<IRegistrationStore>();
        var token = TestContext.Current.CancellationToken;
        for (var i = 0; i < 250; i++)
        {
            var id = new MemberId($"p-{i}");
            await bot.Get<IMemberStore>().Change(id, _ => new(id, $"P {i}", null, Language.Dutch, null, bot.Clock.GetUtcNow()), token);
            var member = await bot.Get<IMembers>().Find(id, token);
            await store.Change(TestBot.KickOff, new Person(id, Language.Dutch, Task.FromResult(member!)), (sheet, mine, _) => RegistrationRules.Come(sheet, mine, id, "org", bot.Clock.GetUtcNow()), token);
        }

        Assert.IsType<RevisionOutcome.Revised>(await bot.Get<ReviseGathering>().Capacity(TestBot.KickOff, 300, token));

        Assert.Equal(250, (await Sheet()).Participants);
        await TestBot.Until(() => bot.Messenger.Sent.Count >= 247);
        Assert.Equal(247, bot.Messenger.Sent.Select(sent => sent.To).Distinct().Count());
        Assert.Equal(247, bot.Messenger.Sent.Count);
    }

    [Fact]
    public async Task Nobody_waits_for_the_look_up_of_somebody_else()
    {
        var slow = new TaskCompletionSource<Member>();
        var waiting = bot.Get<AnswerInvitation>().Come(new(new("traag"), Language.Dutch, slow.Task), TestBot.KickOff, TestContext.Current.CancellationToken);

        var person = await bot.Confirmed(1);
        await Open(person);
        Assert.Contains("U bent aangemeld", await person.Presses("Ik kom"));

        slow.SetResult(new(new("traag"), "Traag", null, Language.Dutch, new Affiliation.OfOrganisation("VNG"), bot.Clock.GetUtcNow()));
        var stands = Assert.IsType<RegistrationOutcome.Stands>(await waiting);
        Assert.IsType<MyRegistration.Coming>(MyRegistration.Of(stands.Sheet, stands.Registration));
        Assert.Equal(2, (await Sheet()).Participants);
    }

    [Fact]
    public async Task A_place_that_comes_free_after_the_last_one_was_taken_is_offered_again_from_the_first_in_line_on()
    {
        var people = await OfferedToTwo();
        people[4].Looks(bot.Messenger.To(people[4]).Single());
        await people[4].Presses("Ja, ik neem de plaats");

        await Open(people[1]);
        await people[1].Presses("Afmelden");

        await TestBot.Until(() => bot.Messenger.To(people[3]).Count == 2);
        people[3].Looks(bot.Messenger.To(people[3])[1]);
        Assert.Contains("U bent aangemeld", await people[3].Presses("Ja, ik neem de plaats"));
    }

    [Fact]
    public async Task Who_cancelled_before_the_notice_arrives_is_told_nothing()
    {
        var people = await Register(4);
        bot.Messenger.Outcome = to => to == new Recipient.OfMember(people[3].Id) && bot.Messenger.To(people[3]).Count == 1 ? new SendOutcome.Postponed(TimeSpan.FromSeconds(30)) : null;
        await people[0].Presses("Afmelden");
        await TestBot.Until(() => bot.Messenger.To(people[3]).Count == 1);

        await people[3].Clicks("registration.decline", new System.Text.Json.Nodes.JsonObject { ["gathering"] = TestBot.KickOff.ToString() });
        for (var i = 0; i < 60; i++)
        {
            bot.Clock.Advance(TimeSpan.FromSeconds(2));
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        Assert.Single(bot.Messenger.To(people[3]));
    }

    [Fact]
    public async Task Clicking_again_for_another_municipality_moves_the_count()
    {
        var person = await bot.Confirmed(1);
        await Open(person);
        await person.Presses("Ik kom");
        await person.Says("mijn gemeente");
        await person.Presses("Dit is mijn gemeente", ("code", "GM0355"));
        await person.Clicks("registration.come", new System.Text.Json.Nodes.JsonObject { ["gathering"] = TestBot.KickOff.ToString() });

        Assert.Equal(["GM0355"], (await Sheet()).Coming.Keys);
        Assert.Equal(1, (await Sheet()).Participants);
    }

    // Five for three places; shortly before the start one cancels, the first who waits takes no notice for an hour, and the second is offered the place too.
    private async Task<List<TestPerson>> OfferedToTwo()
    {
        var people = await Register(5);
        bot.Clock.SetUtcNow((await Sheet()).StartsAt.AddHours(-20));
        await Open(people[0]);
        await people[0].Presses("Afmelden");
        await TestBot.Until(() => bot.Messenger.To(people[3]).Count == 1);
        bot.Clock.Advance(TimeSpan.FromMinutes(61));
        await TestBot.Until(() =>
        {
            bot.Clock.Advance(TimeSpan.FromSeconds(5));
            return bot.Messenger.To(people[4]).Count == 1;
        });
        return people;
    }

    private async Task<List<TestPerson>> Register(int count)
    {
        var people = new List<TestPerson>();
        for (var i = 1; i <= count; i++)
        {
            var person = await bot.Confirmed(i);
            await Open(person);
            await person.Presses("Ik kom");
            people.Add(person);
        }

        return people;
    }

    private static async Task Open(TestPerson person, string title = "Kick-off")
    {
        await person.Says("agenda");
        var id = title == "Kick-off" ? TestBot.KickOff : TestBot.Followup;
        await person.Clicks("registration.show", new System.Text.Json.Nodes.JsonObject { ["gathering"] = id.ToString() });
    }

    private async Task<RegistrationSheet> Sheet() => (await bot.Get<IRegistrationStore>().Sheet(TestBot.KickOff, TestContext.Current.CancellationToken))!;
}
