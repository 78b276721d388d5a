using System.Text.Json.Nodes;
using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Gatherings;
using LeerkringBot.Infrastructure.Storage;
using LeerkringBot.Tests.Storage;

namespace LeerkringBot.Tests.Gatherings;

/// <summary>Changing, copying and cancelling a gathering by pressing what the cards carry.</summary>
public sealed class ManagementFlowTests : IDisposable
{
    private readonly TestBot bot = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task A_change_begins_with_what_stands()
    {
        var olga = await Changing();

        Assert.Contains("Bijeenkomst wijzigen", olga.Seen);
        foreach (var typed in (string[])["Kick-off", "werksessie", "Omdat het kan.", "2027-02-04", "13:30", "16:30"]) Assert.Contains(typed, olga.Seen);
        Assert.Contains("Stadhuis", await olga.Presses("Verder"));
        Assert.Contains("13:30-13:45 Welkom", await olga.Presses("Verder"));
        Assert.Contains("2027-01-28", await olga.Presses("Verder"));
    }

    [Fact]
    public async Task Saving_what_was_not_changed_tells_nobody()
    {
        await Register(1);
        var olga = await Changing();
        var review = await olga.Presses("Controleren en opslaan");
        Assert.DoesNotContain("bericht", review);

        Assert.DoesNotContain("bericht", await olga.Presses("Opslaan"));

        Assert.Equal(0, (await KickOff()).Revision);
    }

    [Fact]
    public async Task A_new_title_changes_the_card_and_tells_nobody()
    {
        await Register(1);
        var olga = await Changing();
        await olga.Presses("Controleren en opslaan", ("title", "Kick-off met taart"));
        await olga.Presses("Opslaan");

        Assert.Equal(("Kick-off met taart", 0), ((await KickOff()).Title, (await KickOff()).Revision));
    }

    [Fact]
    public async Task A_new_place_says_beforehand_how_many_people_are_told_and_grows_the_revision_once()
    {
        await Register(1);
        await Register(2);
        var olga = await Changing();
        await olga.Presses("Verder");
        Assert.Contains("krijgen 2 personen daarover bericht", await olga.Presses("Controleren en opslaan", ("place", "Gemeentehuis")));
        var (verb, data) = olga.Button("Opslaan");

        Assert.Contains("2 personen krijgen bericht.", await olga.Presses("Opslaan"));
        Assert.Contains("De bijeenkomst is opgeslagen.", await olga.Clicks(verb, data));

        var stands = await KickOff();
        Assert.Equal((1, "Gemeentehuis", "Stadhuis"), (stands.Revision, stands.Place.Name, stands.Before!.Place.Name));
    }

    [Fact]
    public async Task A_card_in_a_channel_follows_a_change()
    {
        var olga = bot.Organiser();
        await olga.Says("uitnodigen");
        await olga.Presses("Laat het voorbeeld zien", ("subject", TestBot.KickOff.ToString()));
        await olga.Presses("Versturen");
        await TestBot.Until(() => bot.Messenger.To(olga).Count == 1);
        await Changing(olga);
        await olga.Presses("Controleren en opslaan", ("title", "Kick-off met taart"));
        await olga.Presses("Opslaan");

        bot.Clock.Advance(SharedCardRefresh.Pause);
        await bot.Get<SharedCardRefresh>().RefreshDue(Cancellation);

        await TestBot.Until(() => !bot.Messenger.Updated.IsEmpty);
        olga.Looks(bot.Messenger.Updated.Last().Card);
        Assert.Contains("Kick-off met taart", olga.Seen);
    }

    [Fact]
    public async Task Fewer_places_than_were_given_away_are_refused_at_their_step()
    {
        await Register(1);
        await Register(2);
        var olga = await Changing();
        for (var step = 1; step < 4; step++) await olga.Presses("Verder");
        await olga.Presses("Controleren en opslaan", ("capacity", "1"));

        var seen = await olga.Presses("Opslaan");

        Assert.Contains("Er zijn al 2 plaatsen vergeven.", seen);
        Assert.Contains("Stap 4 van 6", seen);
        Assert.Equal(3, (await KickOff()).Capacity);
    }

