using LeerkringBot.Bot.Routing;
using LeerkringBot.Cards;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Members;

namespace LeerkringBot.Tests.Members;

public sealed class MemberFlowTests : IDisposable
{
    private readonly TestBot bot = new();

    public void Dispose() => bot.Dispose();

    [Theory]
    [InlineData("Agenda")]
    [InlineData("  AGÉNDA!! ")]
    [InlineData("agneda")]
    [InlineData("aanmeldn")]
    [InlineData("gatherings")]
    public async Task A_typed_command_works_with_capitals_accents_and_small_typos(string typed) =>
        Assert.StartsWith("Agenda\n", await bot.Person(1).Says(typed));

    [Theory]
    [InlineData("wat kun je?")]
    [InlineData("hallo")]
    [InlineData("")]
    [InlineData("🙂🙂🙂")]
    public async Task Anything_else_gets_the_start_card_with_what_is_there_for_this_person(string typed)
    {
        var seen = await bot.Person(1).Says(typed);
        Assert.Contains("Welkom bij Proefnetwerk", seen);
        Assert.Contains("Wij weten nog niet voor welke gemeente of organisatie u werkt", seen);
        Assert.Contains("Kick-off", seen);
        Assert.Contains("Thorbecke-experiment", seen);
    }

    [Fact]
    public async Task An_organisers_start_card_says_what_an_organiser_can_type()
    {
        Assert.Contains("Typ **uitnodigen** of **peiling**", await bot.Organiser().Says("hallo"));
        Assert.DoesNotContain("uitnodigen", await bot.Person(1).Says("hallo"));
    }

    [Fact]
    public async Task English_Teams_gets_English_texts()
    {
        var person = bot.Person(1, language: Language.English);
        Assert.Contains("Do you work for the municipality of Waalwijk?", await person.Says("my municipality"));
        Assert.Contains("Noted: Waalwijk.", await person.Presses("Yes, Waalwijk"));
    }

    [Fact]
    public async Task A_municipality_can_be_chosen_from_the_list_and_changed_later()
    {
        var person = await bot.Confirmed(1);
        Assert.Contains("Nu bekend: Waalwijk", await person.Says("mijn gemeente"));
        Assert.Contains("Kies eerst uw gemeente uit de lijst", await person.Presses("Dit is mijn gemeente"));
        Assert.Contains("Genoteerd: Zeist", await person.Presses("Dit is mijn gemeente", ("code", "GM0355")));
    }

    [Fact]
    public async Task A_role_can_come_with_the_municipality_and_stays_when_the_municipality_or_the_profile_changes()
    {
        var person = bot.Person(1);
        await person.Says("mijn gemeente");
        await person.Presses("Ja, Waalwijk", ("role", "Clerk"));
        Assert.Equal(Role.Clerk, Known(person).Role);

        await person.Says("mijn gemeente");
        await person.Presses("Dit is mijn gemeente", ("code", "GM0355"));
        bot.Clock.Advance(RecogniseMember.ProfileLifetime);
        await person.Says("hallo");
        await TestBot.Until(() => Known(person).ProfileReadAt == bot.Clock.GetUtcNow());
        Assert.Equal((Role.Clerk, new Affiliation.OfMunicipality(MunicipalityCode.Parse("GM0355"))), (Known(person).Role!.Value, Known(person).Affiliation));
    }

    [Theory]
    [InlineData("Keizer")]
    [InlineData("99")]
    [InlineData("")]
    public async Task A_role_that_is_none_is_passed_over(string role)
    {
        var person = bot.Person(1);
        await person.Says("mijn gemeente");
        Assert.Contains("Genoteerd: Waalwijk", await person.Presses("Ja, Waalwijk", ("role", role)));
        Assert.Null(Known(person).Role);
    }

    [Fact]
    public void Roles_read_as_the_invitations_name_them()
    {
        Assert.Equal("griffiers, raadsleden", Texts.Dutch.Roles([Role.Clerk, Role.Councillor]));
        Assert.Equal("municipal secretaries", Texts.English.Roles([Role.MunicipalSecretary]));
        Assert.Equal("wethouder", Texts.Dutch.Role(Role.Alderman));
    }

    [Fact]
    public async Task A_suggestion_goes_before_what_stands_in_the_list()
    {
        var person = bot.Person(1);
        await person.Says("mijn gemeente");
        Assert.Contains("Genoteerd: Waalwijk", await person.Presses("Ja, Waalwijk", ("code", "GM0355"), ("name", "VNG")));
    }

    [Fact]
    public async Task A_municipality_outside_the_network_is_refused() =>
        Assert.Contains("Kies eerst uw gemeente", await Chosen("GM9999"));

    [Fact]
    public async Task The_list_is_searched_while_typing()
    {
        var search = bot.Services.GetService(typeof(IEnumerable<ISearch>)) as IEnumerable<ISearch>;
        var found = await search!.Single().Find(new(new("x"), Language.Dutch, Task.FromResult<Member>(null!)), "BIL", TestContext.Current.CancellationToken);
        Assert.Equal(["De Bilt"], found.Select(choice => choice.Title));
    }

    [Fact]
    public async Task An_organisers_address_is_bound_to_the_first_object_id_that_has_it()
    {
        Assert.DoesNotContain("Dit kunnen alleen", await bot.Organiser().Says("overzicht"));

        var other = new TestPerson(bot, 5, "Iemand Anders", "olga@m50.example", Language.Dutch);
        Assert.Contains("Dit kunnen alleen", await other.Says("overzicht"));

        var moved = new TestPerson(bot, 99, "Olga Organisator", "olga@elders.example", Language.Dutch);
        bot.Clock.Advance(RecogniseMember.ProfileLifetime);
        Assert.DoesNotContain("Dit kunnen alleen", await moved.Says("overzicht"));
        await TestBot.Until(() => Email(moved) == "olga@elders.example");
        Assert.DoesNotContain("Dit kunnen alleen", await moved.Says("overzicht"));
    }

