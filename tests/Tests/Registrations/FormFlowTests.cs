using LeerkringBot.Domain;
using LeerkringBot.Domain.Registrations;

namespace LeerkringBot.Tests.Registrations;

/// <summary>Questions, wishes and tracks, answered on the card.</summary>
public sealed class FormFlowTests : IDisposable
{
    private readonly TestBot bot = new();

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task A_required_question_is_asked_before_one_is_registered_and_the_conditional_one_when_its_turn_comes()
    {
        var gathering = await bot.Adds("vragen", one => one.WithQuestions());
        var person = await bot.Confirmed(1);

        var form = await person.Comes(gathering.Id);
        Assert.Contains("Heeft uw gemeente een concreet project of plan?", form);
        Assert.DoesNotContain("Omschrijf het project", form);
        Assert.Null(await bot.RegistrationOf(gathering.Id, person.Id));

        var more = await person.Presses("Versturen", ("question-plan", "yes"), ("question-mensen", "3"));
        Assert.Contains("Omschrijf het project of plan", more);
        Assert.DoesNotContain("Er is nog iets niet goed", more);

        Assert.Contains("Geef hier een antwoord.", await person.Presses("Versturen", ("question-omschrijving", "  ")));
        Assert.Contains("U bent aangemeld", await person.Presses("Versturen", ("question-omschrijving", "Een initiatievenloket")));
        var mine = await bot.RegistrationOf(gathering.Id, person.Id);
        Assert.Equal([("mensen", "3"), ("omschrijving", "Een initiatievenloket"), ("plan", "yes")], mine!.Answers.OrderBy(one => one.Key).Select(one => (one.Key, one.Value)));
    }

    [Fact]
    public async Task A_mistake_stands_at_its_field_and_everything_typed_is_still_there()
    {
        var gathering = await bot.Adds("vragen", one => one.WithQuestions());
        var person = await bot.Confirmed(1);
        await person.Comes(gathering.Id);

        var seen = await person.Presses("Versturen", ("question-plan", "no"), ("question-mensen", "drie"), ("wishes", "vegetarisch"));

        var lines = seen.Split('\n').ToList();
        Assert.Equal(lines.IndexOf("Met hoeveel mensen werkt u eraan?") - 1, lines.IndexOf("Vul een geheel getal in, bijvoorbeeld 3."));
        Assert.Contains("drie", lines);
        Assert.Contains("vegetarisch", lines);
        Assert.Contains("U bent aangemeld", await person.Presses("Versturen", ("question-mensen", "3")));
        Assert.False((await bot.RegistrationOf(gathering.Id, person.Id))!.Answers.ContainsKey("omschrijving"));
    }

    [Fact]
    public async Task What_is_forged_is_not_stored()
    {
        var gathering = await bot.Adds("vragen", one => one.WithQuestions().WithTracks());
        var person = await bot.Confirmed(1);
        await person.Comes(gathering.Id);

        Assert.Contains("Kies een van de antwoorden.", await person.Presses("Versturen", ("question-plan", "misschien"), ("round-ochtend", "onbekend"), ("question-extra", "x")));
        Assert.Contains("Kies in ten minste één ronde een traject.", person.Seen);
        await person.Presses("Versturen", ("question-plan", "no"), ("round-ochtend", "kernen"), ("round-x", "spelregels"), ("question-extra", "x"));

        var mine = await bot.RegistrationOf(gathering.Id, person.Id);
        Assert.Single(mine!.Tracks);
        Assert.Equal(["plan"], mine.Answers.Keys);
    }

    [Fact]
    public async Task Answers_can_be_changed_until_registering_closes_and_come_back_filled_in()
    {
        var gathering = await bot.Adds("vragen", one => one.WithQuestions());
        var person = await bot.Confirmed(1);
        await person.Comes(gathering.Id);
        await person.Presses("Versturen", ("question-plan", "no"), ("wishes", "vegetarisch"));

        var form = await person.Presses("Antwoorden en keuzes");
        Assert.Contains("vegetarisch", form);
        await person.Presses("Versturen", ("question-mensen", "12"));
        Assert.Equal("12", (await bot.RegistrationOf(gathering.Id, person.Id))!.Answers["mensen"]);

        await person.Presses("Antwoorden en keuzes");
        bot.Clock.SetUtcNow(gathering.RegistrationClosesAt);
        Assert.Contains("Aanmelden kan niet meer. Uw klik heeft niets veranderd.", await person.Presses("Versturen", ("question-mensen", "13")));
        Assert.Equal("12", (await bot.RegistrationOf(gathering.Id, person.Id))!.Answers["mensen"]);
    }

