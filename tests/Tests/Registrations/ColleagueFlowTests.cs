using System.Text.Json.Nodes;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Gatherings;
using LeerkringBot.Domain.Registrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LeerkringBot.Tests.Registrations;

/// <summary>"Neem een collega mee".</summary>
public sealed class ColleagueFlowTests : IDisposable
{
    private readonly RecordingMailer mailer = new();
    private readonly TestBot bot;

    public ColleagueFlowTests() => bot = new(services => services.Replace(ServiceDescriptor.Singleton<IMailer>(mailer)));

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task A_colleague_in_Teams_counts_is_told_and_can_be_cancelled_for()
    {
        var (person, colleague) = (await bot.Confirmed(1), await bot.Confirmed(2));
        await person.Comes(TestBot.KickOff);
        await person.Presses("Neem een collega mee");

        Assert.Contains("Uw collega is aangemeld en krijgt bericht.", await person.Presses("Meld mijn collega aan", ("people", colleague.Id.ToString())));
        Assert.Contains("Persoon 2: aangemeld", person.Seen);
        Assert.Contains("2 deelnemers uit 1 gemeente", person.Seen);
        await TestBot.Until(() => bot.Messenger.To(colleague).Count == 1);
        colleague.Looks(bot.Messenger.To(colleague).Single());
        Assert.Contains("Persoon 1 heeft u aangemeld voor deze bijeenkomst. U bent aangemeld.", colleague.Seen);

        Assert.Contains("Uw collega is afgemeld en krijgt bericht.", await person.Presses("Afmelden voor deze collega"));
        await TestBot.Until(() => bot.Messenger.To(colleague).Count == 2);
        colleague.Looks(bot.Messenger.To(colleague)[1]);
        Assert.Contains("Persoon 1 heeft u afgemeld voor deze bijeenkomst.", colleague.Seen);
        Assert.Equal(1, (await bot.SheetOf(TestBot.KickOff)).Participants);
    }

    [Fact]
    public async Task A_colleague_can_cancel_alone_and_is_not_registered_again_against_their_will()
    {
        var (person, colleague) = (await bot.Confirmed(1), await bot.Confirmed(2));
        await person.Comes(TestBot.KickOff);
        await Bring(person, ("people", colleague.Id.ToString()));
        await colleague.Opens(TestBot.KickOff);
        await colleague.Presses("Afmelden");

        Assert.DoesNotContain("Uw collega's", await person.Opens(TestBot.KickOff));
        Assert.Contains("Komt niet, volgens een eerder antwoord: Persoon 2.", await Bring(person, ("people", colleague.Id.ToString())));
        Assert.Equal(1, (await bot.SheetOf(TestBot.KickOff)).Participants);
    }

    [Fact]
    public async Task A_colleague_outside_Teams_gets_one_mail_with_calendar_and_page_and_another_when_cancelled()
    {
        var person = await bot.Confirmed(1);
        await person.Comes(TestBot.KickOff);

        Assert.Contains("Carla Mulder: aangemeld", await Bring(person, ("name", "Carla Mulder"), ("email", "Carla@Lochem.example")));
        await TestBot.Until(() => mailer.Sent.Count == 1);
        var mail = mailer.Sent.Single();
        Assert.Equal("carla@lochem.example", mail.To);
        Assert.Contains("Persoon 1 heeft u aangemeld", mail.Text);
        Assert.Contains("/aanmelding/", mail.Text);
        Assert.Contains("METHOD:PUBLISH", mail.Calendar);

        await person.Opens(TestBot.KickOff);
        await person.Presses("Afmelden voor deze collega");
        await TestBot.Until(() => mailer.Sent.Count == 2);
        Assert.Contains("heeft u afgemeld", mailer.Sent.Last().Text);
        Assert.Contains("METHOD:CANCEL", mailer.Sent.Last().Calendar);
    }

    [Fact]
    public async Task A_mail_that_could_not_be_sent_is_sent_a_while_later_and_one_that_never_can_be_is_left()
    {
        var person = await bot.Confirmed(1);
        await person.Comes(TestBot.KickOff);
        mailer.Instead.Enqueue(new MailOutcome.Postponed(null));
        await Bring(person, ("name", "Carla Mulder"), ("email", "carla@lochem.example"));
        await Settle(() => mailer.Sent.Count == 1);
        Assert.Single(mailer.Sent);

        mailer.Instead.Enqueue(new MailOutcome.Refused("This can never be written."));
        await Bring(person, ("name", "Dirk Postma"), ("email", "dirk@lochem.example"));
        await Settle(() => false);
        Assert.Single(mailer.Sent);
    }

    [Fact]
    public async Task A_guest_reads_in_the_mail_that_the_gathering_is_cancelled_and_why()
    {
        var person = await bot.Confirmed(1);
        await person.Comes(TestBot.KickOff);
        await Bring(person, ("name", "Carla Mulder"), ("email", "carla@lochem.example"));
        await TestBot.Until(() => mailer.Sent.Count == 1);

        await bot.Get<ReviseGathering>().Cancel(TestBot.KickOff, "De spreker is ziek.", TestContext.Current.CancellationToken);

        await TestBot.Until(() => mailer.Sent.Count == 2);
        Assert.Contains("Deze bijeenkomst gaat niet door. De reden: De spreker is ziek.", mailer.Sent.Last().Text);
        Assert.DoesNotContain("Er is iets veranderd", mailer.Sent.Last().Text);
        Assert.Contains("METHOD:CANCEL", mailer.Sent.Last().Calendar);
    }