    [Fact]
    public async Task A_profile_is_read_once_and_again_after_a_day_behind_the_answer()
    {
        var reads = 0;
        await Meet(_ => Task.FromResult<Profile?>(new($"Naam {++reads}", null)));
        await Meet(_ => Task.FromResult<Profile?>(new($"Naam {++reads}", null)));
        Assert.Equal(1, reads);

        bot.Clock.Advance(RecogniseMember.ProfileLifetime);
        var answer = new TaskCompletionSource<Profile?>();
        Assert.Equal("Naam 1", (await Meet(_ => answer.Task)).Name);
        answer.SetResult(new("Naam 2", null));
        await TestBot.Until(() => Stored().Name == "Naam 2");
    }

    [Fact]
    public async Task After_a_look_up_that_failed_the_next_one_waits_ten_minutes()
    {
        var reads = 0;
        Task<Profile?> Silence(CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref reads);
            return Task.FromResult<Profile?>(null);
        }

        Assert.Equal("A", (await Meet(Silence)).Name);
        await Meet(Silence);
        bot.Clock.Advance(RecogniseMember.PauseAfterFailure - TimeSpan.FromSeconds(1));
        await Meet(Silence);
        Assert.Equal(1, Volatile.Read(ref reads));

        bot.Clock.Advance(TimeSpan.FromSeconds(1));
        await Meet(Silence);
        await TestBot.Until(() => Volatile.Read(ref reads) == 2);
    }

    [Fact]
    public async Task Another_language_is_remembered_without_a_look_up_and_an_unknown_one_changes_nothing()
    {
        await Meet(_ => Task.FromResult<Profile?>(new("Naam", null)));
        Assert.Equal(Language.English, (await Meet(NoLookUp, Language.English)).Language);
        await TestBot.Until(() => Stored().Language == Language.English);

        Assert.Equal(Language.English, (await Meet(NoLookUp, null)).Language);
        bot.Clock.Advance(RecogniseMember.ProfileLifetime);
        await Meet(_ => Task.FromResult<Profile?>(new("Nieuwe naam", null)), null);
        await TestBot.Until(() => Stored().Name == "Nieuwe naam");
        Assert.Equal(Language.English, Stored().Language);
    }

    [Fact]
    public async Task The_overview_shows_who_comes_who_waits_who_declined_and_who_is_silent()
    {
        var organiser = bot.Organiser();
        var (coming, declined, silent) = (await bot.Confirmed(1), await bot.Confirmed(2, "zeist"), await bot.Confirmed(3));
        var data = new System.Text.Json.Nodes.JsonObject { ["gathering"] = TestBot.KickOff.ToString() };
        await coming.Clicks("registration.come", data.DeepClone());
        await declined.Clicks("registration.decline", data.DeepClone());

        await organiser.Says("overzicht");
        var seen = await organiser.Presses("Wie komt er?");

        Assert.Contains("Komt (1)\nPersoon 1 (Waalwijk)", seen);
        Assert.Contains("Komt niet (1)\nPersoon 2 (Zeist)", seen);
        Assert.Contains($"Nog geen antwoord (2)\nOlga Organisator, {silent.Name} (Waalwijk)", seen);
    }

    [Fact]
    public async Task The_number_of_places_cannot_go_below_what_is_confirmed()
    {
        var organiser = bot.Organiser();
        var data = new System.Text.Json.Nodes.JsonObject { ["gathering"] = TestBot.KickOff.ToString() };
        for (var i = 1; i <= 3; i++) await (await bot.Confirmed(i)).Clicks("registration.come", data.DeepClone());
        await organiser.Says("overzicht");
        await organiser.Presses("Wie komt er?");

        Assert.Contains("Er zijn al 3 plaatsen vergeven", await organiser.Presses("Verander het aantal plaatsen", ("places", "2")));
        Assert.Contains("geheel getal van 1 of meer", await organiser.Presses("Verander het aantal plaatsen", ("places", "-5")));
        Assert.Contains("Het aantal plaatsen is veranderd", await organiser.Presses("Verander het aantal plaatsen", ("places", "4")));
        Assert.Contains("Het aantal plaatsen is veranderd", await organiser.Presses("Verander het aantal plaatsen", ("places", "")));
    }

    private static Task<Profile?> NoLookUp(CancellationToken cancellationToken) => throw new InvalidOperationException("Nobody asked for a look-up.");

    private Task<Member> Meet(Func<CancellationToken, Task<Profile?>> lookUp, Language? language = Language.Dutch) =>
        bot.Get<RecogniseMember>().Begin(new("a"), language, "A", lookUp, TestContext.Current.CancellationToken).Member;

    private string? Email(TestPerson person) => Known(person).Email;

    private Member Known(TestPerson person) => bot.Get<IMembers>().Find(person.Id, CancellationToken.None).GetAwaiter().GetResult()!;

    private Member Stored() => bot.Get<IMembers>().Find(new("a"), CancellationToken.None).GetAwaiter().GetResult()!;

    private async Task<string> Chosen(string code)
    {
        var person = bot.Person(1);
        await person.Says("mijn gemeente");
        return await person.Presses("Dit is mijn gemeente", ("code", code));
    }
}
