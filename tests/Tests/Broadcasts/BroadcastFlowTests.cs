using System.Text.Json.Nodes;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Domain.Polls;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LeerkringBot.Tests.Broadcasts;

/// <summary>An organiser composes, previews and sends; everybody else gets a friendly no.</summary>
public sealed class BroadcastFlowTests : IDisposable
{
    private readonly RecordingMailer mailer = new();
    private readonly TestBot bot;

    public BroadcastFlowTests() => bot = new(services => services.Replace(ServiceDescriptor.Singleton<IMailer>(mailer)));

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task An_invitation_goes_to_the_channel_once_however_often_send_is_clicked()
    {
        var organiser = bot.Organiser();
        Assert.Contains("Welke bijeenkomst?", await organiser.Says("uitnodigen"));
        Assert.Contains("Dit is een voorbeeld. Er is nog niets verstuurd", await organiser.Presses("Laat het voorbeeld zien"));
        Assert.Contains("Dit gaat naar: Kanaal Bijeenkomsten van Leerkring", organiser.Seen);
        Assert.Empty(bot.Messenger.Sent);

        var (verb, data) = organiser.Button("Versturen");
        await organiser.Clicks(verb, data.DeepClone());
        await TestBot.Until(() => bot.Messenger.To(organiser).Count == 1);
        await organiser.Clicks(verb, data.DeepClone());

        var posted = Assert.Single(bot.Messenger.Sent, sent => sent.To is Recipient.OfChannel);
        organiser.Looks(posted.Card);
        Assert.Equal(["Ik kom", "Ik kan helaas niet", "Mijn aanmelding", "Deel een idee"], organiser.ButtonTitles());
        organiser.Looks(bot.Messenger.To(organiser).Single());
        Assert.Contains("Het versturen is klaar", organiser.Seen);
        Assert.Contains("1 van 1", organiser.Seen);
    }

    [Fact]
    public async Task Personally_to_a_team_each_gets_their_own_card_and_who_blocked_the_bot_gets_a_mail_and_the_summary_tells_how_it_went()
    {
        var organiser = bot.Organiser();
        var (first, second, third) = (await bot.Confirmed(1), await bot.Confirmed(2), await bot.Confirmed(3));
        bot.Messenger.Team.AddRange(await Task.WhenAll(new[] { first, second, third }.Select(async person => (await bot.Get<IMembers>().Find(person.Id, TestContext.Current.CancellationToken))!)));
        bot.Messenger.Outcome = to => to == new Recipient.OfMember(second.Id) ? new SendOutcome.NotSent(NotSentReason.BlockedByUser)
            : to == new Recipient.OfMember(third.Id) ? new SendOutcome.Uncertain()
            : null;

        await organiser.Says("uitnodigen");
        await organiser.Presses("Laat het voorbeeld zien", ("where", $"team:{RecordingMessenger.Channel}"));
        Assert.Contains("Dit gaat naar 3 personen", organiser.Seen);
        Assert.Contains("Persoon 1, Persoon 2, Persoon 3", organiser.Seen);
        await organiser.Presses("Versturen");
        await TestBot.Until(() => bot.Messenger.To(organiser).Count == 1);

        organiser.Looks(bot.Messenger.To(organiser).Single());
        Assert.Contains("2 van 3", organiser.Seen);
        Assert.Contains("Daarvan per e-mail\n1", organiser.Seen);
        Assert.Contains("**Persoon 3**: het is niet zeker of het bericht is aangekomen", organiser.Seen);
        var mail = Assert.Single(mailer.Sent);
        Assert.Equal("persoon2@waalwijk.example", mail.To);
        Assert.Contains("Kick-off", mail.Text);
        first.Looks(Assert.Single(bot.Messenger.To(first)));
        Assert.Contains("U bent aangemeld", await first.Presses("Ik kom"));
    }

    [Fact]
    public async Task What_Teams_puts_back_is_sent_later_and_what_may_have_arrived_never_again()
    {
        var organiser = bot.Organiser();
        var tries = 0;
        bot.Messenger.Outcome = to => to is Recipient.OfChannel && ++tries == 1 ? new SendOutcome.Postponed(TimeSpan.FromSeconds(7)) : null;
        await organiser.Says("uitnodigen");
        await organiser.Presses("Laat het voorbeeld zien");
        await organiser.Presses("Versturen");

        await TestBot.Until(() =>
        {
            bot.Clock.Advance(TimeSpan.FromSeconds(1));
            return bot.Messenger.To(organiser).Count == 1;
        });
        Assert.Equal(2, tries);
    }