    [Fact]
    public async Task The_form_goes_on_after_the_question_for_the_municipality_with_all_that_was_typed()
    {
        var gathering = await bot.Adds("vragen", one => one.WithQuestions());
        var person = bot.Person(1);
        await person.Clicks("registration.form", new System.Text.Json.Nodes.JsonObject { ["gathering"] = gathering.Id.ToString() });

        Assert.Contains("Werkt u voor de gemeente Waalwijk?", await person.Presses("Versturen", ("question-plan", "no"), ("question-mensen", "4")));
        Assert.Contains("U bent aangemeld", await person.Presses("Ja, Waalwijk"));
        Assert.Equal("4", (await bot.RegistrationOf(gathering.Id, person.Id))!.Answers["mensen"]);
    }

    [Fact]
    public async Task Wishes_are_seen_by_the_one_who_caters_counted_for_others_and_gone_after_fourteen_days()
    {
        var gathering = await bot.Adds("vragen", one => one.WithQuestions());
        var person = await bot.Confirmed(1);
        await person.Comes(gathering.Id);
        await person.Presses("Versturen", ("question-plan", "no"), ("wishes", "notenallergie"));
        var (olga, otto) = (bot.Organiser(), await bot.SecondOrganiser());
        var data = new System.Text.Json.Nodes.JsonObject { ["gathering"] = gathering.Id.ToString() };

        Assert.Contains("1 deelnemer heeft dieetwensen", await otto.Clicks("overview.gathering", data.DeepClone()));
        Assert.DoesNotContain("notenallergie", otto.Seen);
        await olga.Clicks("registration.catering", data.DeepClone());
        Assert.DoesNotContain("notenallergie", olga.Seen);
        Assert.Contains("notenallergie", await olga.Presses("Ik regel de catering"));
        Assert.Contains("Persoon 1", olga.Seen);
        Assert.Contains("alleen in de persoonlijke chat", await olga.Clicks("registration.catering", data.DeepClone(), inChannel: true));
        Assert.Contains("Olga Organisator regelt de catering", await otto.Clicks("registration.catering", data.DeepClone()));
        Assert.DoesNotContain("notenallergie", otto.Seen);
        Assert.DoesNotContain("notenallergie", await person.Clicks("registration.catering", data.DeepClone()));

        bot.Clock.SetUtcNow(gathering.EndsAt.AddDays(14).AddHours(-2));
        await Settle();
        Assert.Single(await bot.Get<IRegistrationStore>().Wishes(gathering.Id, TestContext.Current.CancellationToken));
        bot.Clock.SetUtcNow(gathering.EndsAt.AddDays(14).AddMinutes(1));
        await TestBot.Until(() =>
        {
            bot.Clock.Advance(TimeSpan.FromSeconds(30));
            return bot.Get<IRegistrationStore>().Wishes(gathering.Id, CancellationToken.None).GetAwaiter().GetResult().Count == 0;
        });
        Assert.Equal(1, (await bot.SheetOf(gathering.Id)).Wishes);
    }