    [Fact]
    public async Task Two_organisers_at_once_lose_nothing_of_each_other()
    {
        var (olga, otto) = (bot.Organiser(), await bot.SecondOrganiser());
        await Changing(olga);
        await Changing(otto);
        await olga.Presses("Controleren en opslaan", ("title", "Kick-off van Olga"));
        await otto.Presses("Controleren en opslaan", ("why", "Omdat Otto het zegt."));
        await olga.Presses("Opslaan");

        Assert.Contains("Een andere organisator heeft deze bijeenkomst intussen gewijzigd.", await otto.Presses("Opslaan"));
        Assert.Contains("Kick-off van Olga", otto.Seen);
        Assert.Equal("Omdat het kan.", (await KickOff()).Why);
        Assert.Contains("De bijeenkomst is gewijzigd.", await otto.Presses("Opslaan"));

        Assert.Equal(("Kick-off van Olga", "Omdat Otto het zegt."), ((await KickOff()).Title, (await KickOff()).Why));
    }

    [Fact]
    public async Task What_both_organisers_changed_is_named_before_the_second_saves()
    {
        var (olga, otto) = (bot.Organiser(), await bot.SecondOrganiser());
        await Changing(olga);
        await Changing(otto);
        await olga.Presses("Controleren en opslaan", ("title", "Van Olga"));
        await otto.Presses("Controleren en opslaan", ("title", "Van Otto"));
        await olga.Presses("Opslaan");

        Assert.Contains("hier staat het zoals u het schreef: titel.", await otto.Presses("Opslaan"));
        Assert.Equal("Van Olga", (await KickOff()).Title);
        await otto.Presses("Opslaan");
        Assert.Equal("Van Otto", (await KickOff()).Title);
    }

    [Fact]
    public async Task A_change_whose_answer_was_lost_is_not_taken_for_somebody_elses()
    {
        var olga = await Changing();
        await olga.Presses("Controleren en opslaan", ("title", "Kick-off met taart"));
        bot.Tables[TableNames.Gatherings].FailAfter = FaultyTable.OnTime(1);

        Assert.Contains("Er ging iets mis bij ons.", await olga.Presses("Opslaan"));
        Assert.Contains("De bijeenkomst is gewijzigd.", await olga.Presses("Opnieuw proberen"));
    }

    [Fact]
    public async Task An_unfinished_change_goes_on_from_what_stands_now()
    {
        var (olga, otto) = (bot.Organiser(), await bot.SecondOrganiser());
        await Changing(olga);
        await olga.Presses("Verder", ("why", "Daarom."));
        await Changing(otto);
        await otto.Presses("Controleren en opslaan", ("title", "Van Otto"));
        await otto.Presses("Opslaan");

        await Changing(olga, "Van Otto");

        Assert.Contains("U was hier al mee begonnen.", olga.Seen);
        Assert.Contains("Van Otto", olga.Seen);
        Assert.Contains("Daarom.", olga.Seen);
    }

    [Theory]
    [InlineData("Zelfde bijeenkomst, andere datum", "kick-off")]
    [InlineData("Losse bijeenkomst", null)]
    public async Task A_copy_has_everything_but_the_date(string choice, string? series)
    {
        var olga = bot.Organiser();
        await olga.Says("bijeenkomst wijzigen");
        await olga.Presses("Kopiëren");
        var (verb, data) = olga.Button(choice);
        Assert.Contains("behalve de datum", await olga.Presses(choice));
        Assert.DoesNotContain("2027-02-04", olga.Seen);
        Assert.Contains("behalve de datum", await olga.Clicks(verb, data));
        await olga.Presses("Verder", ("date", "2027-03-04"));
        for (var step = 2; step < 6; step++) await olga.Presses("Verder");
        await olga.Presses("Controleren en opslaan");
        await olga.Presses("Opslaan");

        var copy = Assert.Single(await bot.Get<IGatherings>().Coming(Cancellation), one => one.Date == new DateOnly(2027, 3, 4));
        Assert.Equal(series ?? copy.Id.Item, copy.Id.Series);
        Assert.Equal(("Kick-off", 3, new DateOnly(2027, 2, 26)), (copy.Title, copy.Capacity!.Value, copy.RegisterBefore));
        Assert.Equal("Welkom", Assert.Single(copy.Programme).Title);
        Assert.Empty(await bot.Get<IDraftStore>().Of(olga.Id, Cancellation));
    }