    [Fact]
    public async Task A_guest_is_counted_under_the_municipality_for_which_their_colleague_comes()
    {
        var (person, colleague) = (await bot.Confirmed(1), bot.Person(2));
        await colleague.Says("hallo");
        await person.Comes(TestBot.KickOff);
        await Bring(person, ("people", colleague.Id.ToString()));

        Assert.Contains("Carla Mulder: aangemeld", await Bring(colleague, ("name", "Carla Mulder"), ("email", "carla@lochem.example")));

        Assert.Equal(3, (await bot.SheetOf(TestBot.KickOff)).Coming["GM0867"]);
    }

    [Fact]
    public async Task However_many_colleagues_somebody_brings_the_card_fits()
    {
        var gathering = await bot.Adds("veel", one => one with { Capacity = null });
        var person = await bot.Confirmed(1);
        await person.Comes(gathering.Id);
        for (var i = 0; i < 40; i++)
        {
            await person.Clicks("registration.bring", new JsonObject { ["gathering"] = gathering.Id.ToString(), ["name"] = $"Collega nummer {i}", ["email"] = $"collega{i}@lochem.example" });
        }

        Assert.Equal(41, (await bot.SheetOf(gathering.Id)).Participants);
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(person.Card!.ToJsonString()), 1, 20_000);
        Assert.Contains("Er zijn er nog 32.", person.Seen);
    }

    [Fact]
    public async Task An_address_of_somebody_whom_the_bot_knows_registers_that_member()
    {
        var (person, colleague) = (await bot.Confirmed(1), await bot.Confirmed(2));
        await person.Comes(TestBot.KickOff);

        await Bring(person, ("name", "Iemand"), ("email", "persoon2@waalwijk.example"));

        Assert.NotNull(await bot.RegistrationOf(TestBot.KickOff, colleague.Id));
        Assert.Contains("Al aangemeld: Persoon 2.", await Bring(person, ("people", colleague.Id.ToString())));
        Assert.Equal(2, (await bot.SheetOf(TestBot.KickOff)).Participants);
    }

    [Theory]
    [InlineData("", "", "", "Kies een collega in Teams, of vul een naam en een e-mailadres in.")]
    [InlineData("", "Carla", "carla@", "Vul een goed e-mailadres in")]
    [InlineData("", "Carla", "", "Vul een goed e-mailadres in")]
    [InlineData("", "", "carla@lochem.example", "Vul de naam van uw collega in.")]
    [InlineData("0f000000-0000-4000-8000-00000000000f", "", "", "Ik ken iemand van uw keuze nog niet.")]
    public async Task What_is_missing_is_said_and_what_was_typed_stays(string people, string name, string email, string mistake)
    {
        var person = await bot.Confirmed(1);
        await person.Comes(TestBot.KickOff);

        var seen = await Bring(person, ("people", people), ("name", name), ("email", email));

        Assert.Contains(mistake, seen);
        if (name.Length > 0) Assert.Contains(name, seen.Split('\n'));
        Assert.Equal(1, (await bot.SheetOf(TestBot.KickOff)).Participants);
    }

    [Fact]
    public async Task Nobody_cancels_for_somebody_they_did_not_bring()
    {
        var (person, other) = (await bot.Confirmed(1), await bot.Confirmed(2, "zeist"));
        await person.Comes(TestBot.KickOff);
        await other.Comes(TestBot.KickOff);

        var seen = await person.Clicks("registration.cancel-colleague", new JsonObject { ["gathering"] = TestBot.KickOff.ToString(), ["member"] = other.Id.ToString() });

        Assert.Contains("U kunt alleen collega's afmelden die u zelf hebt aangemeld.", seen);
        Assert.Equal(2, (await bot.SheetOf(TestBot.KickOff)).Participants);
    }

    [Fact]
    public async Task A_pair_that_only_comes_together_is_passed_over_and_keeps_its_turn()
    {
        var people = new List<TestPerson>();
        for (var i = 1; i <= 5; i++) people.Add(await bot.Confirmed(i));
        for (var i = 0; i < 4; i++) await people[i].Comes(TestBot.KickOff);
        Assert.Contains("U staat zelf op de wachtlijst. Komt u alleen samen", await people[3].Clicks("registration.colleague", new JsonObject { ["gathering"] = TestBot.KickOff.ToString() }));
        await people[3].Presses("Meld mijn collega aan", ("name", "Carla Mulder"), ("email", "carla@lochem.example"));
        await people[4].Comes(TestBot.KickOff);

        await people[0].Opens(TestBot.KickOff);
        await people[0].Presses("Afmelden");
        Assert.Contains("U bent aangemeld", await people[4].Opens(TestBot.KickOff));
        Assert.Contains("op de wachtlijst", await people[3].Opens(TestBot.KickOff));

        await people[1].Opens(TestBot.KickOff);
        await people[1].Presses("Afmelden");
        await people[2].Opens(TestBot.KickOff);
        await people[2].Presses("Afmelden");
        Assert.Contains("U bent aangemeld", await people[3].Opens(TestBot.KickOff));
        Assert.Contains("Carla Mulder: aangemeld", people[3].Seen);
    }

    private async Task Settle(Func<bool> done)
    {
        for (var i = 0; i < 40 && !done(); i++)
        {
            bot.Clock.Advance(TimeSpan.FromSeconds(30));
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    private static async Task<string> Bring(TestPerson person, params (string, string)[] typed)
    {
        await person.Clicks("registration.colleague", new JsonObject { ["gathering"] = TestBot.KickOff.ToString() });
        return await person.Presses("Meld mijn collega aan", typed);
    }
}
