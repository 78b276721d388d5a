using System.Text.Json.Nodes;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Registrations;

namespace LeerkringBot.Tests.Registrations;

/// <summary>"Definitieve aanmelding": an organiser confirms or declines.</summary>
public sealed class ApprovalFlowTests : IDisposable
{
    private readonly TestBot bot = new();

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task A_registration_is_provisional_until_confirmed_and_counts_apart()
    {
        var gathering = await bot.Adds("opstart", one => one.WithQuestions() with { NeedsApproval = true, Capacity = 1 });
        var (person, second) = (await Registered(1, gathering), await Registered(2, gathering));
        Assert.Contains("Uw aanmelding is voorlopig.", person.Seen);
        Assert.Contains("Er is nog niemand aangemeld. 2 aanmeldingen wachten op bevestiging. Er is nog 1 plaats vrij.", second.Seen);
        var olga = await Requests(gathering);
        Assert.Contains("Persoon 1 (Waalwijk)", olga.Seen);
        Assert.Contains("Een loket van Persoon 1", olga.Seen);

        Assert.Contains("Bevestigd: 1 met een plaats, 1 op de wachtlijst.", await olga.Presses("Bevestig alle 2"));

        await TestBot.Until(() => bot.Messenger.To(person).Count == 1 && bot.Messenger.To(second).Count == 1);
        person.Looks(bot.Messenger.To(person).Single());
        Assert.Contains("Uw aanmelding is bevestigd. Tot dan!", person.Seen);
        second.Looks(bot.Messenger.To(second).Single());
        Assert.Contains("alle plaatsen zijn bezet. U staat op de wachtlijst, op plaats 1.", second.Seen);
        Assert.Contains("Hier was al over beslist.", await olga.Clicks("registration.confirm", new JsonObject { ["gathering"] = gathering.Id.ToString(), ["people"] = person.Id.ToString() }));
    }

    [Fact]
    public async Task Declining_needs_a_reason_which_the_person_reads()
    {
        var gathering = await bot.Adds("opstart", one => one.WithQuestions() with { NeedsApproval = true });
        var person = await Registered(1, gathering);
        var olga = await Requests(gathering);

        Assert.Contains("Vul eerst een reden in.", await olga.Presses("Afwijzen"));
        Assert.IsType<MyRegistration.Provisional>(MyRegistration.Of(await bot.SheetOf(gathering.Id), await bot.RegistrationOf(gathering.Id, person.Id)));
        Assert.Contains("Afgewezen: 1.", await olga.Presses("Afwijzen", ("reason", "Eén per gemeente.")));

        await TestBot.Until(() => bot.Messenger.To(person).Count == 1);
        person.Looks(bot.Messenger.To(person).Single());
        Assert.Contains("Uw aanmelding kon niet doorgaan. Reden: Eén per gemeente.", person.Seen);
        Assert.Empty((await bot.SheetOf(gathering.Id)).Requests);
        Assert.Contains("Eén per gemeente.", await person.Says("mijn aanmeldingen"));
    }

    [Fact]
    public async Task An_answer_stays_what_was_typed_when_its_question_becomes_one_of_yes_or_no()
    {
        var gathering = await bot.Adds("vraag", one => one with { NeedsApproval = true, Questions = [new("plan", "Uw plan?", QuestionKind.Text, true, [])] });
        var person = await bot.Confirmed(1);
        await person.Comes(gathering.Id);
        await person.Presses("Versturen", ("question-plan", "Zeker weten"));

        await bot.Get<Domain.Gatherings.ReviseGathering>().To(gathering.Id, current => current with { Questions = [new("plan", "Hebt u een plan?", QuestionKind.YesNo, true, [])] }, TestContext.Current.CancellationToken);

        Assert.Contains("Zeker weten", (await Requests(gathering)).Seen);
    }

    [Fact]
    public async Task A_pair_that_only_comes_together_stays_one_when_both_are_confirmed()
    {
        var gathering = await bot.Adds("paar", one => one with { NeedsApproval = true, Capacity = 1 });
        var (person, colleague) = (await bot.Confirmed(1), await bot.Confirmed(2));
        await person.Comes(gathering.Id);
        await person.Clicks("registration.bring", new JsonObject { ["gathering"] = gathering.Id.ToString(), ["people"] = colleague.Id.ToString(), ["places"] = "together" });
        var olga = await Requests(gathering);

        Assert.Contains("Bevestigd: 0 met een plaats, 2 op de wachtlijst.", await olga.Presses("Bevestig alle 2"));
    }

    [Fact]
    public async Task However_long_the_answers_are_the_list_fits_and_the_rest_comes_when_these_are_done()
    {
        var gathering = await bot.Adds("lang", one => one with
        {
            NeedsApproval = true,
            Capacity = null,
            Questions = [.. Enumerable.Range(1, 8).Select(number => new Question($"q{number}", $"Vraag {number}", QuestionKind.Text, true, []))],
        });
        for (var i = 1; i <= 5; i++)
        {
            var person = await bot.Confirmed(i);
            await person.Comes(gathering.Id);
            await person.Presses("Versturen", [.. Enumerable.Range(1, 8).Select(number => ($"question-q{number}", new string('x', 1000)))]);
        }

        var olga = await Requests(gathering);
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(olga.Card!.ToJsonString()), 1, 28_000);
        Assert.Contains("Er wachten er nog 4.", olga.Seen);
        await olga.Presses("Bevestigen");
        Assert.Contains("Er wachten er nog 3.", olga.Seen);
    }

    [Fact]
    public async Task Participants_see_no_requests_and_decide_nothing()
    {
        var gathering = await bot.Adds("opstart", one => one.WithQuestions() with { NeedsApproval = true });
        var person = await Registered(1, gathering);

        foreach (var verb in new[] { "registration.requests", "registration.confirm", "registration.refuse", "registration.attendance", "registration.tick", "registration.cater" })
        {
            await person.Clicks(verb, new JsonObject { ["gathering"] = gathering.Id.ToString(), ["people"] = person.Id.ToString(), ["page"] = 0, ["shown"] = person.Id.ToString(), ["present"] = person.Id.ToString() });
            Assert.Contains("organisator", person.Seen);
        }

        Assert.Single((await bot.SheetOf(gathering.Id)).Requests);
    }

    [Fact]
    public async Task Where_confirmation_is_no_longer_needed_those_who_waited_for_it_are_in()
    {
        var gathering = await bot.Adds("opstart", one => one.WithQuestions() with { NeedsApproval = true });
        var person = await Registered(1, gathering);

        await bot.Get<Domain.Gatherings.ReviseGathering>().To(gathering.Id, current => current with { NeedsApproval = false }, TestContext.Current.CancellationToken);

        await TestBot.Until(() => bot.Messenger.To(person).Count == 1);
        Assert.Equal(1, (await bot.SheetOf(gathering.Id)).Participants);
    }

    private async Task<TestPerson> Registered(int number, Gathering gathering)
    {
        var person = await bot.Confirmed(number);
        await person.Comes(gathering.Id);
        await person.Presses("Versturen", ("question-plan", "yes"));
        await person.Presses("Versturen", ("question-omschrijving", $"Een loket van {person.Name}"));
        return person;
    }

    private async Task<TestPerson> Requests(Gathering gathering)
    {
        var olga = bot.Organiser();
        await olga.Clicks("overview.gathering", new JsonObject { ["gathering"] = gathering.Id.ToString() });
        await olga.Presses("Bevestigen (");
        return olga;
    }
}