    [Fact]
    public async Task Cancelling_asks_for_the_reason_and_says_how_many_people_read_it()
    {
        await Register(1);
        var person = await Register(2);
        await person.Presses("Afmelden");
        var olga = bot.Organiser();
        await olga.Says("bijeenkomst wijzigen");
        Assert.Contains("2 personen hebben geantwoord en krijgen bericht.", await olga.Presses("Afgelasten"));
        Assert.Contains("Dit mag niet leeg zijn.", await olga.Presses("Ja, gelast af", ("reason", " ")));
        Assert.Null((await KickOff()).Cancellation);

        Assert.Contains("De bijeenkomst gaat niet door.", await olga.Presses("Ja, gelast af", ("reason", "De zaal is afgebrand.")));

        Assert.Contains("2 personen krijgen bericht.", olga.Seen);
        var stands = await KickOff();
        Assert.Equal(("De zaal is afgebrand.", 1), (stands.Cancellation, stands.Revision));
        Assert.Equal(["Kopiëren", "Alle bijeenkomsten"], olga.ButtonTitles());
    }

    [Fact]
    public async Task Cancelling_twice_is_cancelling_once()
    {
        var olga = bot.Organiser();
        await olga.Says("bijeenkomst wijzigen");
        await olga.Presses("Afgelasten");
        var (verb, data) = olga.Button("Ja, gelast af");
        data["reason"] = "De zaal is afgebrand.";
        await olga.Clicks(verb, data);
        data["reason"] = "Toch iets anders.";
        Assert.Contains("De bijeenkomst gaat niet door.", await olga.Clicks(verb, data));

        Assert.Equal(("De zaal is afgebrand.", 1), ((await KickOff()).Cancellation, (await KickOff()).Revision));
    }

    [Fact]
    public async Task What_has_been_is_not_cancelled()
    {
        var olga = bot.Organiser();
        await olga.Says("bijeenkomst wijzigen");
        await olga.Presses("Afgelasten");
        bot.Clock.Advance(TimeSpan.FromDays(60));

        Assert.Contains("Deze bijeenkomst is geweest.", await olga.Presses("Ja, gelast af", ("reason", "Te laat.")));

        Assert.Null((await KickOff()).Cancellation);
    }

    [Fact]
    public async Task What_is_cancelled_can_be_copied_and_no_more()
    {
        var olga = await Changing();
        await olga.Presses("Controleren en opslaan", ("title", "Anders"));
        var (verb, data) = olga.Button("Opslaan");
        await bot.Get<ReviseGathering>().Cancel(TestBot.KickOff, "Ziek.", Cancellation);

        Assert.Contains("gaat niet door. Er is niets veranderd.", await olga.Clicks(verb, data));
        Assert.Contains("gaat niet door. Er is niets veranderd.", await olga.Clicks("gathering.change", new JsonObject { ["gathering"] = TestBot.KickOff.ToString() }));
        await olga.Says("bijeenkomst wijzigen");

        Assert.Equal(["Kopiëren", "Wijzigen", "Kopiëren", "Afgelasten"], olga.ButtonTitles());
        Assert.Equal("Kick-off", (await KickOff()).Title);
    }

    [Theory]
    [InlineData("gathering.change")]
    [InlineData("gathering.copy")]
    [InlineData("gathering.cancel")]
    [InlineData("gathering.cancel.sure")]
    public async Task A_gathering_that_does_not_exist_is_told(string verb)
    {
        foreach (var id in (string[])["", "x", "x.y", "a b.c", "x.y.z"])
            Assert.Contains("bestaat niet meer", await bot.Organiser().Clicks(verb, new JsonObject { ["gathering"] = id }));
    }

    private async Task<TestPerson> Changing(TestPerson? organiser = null, string title = "Kick-off")
    {
        organiser ??= bot.Organiser();
        Assert.Contains(title, await organiser.Says("bijeenkomst wijzigen"));
        await organiser.Presses("Wijzigen");
        return organiser;
    }

    private async Task<TestPerson> Register(int number)
    {
        var person = await bot.Confirmed(number);
        await person.Clicks("registration.come", new JsonObject { ["gathering"] = TestBot.KickOff.ToString() });
        Assert.Contains("U bent aangemeld", person.Seen);
        return person;
    }

    private async Task<Gathering> KickOff() => (await bot.Get<IGatherings>().Find(TestBot.KickOff, Cancellation))!;
}
