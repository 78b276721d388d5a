using System.Text.Json.Nodes;
using LeerkringBot.Bot.Polls;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Gatherings;
using LeerkringBot.Domain.Polls;
using LeerkringBot.Infrastructure.Storage;
using LeerkringBot.Tests.Registrations;
using LeerkringBot.Tests.Storage;

namespace LeerkringBot.Tests.Polls;

/// <summary>Municipalities offer to host a gathering; an organiser chooses; everybody concerned hears it once.</summary>
public sealed class HostFlowTests : IDisposable
{
    private static readonly MunicipalityCode Waalwijk = MunicipalityCode.Parse("GM0867");
    private static readonly MunicipalityCode Zeist = MunicipalityCode.Parse("GM0355");
    private static readonly PollId Id = new("gast");

    private readonly TestBot bot = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private IPollStore Polls => bot.Get<IPollStore>();

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task A_poll_for_hosts_is_made_for_a_gathering_to_come()
    {
        var olga = bot.Organiser();
        await olga.Says("nieuwe peiling");
        await olga.Presses("Gastgemeente");
        Assert.Contains("Vervolg, donderdag 11 februari", olga.Seen);
        Assert.Contains("Kies de bijeenkomst", await olga.Presses("Verder"));
        await olga.Presses("Verder", ("gathering", TestBot.Followup.ToString()));
        await olga.Presses("Verder");
        Assert.Contains("Er is nog niets bewaard", await olga.Presses("Naar het voorbeeld", ("lastDay", "2027-01-20")));
        Assert.Contains("Vervolg", olga.Seen);
        await olga.Presses("Opslaan en openen");
        var poll = (await Polls.Open(Stop)).Single(one => one.Template == PollTemplate.Host);
        Assert.Equal((TestBot.Followup, HostPoll.Question), (poll.Gathering, poll.Question));

        // A gathering that does not go on looks for no host.
        await bot.Get<ReviseGathering>().Cancel(TestBot.KickOff, "Ziek.", Stop);
        await olga.Says("nieuwe peiling");
        await olga.Presses("Gastgemeente");
        Assert.DoesNotContain("Kick-off", olga.Seen);
        Assert.Contains("geweest of gaat niet door", await olga.Presses("Verder", ("gathering", TestBot.KickOff.ToString())));
    }