    [Fact]
    public async Task A_new_Thorbecke_poll_is_made_when_it_is_sent_and_not_before()
    {
        var organiser = bot.Organiser();
        await organiser.Says("peiling");
        await organiser.Presses("Laat het voorbeeld zien", ("subject", "new"), ("lastDay", "2027-01-20"));
        Assert.Contains("tot en met woensdag 20 januari", organiser.Seen);
        Assert.Single(await bot.Get<IPollStore>().Open(TestContext.Current.CancellationToken));

        await organiser.Presses("Versturen");
        Assert.Equal(2, (await bot.Get<IPollStore>().Open(TestContext.Current.CancellationToken)).Count);
    }

    [Theory]
    [InlineData("2027-01-05")]
    [InlineData("2026-12-01")]
    [InlineData("morgen")]
    public async Task A_last_day_that_is_not_in_the_future_is_asked_again(string lastDay)
    {
        var organiser = bot.Organiser();
        await organiser.Says("peiling");
        Assert.Contains("Kies een laatste dag in de toekomst", await organiser.Presses("Laat het voorbeeld zien", ("subject", "new"), ("lastDay", lastDay)));
    }

    [Theory]
    [InlineData("uitnodigen")]
    [InlineData("peiling")]
    [InlineData("overzicht")]
    public async Task A_participant_gets_a_friendly_no(string command)
    {
        var person = await bot.Confirmed(1);
        Assert.Contains("Dit kunnen alleen de organisatoren", await person.Says(command));
        Assert.Contains("secretariaat@m50.example", person.Seen);
    }

    [Fact]
    public async Task A_participant_who_forges_an_organisers_click_gets_a_friendly_no_and_nothing_happens()
    {
        var person = await bot.Confirmed(1);
        var data = new JsonObject
        {
            ["kind"] = "invitation",
            ["draft"] = "draft",
            ["subject"] = TestBot.KickOff.ToString(),
            ["where"] = $"channel:{RecordingMessenger.Channel}",
            ["member"] = bot.Organiser().Id.ToString(),
            ["organiser"] = true,
            ["gathering"] = TestBot.KickOff.ToString(),
            ["poll"] = "thorbecke",
            ["broadcast"] = "draft",
            ["places"] = "1",
        };
        foreach (var verb in new[] { "broadcast.send", "broadcast.preview", "broadcast.compose", "broadcast.show", "overview.gathering", "overview.poll", "registration.capacity" })
            Assert.Contains("Dit kunnen alleen de organisatoren", await person.Clicks(verb, data.DeepClone()));

        Assert.Empty(bot.Messenger.Sent);
        Assert.Null(await bot.Get<IBroadcastStore>().Find("draft", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_shared_card_changes_thirty_seconds_after_the_first_change_and_names_nobody()
    {
        var organiser = bot.Organiser();
        await organiser.Says("uitnodigen");
        await organiser.Presses("Laat het voorbeeld zien");
        await organiser.Presses("Versturen");
        await TestBot.Until(() => bot.Messenger.To(organiser).Count == 1);

        var person = await bot.Confirmed(1);
        await person.Clicks("registration.come", new JsonObject { ["gathering"] = TestBot.KickOff.ToString() });
        for (var i = 0; i < 29; i++) await Second();
        Assert.Empty(bot.Messenger.Updated);

        await TestBot.Until(() =>
        {
            bot.Clock.Advance(TimeSpan.FromSeconds(1));
            return !bot.Messenger.Updated.IsEmpty;
        });
        person.Looks(Assert.Single(bot.Messenger.Updated).Card);
        Assert.Contains("Aangemeld: 1 deelnemer uit 1 gemeente", person.Seen);
        Assert.DoesNotContain("Persoon 1", person.Seen);
        Assert.DoesNotContain("U bent aangemeld", person.Seen);
        Assert.Equal(["Ik kom", "Ik kan helaas niet", "Mijn aanmelding", "Deel een idee"], person.ButtonTitles());

        async Task Second()
        {
            bot.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(5);
        }
    }

    [Fact]
    public async Task A_change_that_nobody_here_saw_is_found_by_the_sweep()
    {
        var organiser = bot.Organiser();
        await organiser.Says("peiling");
        await organiser.Presses("Laat het voorbeeld zien");
        await organiser.Presses("Versturen");
        await TestBot.Until(() => bot.Messenger.To(organiser).Count == 1);

        // As another instance would store it.
        var answer = new PollAnswer(Voter.Of(MunicipalityCode.Parse("GM0867")), PollChoice.Of(ThorbeckePoll.Joins), new("somebody"), bot.Clock.GetUtcNow(), 1);
        Assert.True(await bot.Get<IPollStore>().Put((await bot.Get<IPollStore>().Find(TestBot.Thorbecke, TestContext.Current.CancellationToken))!, answer, null, TestContext.Current.CancellationToken));

        await TestBot.Until(() =>
        {
            bot.Clock.Advance(TimeSpan.FromSeconds(5));
            return !bot.Messenger.Updated.IsEmpty;
        });
        organiser.Looks(bot.Messenger.Updated.First().Card);
        Assert.Contains("1 van de 4 gemeenten", organiser.Seen);
    }
}
