using LeerkringBot.Domain;
using LeerkringBot.Domain.Registrations;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Tests.Registrations;

/// <summary>"Past deze datum niet?"</summary>
public sealed class OtherDatesFlowTests : IDisposable
{
    private readonly TestBot bot = new();

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task One_click_moves_a_registration_to_another_date_with_places_left()
    {
        var (here, there, full) = await Dates();
        var (person, other) = (await bot.Confirmed(1), await bot.Confirmed(2));
        await other.Comes(full.Id);
        await person.Comes(here.Id);

        var seen = await person.Presses("Past deze datum niet?");
        Assert.Contains("De bijeenkomst is vol.", seen);
        Assert.Equal(["Verplaats mijn aanmelding hierheen"], person.ButtonTitles().Where(title => title.StartsWith("Verplaats", StringComparison.Ordinal)));

        Assert.Contains("Uw aanmelding is verplaatst naar deze datum. U bent aangemeld.", await person.Presses("Verplaats"));
        Assert.Equal(0, (await bot.SheetOf(here.Id)).Participants);
        Assert.Equal(1, (await bot.SheetOf(there.Id)).Participants);
        Assert.False((await bot.RegistrationOf(here.Id, person.Id))!.Wants);
        Assert.True((await bot.RegistrationOf(there.Id, person.Id))!.Wants);
    }

    [Fact]
    public async Task The_same_click_again_shows_where_the_registration_is()
    {
        var (here, there, _) = await Dates();
        var person = await bot.Confirmed(1);
        await person.Comes(here.Id);
        await person.Presses("Past deze datum niet?");
        var (verb, data) = person.Button("Verplaats mijn aanmelding hierheen");
        await person.Clicks(verb, data.DeepClone());

        Assert.Contains("U bent aangemeld", await person.Clicks(verb, data.DeepClone()));
        Assert.Equal(1, (await bot.SheetOf(there.Id)).Participants);
    }

    [Fact]
    public async Task When_the_last_place_is_gone_the_old_registration_stands()
    {
        var (here, there, _) = await Dates(placesThere: 1);
        var (person, other) = (await bot.Confirmed(1), await bot.Confirmed(2));
        await person.Comes(here.Id);
        await person.Presses("Past deze datum niet?");
        await other.Comes(there.Id);

        Assert.Contains("De laatste plaats is net bezet. Uw aanmelding staat nog op de oude datum.", await person.Presses("Verplaats"));
        Assert.True((await bot.RegistrationOf(here.Id, person.Id))!.Wants);
        Assert.Null(await bot.RegistrationOf(there.Id, person.Id));
    }

    [Fact]
    public async Task A_storage_fault_leaves_both_as_they_were_and_the_click_can_be_repeated()
    {
        var (here, there, _) = await Dates();
        var person = await bot.Confirmed(1);
        await person.Comes(here.Id);
        await person.Presses("Past deze datum niet?");

        bot.Tables[TableNames.Gatherings].FailBefore = _ => true;
        Assert.Contains("Er ging iets mis bij ons.", await person.Presses("Verplaats"));
        Assert.True((await bot.RegistrationOf(here.Id, person.Id))!.Wants);
        Assert.Null(await bot.RegistrationOf(there.Id, person.Id));

        bot.Tables[TableNames.Gatherings].FailBefore = _ => false;
        Assert.Contains("Uw aanmelding is verplaatst", await person.Presses("Opnieuw proberen"));
    }

    [Fact]
    public async Task Nobody_moves_between_series()
    {
        var (here, _, _) = await Dates();
        var person = await bot.Confirmed(1);
        await person.Comes(here.Id);

        await person.Clicks("registration.move", new System.Text.Json.Nodes.JsonObject { ["from"] = here.Id.ToString(), ["to"] = TestBot.Followup.ToString() });

        Assert.True((await bot.RegistrationOf(here.Id, person.Id))!.Wants);
        Assert.Null(await bot.RegistrationOf(TestBot.Followup, person.Id));
    }

    [Fact]
    public async Task Another_date_with_questions_of_its_own_gets_its_answers_first()
    {
        var here = await bot.Adds("haarlem", one => one with { Capacity = null, Questions = [new("rol", "Wat doet u?", QuestionKind.Text, false, [])] }, "ontwerp");
        var there = await bot.Adds("zwolle", one => one.WithQuestions() with { Capacity = 5, Date = one.Date.AddDays(7) }, "ontwerp");
        var person = await bot.Confirmed(1);
        await person.Comes(here.Id);
        await person.Presses("Antwoorden en keuzes");
        await person.Presses("Versturen", ("question-rol", "Adviseur"));
        await person.Presses("Past deze datum niet?");

        Assert.Contains("Voor die datum hebben wij eerst antwoorden van u nodig.", await person.Presses("Verplaats"));
        Assert.True((await bot.RegistrationOf(here.Id, person.Id))!.Wants);
        Assert.Null(await bot.RegistrationOf(there.Id, person.Id));
    }

    [Fact]
    public async Task Nobody_gives_up_a_place_for_a_waiting_list_on_which_they_stand()
    {
        var (here, _, full) = await Dates();
        var (person, other) = (await bot.Confirmed(1), await bot.Confirmed(2));
        await other.Comes(full.Id);
        await person.Comes(full.Id);
        await person.Comes(here.Id);

        var seen = await person.Clicks("registration.move", new System.Text.Json.Nodes.JsonObject { ["from"] = here.Id.ToString(), ["to"] = full.Id.ToString() });

        Assert.Contains("Uw aanmelding staat nog op de oude datum.", seen);
        Assert.Equal(1, (await bot.SheetOf(here.Id)).Participants);
    }

    private async Task<(Gathering Here, Gathering There, Gathering Full)> Dates(int placesThere = 5) => (
        await bot.Adds("haarlem", one => one with { Capacity = null }, "ontwerp"),
        await bot.Adds("zwolle", one => one with { Capacity = placesThere, Date = one.Date.AddDays(7) }, "ontwerp"),
        await bot.Adds("breda", one => one with { Capacity = 1, Date = one.Date.AddDays(14) }, "ontwerp"));
}