    [Fact]
    public async Task An_offer_has_place_address_and_room_and_mistakes_stand_at_their_field_with_all_that_was_typed()
    {
        await Poll();
        var person = await bot.Confirmed(1);
        Assert.Contains("Voor: **Vervolg**", await Show(person));
        var seen = await person.Presses("Aanbieden", ("place", "Raadzaal"), ("capacity", "veel"));
        Assert.Contains("Vul het adres in.", seen);
        Assert.Contains("Vul een aantal in, bijvoorbeeld 40.", seen);
        Assert.Contains("Raadzaal", person.Card!.ToJsonString());
        Assert.Contains("\"veel\"", person.Card!.ToJsonString());
        foreach (var capacity in new[] { "0", "-1", "100001", "4,5" })
            Assert.Contains("Vul een aantal in", await person.Presses("Aanbieden", ("address", "Plein 1"), ("capacity", capacity)));
        Assert.Contains("Dit is te lang", await person.Presses("Aanbieden", ("address", new('x', 201)), ("capacity", "40")));
        Assert.Contains("Vul in waar u ons ontvangt.", await person.Clicks("poll.answer", new JsonObject { ["poll"] = "gast", ["option"] = HostPoll.Offers }));
        Assert.Equal(0, (await Polls.Tally(Id, Stop)).Answered);

        Assert.Contains("Het antwoord van de gemeente Waalwijk: Ja, graag", await Offer(person, "Raadzaal", "40"));
        Assert.Contains("Raadzaal", person.Card!.ToJsonString());
        Assert.Equal(["Aanbod wijzigen", "Aanbod intrekken"], person.ButtonTitles().Where(title => title.StartsWith("Aan", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_colleague_sees_the_offer_changes_it_and_what_crosses_is_asked_about_with_nothing_lost()
    {
        await Poll();
        var (first, second) = (await bot.Confirmed(1), await bot.Confirmed(2));
        await Show(second);
        await Offer(first, "Raadzaal", "40");

        // The second began before the first offered.
        var seen = await second.Presses("Aanbieden", ("place", "Kantine"), ("address", "Plein 2"), ("capacity", "60"));
        Assert.Contains("Uw collega Persoon 1 heeft op dinsdag 5 januari geantwoord: Ja, graag", seen);
        Assert.Contains("Kantine", second.Card!.ToJsonString());
        Assert.Equal("Raadzaal", await Offered(Waalwijk));
        Assert.Contains("Persoon 1 krijgt bericht van deze wijziging", await second.Presses("Aanbod wijzigen"));
        Assert.Equal("Kantine", await Offered(Waalwijk));
        await TestBot.Until(() => bot.Messenger.To(first).Count == 1);
    }

    [Fact]
    public async Task Offers_are_withdrawn_until_one_is_chosen_also_after_closing()
    {
        await Poll();
        var (waalwijk, zeist) = (await bot.Confirmed(1), await bot.Confirmed(2, "zeist"));
        await Offer(waalwijk, "Raadzaal", "40");
        await Offer(zeist, "Slot", "50");
        Assert.Contains("Nee, deze keer niet", await waalwijk.Presses("Aanbod intrekken"));
        await Offer(waalwijk, "Raadzaal", "40");

        await bot.Get<AuthorPoll>().Close(Id, Stop);
        Assert.Contains("De peiling is gesloten", await Show(waalwijk));
        Assert.Equal(["Aanbod intrekken"], waalwijk.ButtonTitles().Where(title => title.StartsWith("Aan", StringComparison.Ordinal)));
        var (verb, data) = waalwijk.Button("Aanbod intrekken");
        await waalwijk.Presses("Aanbod intrekken");
        Assert.False(HostPoll.IsOffer((await Polls.Tally(Id, Stop)).Of(Waalwijk)!.Choice));
        // Nobody who offered nothing can say anything any more.
        Assert.Contains("De peiling is gesloten. Uw klik heeft niets veranderd.", await (await bot.Confirmed(3, "debilt")).Clicks(verb, new JsonObject { ["poll"] = "gast", ["option"] = HostPoll.Declines }));
        Assert.Null((await Polls.Tally(Id, Stop)).Of(MunicipalityCode.Parse("GM0310")));

        var olga = bot.Organiser();
        Assert.DoesNotContain("Raadzaal", await Offers(olga));
        await Choose(olga, "Zeist");
        Assert.Contains("Uw klik heeft niets veranderd", await zeist.Clicks(verb, data));
        Assert.True(HostPoll.IsOffer((await Polls.Tally(Id, Stop)).Of(Zeist)!.Choice));
    }

    [Fact]
    public async Task The_choice_is_told_once_to_each_changes_the_gathering_and_closes_the_poll()
    {
        await Poll();
        var (waalwijk, zeist, visitor) = (await bot.Confirmed(1), await bot.Confirmed(2, "zeist"), await bot.Confirmed(3, "debilt"));
        await visitor.Comes(TestBot.Followup);
        await Offer(waalwijk, "Raadzaal", "40");
        await Offer(zeist, "Slot", "50");
        var olga = bot.Organiser();
        Assert.Contains("Raadzaal", await Offers(olga));
        var asked = await olga.Presses("Kies Waalwijk");
        Assert.Contains("Plaats nu\nGemeentehuis, Laan 2, Zeist", asked);
        Assert.Contains("Plaats wordt\nRaadzaal, Markt 1, Waalwijk", asked);
        Assert.Contains("1 persoon die zich aanmeldde, krijgt bericht van de nieuwe plaats.", asked);
        Assert.Contains("De peiling sluit dan.", asked);
        Assert.Null((await Polls.Find(Id, Stop))!.Host);
        var (verb, data) = olga.Button("Ja, kies Waalwijk");
        Assert.Contains("Waalwijk is gekozen als gastgemeente.", await olga.Clicks(verb, data));
        await olga.Clicks(verb, data);

        await TestBot.Until(() => bot.Messenger.Sent.Count == 3);
        await bot.Get<HostChosen>().Handle($"{Id} 1", Stop);
        await Settle();
        Assert.Equal(3, bot.Messenger.Sent.Count);
        Look(waalwijk, "Uw gemeente Waalwijk is gekozen als gastgemeente voor Vervolg.");
        Look(zeist, "Waalwijk wordt gastgemeente voor Vervolg.");
        Look(visitor, "Deze bijeenkomst is verplaatst.");
        var gathering = (await bot.Get<IGatherings>().Find(TestBot.Followup, Stop))!;
        Assert.Equal((new("Raadzaal", "Markt 1, Waalwijk"), "gemeente Waalwijk"), (gathering.Place, gathering.Hosts.Single()));
        Assert.False((await Polls.Find(Id, Stop))!.IsOpen(bot.Clock.GetUtcNow()));
        Assert.Contains("Gastgemeente wordt Waalwijk.", await Show(visitor));
        Assert.Contains("er is al een gastgemeente gekozen", await olga.Clicks("poll.reopen", new JsonObject { ["poll"] = "gast", ["lastDay"] = "2027-01-25" }), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Choosing_another_says_what_it_changes_and_a_stale_card_overrules_nobody()
    {
        await Poll();
        var (waalwijk, zeist) = (await bot.Confirmed(1), await bot.Confirmed(2, "zeist"));
        await Offer(waalwijk, "Raadzaal", "40");
        await Offer(zeist, "Slot", "50");
        var (olga, otto) = (bot.Organiser(), await bot.SecondOrganiser());
        await Offers(otto);
        await otto.Presses("Kies Zeist");
        await Choose(olga, "Waalwijk");
        Assert.Contains("Iemand anders heeft intussen een gastgemeente gekozen", await otto.Presses("Ja, kies Zeist"));
        Assert.Equal(Waalwijk, (await Polls.Find(Id, Stop))!.Host!.Chosen);
        await TestBot.Until(() => bot.Messenger.Sent.Count == 2);

        Assert.Contains("Gekozen als gastgemeente", await Offers(olga));
        Assert.Contains("Nu is Waalwijk gekozen; die gemeente hoort dat de keuze is veranderd.", await olga.Presses("Kies Zeist"));
        await olga.Presses("Ja, kies Zeist");
        await TestBot.Until(() => bot.Messenger.Sent.Count == 4);
        await Settle();
        Assert.Equal(4, bot.Messenger.Sent.Count);
        Look(waalwijk, "De keuze is veranderd: Zeist wordt nu gastgemeente voor Vervolg.");
        Look(zeist, "Uw gemeente Zeist is gekozen als gastgemeente voor Vervolg.");
        var gathering = (await bot.Get<IGatherings>().Find(TestBot.Followup, Stop))!;
        Assert.Equal(("Slot", "gemeente Zeist"), (gathering.Place.Name, gathering.Hosts.Single()));
    }

    [Fact]
    public async Task An_offer_that_changed_since_it_was_shown_is_shown_again_before_it_is_chosen()
    {
        await Poll();
        var person = await bot.Confirmed(1);
        await Offer(person, "Raadzaal", "80");
        var olga = bot.Organiser();
        await Offers(olga);
        Assert.Contains("Raadzaal", await olga.Presses("Kies Waalwijk"));
        await Offer(person, "Kantine", "20");

        var seen = await olga.Presses("Ja, kies Waalwijk");
        Assert.Contains("Dit aanbod is intussen gewijzigd.", seen);
        Assert.Contains("Plaats wordt\nKantine", seen);
        Assert.Null((await Polls.Find(Id, Stop))!.Host);
        await olga.Presses("Ja, kies Waalwijk");
        await TestBot.Until(() => bot.Messenger.Sent.Count == 1);
        Assert.Equal("Kantine", (await bot.Get<IGatherings>().Find(TestBot.Followup, Stop))!.Place.Name);
    }

    [Fact]
    public async Task Who_offered_and_works_elsewhere_now_leaves_the_news_to_their_former_colleagues()
    {
        await Poll();
        var (moved, colleague) = (await bot.Confirmed(1), await bot.Confirmed(2));
        await Offer(moved, "Raadzaal", "40");
        await moved.Says("mijn gemeente");
        await moved.Presses("Dit is mijn gemeente", ("code", "GM0355"));
        await Choose(bot.Organiser(), "Waalwijk");

        await TestBot.Until(() => !bot.Messenger.Sent.IsEmpty);
        await Settle();
        Assert.Equal((0, 1), (bot.Messenger.To(moved).Count, bot.Messenger.To(colleague).Count));
    }

    [Fact]
    public async Task Of_a_municipality_of_which_nobody_is_known_the_organiser_is_told_to_pass_it_on()
    {
        await Poll();
        var olga = bot.Organiser();
        await olga.Clicks("poll.behalf", new JsonObject { ["poll"] = "gast" });
        await olga.Presses("Antwoord invullen", ("municipality", "GM0867"), ("choice", HostPoll.Offers), ("source", "telefonisch"), ("place", "Raadzaal"), ("address", "Markt 1"), ("capacity", "40"));
        await Offers(olga);

        var seen = await olga.Presses("Kies Waalwijk");
        Assert.Contains("Van Waalwijk ken ik nog niemand.", seen);
        Assert.DoesNotContain("krijgt bericht van uw keuze", seen);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_later_choice_stands_also_when_an_earlier_one_is_carried_out_after_it(bool changedSince)
    {
        var (waalwijk, zeist) = (await bot.Confirmed(1), await bot.Confirmed(2, "zeist"));
        await Poll();
        await Offer(waalwijk, "Raadzaal", "40");
        await Offer(zeist, "Slot", "50");
        // Decided by hand, so that the work below is the only one there is.
        Assert.True(await Polls.Replace((await Polls.Find(Id, Stop))! with { Host = new(Waalwijk, 1), ClosesAt = bot.Clock.GetUtcNow() }, Stop));
        var reads = 0;
        bot.Tables[TableNames.Polls].FailRead = () =>
        {
            // Another instance is faster with the next choice, when this one has read the first already.
            if (Interlocked.Increment(ref reads) == 2) Task.Run(Later, Stop).GetAwaiter().GetResult();
            return false;
        };
        await Assert.ThrowsAsync<StorageFaultException>(() => bot.Get<HostChosen>().Handle($"{Id} 1", Stop));
        await bot.Get<HostChosen>().Handle($"{Id} 1", Stop);

        var gathering = (await bot.Get<IGatherings>().Find(TestBot.Followup, Stop))!;
        Assert.Equal((changedSince ? "Kerk" : "Slot", "gemeente Zeist", changedSince ? 2 : 1), (gathering.Place.Name, gathering.Hosts.Single(), gathering.Revision));
        await TestBot.Until(() => bot.Messenger.To(waalwijk).Count > 0 && bot.Messenger.To(zeist).Count > 0);
        await Settle();
        Assert.Equal((1, 1), (bot.Messenger.To(waalwijk).Count, bot.Messenger.To(zeist).Count));
        Look(zeist, "Uw gemeente Zeist is gekozen als gastgemeente voor Vervolg.");

        async Task Later()
        {
            Assert.True(await Polls.Replace((await Polls.Find(Id, Stop))! with { Host = new(Zeist, 2, Waalwijk) }, Stop));
            await bot.Get<HostChosen>().Handle($"{Id} 2", Stop);
            // As an organiser's form does.
            if (changedSince)
                await bot.Get<ReviseGathering>().To(
                    TestBot.Followup,
                    current => GatheringReading.Of(GatheringText.Of(current) with { PlaceName = "Kerk", Address = "Dorp 1" }, current.Id, current, DutchTime.DayOf(bot.Clock.GetUtcNow())).Gathering,
                    Stop);
        }
    }

    [Fact]
    public async Task What_an_organiser_changes_at_the_gathering_afterwards_stays_when_the_work_comes_again()
    {
        await Poll();
        await Offer(await bot.Confirmed(1), "Raadzaal", "40");
        await Choose(bot.Organiser(), "Waalwijk");
        await TestBot.Until(() => bot.Messenger.Sent.Count == 1);
        await bot.Get<ReviseGathering>().To(TestBot.Followup, current => current with { Place = new("Kerk", "Dorp 1") }, Stop);
        await bot.Get<HostChosen>().Handle($"{Id} 1", Stop);

        Assert.Equal("Kerk", (await bot.Get<IGatherings>().Find(TestBot.Followup, Stop))!.Place.Name);
    }

    [Theory]
    [InlineData(TableNames.Polls, 1, true)]
    [InlineData(TableNames.Polls, 1, false)]
    [InlineData(TableNames.Gatherings, 1, true)]
    [InlineData(TableNames.Gatherings, 1, false)]
    [InlineData(TableNames.Deliveries, 1, true)]
    [InlineData(TableNames.Deliveries, 1, false)]
    [InlineData(TableNames.Deliveries, 2, true)]
    [InlineData(TableNames.Deliveries, 2, false)]
    public async Task Wherever_the_work_breaks_off_it_ends_whole_and_tells_each_once(string table, int time, bool before)
    {
        var (waalwijk, zeist) = (await bot.Confirmed(1), await bot.Confirmed(2, "zeist"));
        // Decided by hand, so that the work below is the only one there is.
        await Poll();
        await Offer(waalwijk, "Raadzaal", "40");
        await Offer(zeist, "Slot", "50");
        var poll = (await Polls.Find(Id, Stop))!;
        Assert.True(await Polls.Replace(poll with { Host = new(Waalwijk, 1), ClosesAt = bot.Clock.GetUtcNow() }, Stop));
        bot.Tables[table].FailBefore = before ? FaultyTable.OnTime(time) : _ => false;
        bot.Tables[table].FailAfter = before ? _ => false : FaultyTable.OnTime(time);

        var broke = 0;
        for (var i = 0; i < 5; i++)
        {
            try
            {
                await bot.Get<HostChosen>().Handle($"{Id} 1", Stop);
                break;
            }
            catch (StorageFaultException)
            {
                broke++;
            }
        }

        if (table != TableNames.Deliveries) Assert.Equal(1, broke);
        await TestBot.Until(() => bot.Messenger.To(waalwijk).Count > 0 && bot.Messenger.To(zeist).Count > 0);
        await Settle();
        Assert.Equal((1, 1), (bot.Messenger.To(waalwijk).Count, bot.Messenger.To(zeist).Count));
        var gathering = (await bot.Get<IGatherings>().Find(TestBot.Followup, Stop))!;
        Assert.Equal(("Raadzaal", 1, 1), (gathering.Place.Name, gathering.Hosts.Length, gathering.Revision));
        Assert.True((await Polls.Find(Id, Stop))!.Host!.IsDone);
    }

    [Fact]
    public async Task An_offer_that_came_by_phone_is_told_to_the_people_of_the_municipality()
    {
        await Poll();
        var (one, other) = (await bot.Confirmed(1), await bot.Confirmed(2));
        var olga = bot.Organiser();
        await olga.Clicks("poll.behalf", new JsonObject { ["poll"] = "gast" });
        Assert.Contains("Vul het adres in.", await olga.Presses("Antwoord invullen", ("municipality", "GM0867"), ("choice", HostPoll.Offers), ("source", "telefonisch"), ("place", "Raadzaal"), ("capacity", "40")));
        Assert.Contains("Ingevuld voor de gemeente Waalwijk", await olga.Presses("Antwoord invullen", ("choice", HostPoll.Offers), ("address", "Markt 1"), ("place", "Raadzaal"), ("capacity", "40")));
        Assert.Contains("telefonisch", await Offers(olga));
        await Choose(olga, "Waalwijk");

        await TestBot.Until(() => bot.Messenger.Sent.Count == 2);
        Assert.Equal((1, 1), (bot.Messenger.To(one).Count, bot.Messenger.To(other).Count));
    }

    [Fact]
    public async Task Who_works_for_several_municipalities_says_on_the_card_for_which()
    {
        await Poll();
        var person = new TestPerson(bot, 5, "Sam Samen", "sam@samen.example", Language.Dutch);
        await person.Says("mijn gemeente");
        await person.Presses(person.ButtonTitles().First(title => title.Contains("De Bilt", StringComparison.Ordinal)));
        await Show(person);
        await person.Presses("Aanbieden", ("for", "GM0203"), ("place", "Zaal"), ("address", "Weg 1"), ("capacity", "10"));

        Assert.Equal("Zaal", await Offered(MunicipalityCode.Parse("GM0203")));
        Assert.Null((await Polls.Tally(Id, Stop)).Of(MunicipalityCode.Parse("GM0310")));
    }

    [Fact]
    public async Task A_withdrawal_that_crosses_the_choice_comes_wholly_before_it_or_not_at_all()
    {
        for (var i = 0; i < 8; i++)
        {
            using var fresh = new TestBot();
            var polls = fresh.Get<IPollStore>();
            await Poll(fresh);
            var person = await fresh.Confirmed(1);
            await Offer(person, "Raadzaal", "40");
            var olga = fresh.Organiser();
            await Offers(olga);
            await olga.Presses("Kies Waalwijk");
            var (verb, data) = olga.Button("Ja, kies Waalwijk");
            var (choosing, withdrawing) = (Task.Run(() => olga.Clicks(verb, data), Stop), Task.Run(() => person.Presses("Aanbod intrekken"), Stop));
            await Task.WhenAll(choosing, withdrawing);

            var (stands, _) = (await polls.Answer(Id, Voter.Of(Waalwijk), Stop))!.Value;
            Assert.Equal((await polls.Find(Id, Stop))!.Host is not null, HostPoll.IsOffer(stands.Choice));
        }
    }

    private Task Poll() => Poll(bot);

    private static async Task Poll(TestBot bot)
    {
        var poll = new Poll
        {
            Id = Id,
            Template = PollTemplate.Host,
            Question = HostPoll.Question,
            Explanation = "",
            Options = HostPoll.Options,
            Details = HostPoll.Details,
            Gathering = TestBot.Followup,
            ClosesAt = bot.Clock.GetUtcNow().AddDays(7),
        };
        Assert.Empty(PollRules.Mistakes(poll));
        Assert.True(await bot.Get<IPollStore>().Add(poll, Stop));
    }

    private static async Task<string> Offer(TestPerson person, string place, string capacity)
    {
        await Show(person);
        return await person.Presses(person.ButtonTitles()[0], ("place", place), ("address", "Markt 1, Waalwijk"), ("capacity", capacity));
    }

    private async Task<string?> Offered(MunicipalityCode municipality) => (await Polls.Details(Id, Voter.Of(municipality), Stop))[PollDetail.Place];

    private static Task<string> Offers(TestPerson olga) => olga.Clicks("poll.offers", new JsonObject { ["poll"] = "gast" });

    private static async Task Choose(TestPerson olga, string name)
    {
        await Offers(olga);
        await olga.Presses($"Kies {name}");
        await olga.Presses($"Ja, kies {name}");
    }

    private static Task<string> Show(TestPerson person) => person.Clicks("poll.show", new JsonObject { ["poll"] = "gast" });

    private void Look(TestPerson person, string text)
    {
        person.Looks(bot.Messenger.To(person)[^1]);
        Assert.Contains(text, person.Seen);
    }

    private async Task Settle()
    {
        for (var i = 0; i < 30; i++)
        {
            bot.Clock.Advance(TimeSpan.FromSeconds(5));
            await Task.Delay(10, Stop);
        }
    }
}