    [Fact]
    public async Task Wishes_for_a_gathering_that_is_moved_forward_are_gone_fourteen_days_after_the_new_date()
    {
        var gathering = await bot.Adds("vragen", one => one.WithQuestions());
        var person = await bot.Confirmed(1);
        await person.Comes(gathering.Id);
        await person.Presses("Versturen", ("question-plan", "no"), ("wishes", "notenallergie"));
        await Settle();

        await bot.Get<Domain.Gatherings.ReviseGathering>().To(gathering.Id, current => current with { Date = current.Date.AddDays(-7) }, TestContext.Current.CancellationToken);
        await Settle();
        bot.Clock.SetUtcNow(gathering.EndsAt.AddDays(7).AddMinutes(1));

        await TestBot.Until(() =>
        {
            if (bot.Clock.GetUtcNow() < gathering.EndsAt.AddDays(8)) bot.Clock.Advance(TimeSpan.FromSeconds(30));
            return bot.Get<IRegistrationStore>().Wishes(gathering.Id, CancellationToken.None).GetAwaiter().GetResult().Count == 0;
        });
    }

    [Fact]
    public async Task However_many_wishes_there_are_the_one_who_caters_sees_them_all_page_by_page()
    {
        var gathering = await bot.Adds("vragen", one => one.WithQuestions() with { Capacity = null });
        for (var i = 1; i <= 60; i++)
        {
            var person = await bot.Confirmed(i);
            await person.Comes(gathering.Id);
            await person.Presses("Versturen", ("question-plan", "no"), ("wishes", $"{i} {new string('x', 490)}"));
        }

        var olga = bot.Organiser();
        await olga.Clicks("registration.catering", new System.Text.Json.Nodes.JsonObject { ["gathering"] = gathering.Id.ToString() });
        await olga.Presses("Ik regel de catering");
        var seen = 0;
        for (var page = 1; ; page++)
        {
            Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(olga.Card!.ToJsonString()), 1, 28_000);
            seen += olga.Seen.Split("xxx\n").Length - 1;
            if (!olga.ButtonTitles().Contains("Volgende namen")) break;
            await olga.Presses("Volgende namen");
        }

        Assert.Equal(60, seen);
    }

    [Fact]
    public async Task Who_cancels_leaves_no_wishes()
    {
        var gathering = await bot.Adds("vragen", one => one.WithQuestions());
        var person = await bot.Confirmed(1);
        await person.Comes(gathering.Id);
        await person.Presses("Versturen", ("question-plan", "no"), ("wishes", "halal"));

        await person.Presses("Afmelden");

        Assert.Empty(await bot.Get<IRegistrationStore>().Wishes(gathering.Id, TestContext.Current.CancellationToken));
        Assert.Equal(0, (await bot.SheetOf(gathering.Id)).Wishes);
    }

    [Fact]
    public async Task Full_tracks_say_so_have_their_own_waiting_list_and_a_change_keeps_no_double_place()
    {
        var gathering = await bot.Adds("sporen", one => one.WithTracks(1));
        var (first, second) = (await bot.Confirmed(1), await bot.Confirmed(2, "zeist"));
        await first.Comes(gathering.Id);
        Assert.Contains("Kies in ten minste één ronde een traject.", await first.Presses("Versturen"));
        await first.Presses("Versturen", ("round-ochtend", "kernen"), ("round-middag", "begroten"));
        Assert.Contains("Kernendemocratie", first.Seen);

        Assert.Contains("Kernendemocratie (vol)", await second.Comes(gathering.Id));
        Assert.Contains("Kernendemocratie (wachtlijst, plaats 1)", await second.Presses("Versturen", ("round-ochtend", "kernen")));
        Assert.Contains("U bent aangemeld", second.Seen);

        await first.Presses("Antwoorden en keuzes");
        await first.Presses("Versturen", ("round-ochtend", "spelregels"));
        await TestBot.Until(() => bot.Messenger.To(second).Count == 1);
        second.Looks(bot.Messenger.To(second).Single());
        Assert.Contains("Er is een plaats vrijgekomen in het traject dat u koos.", second.Seen);
        var sheet = await bot.SheetOf(gathering.Id);
        Assert.Equal([("begroten", 1, 0), ("kernen", 1, 0), ("spelregels", 1, 0)], sheet.Tracks.Select(track => (track.Key, track.Value.Taken, track.Value.Waiting.Count)));
        Assert.Equal(2, sheet.Participants);
    }

    private async Task Settle()
    {
        for (var i = 0; i < 20; i++)
        {
            bot.Clock.Advance(TimeSpan.FromSeconds(30));
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }
}
