using System.Net;
using System.Text.Json.Nodes;
using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Bot.Registrations;
using LeerkringBot.Bot.Web;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Domain.Gatherings;
using LeerkringBot.Domain.Registrations;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Tests.Web;

public sealed class RegistrationPagesTests : IDisposable
{
    private static readonly Guest Gerda = new("Gerda <b>Gast</b>", "gerda@elders.example");
    private readonly TestBot bot = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static MemberId GerdaId => Guest.KeyOf(Gerda.Email, TestBot.KickOff.Series);

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task A_guest_sees_what_when_where_and_how_they_stand()
    {
        var page = await Look(await Bring());

        Assert.Contains("U bent aangemeld. Tot dan!", page, StringComparison.Ordinal);
        Assert.Contains("Kick-off", page, StringComparison.Ordinal);
        Assert.Contains("donderdag 4 februari, 13.30 – 16.30 uur", page, StringComparison.Ordinal);
        Assert.Contains("Stadhuis, Plein 1, Waalwijk", page, StringComparison.Ordinal);
        Assert.Contains("13.30 – 13.45: Welkom", page, StringComparison.Ordinal);
        Assert.Contains("Gerda <b>Gast</b>", page, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"nl\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Persoon", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_people_typed_is_shown_to_the_letter_and_the_page_keeps_to_itself()
    {
        var link = await Bring();
        using var response = await Send(HttpMethod.Get, link);
        var html = await response.Content.ReadAsStringAsync(Cancellation);

        Assert.Contains("Gerda &lt;b&gt;Gast&lt;/b&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.Equal("no-store", response.Headers.GetValues("Cache-Control").Single());
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("form-action 'self'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Looking_changes_nothing_also_not_with_the_words_of_a_button()
    {
        var link = await Bring();
        await Look(link);
        await Look(link + "?verwijder");

        var (sheet, mine) = (await Read(GerdaId))!.Value;
        Assert.Equal((2, true, 0), (sheet.Participants, mine!.Wants, mine.Sequence));
    }

    [Fact]
    public async Task The_button_cancels_says_so_and_says_how_to_come_back_however_often_it_is_pressed()
    {
        var link = await Bring();
        var page = await Press(link);

        Assert.Contains("U bent niet aangemeld.", page, StringComparison.Ordinal);
        Assert.Contains("Vraag het de collega die u heeft aangemeld, of stuur een e-mail naar secretariaat@m50.example", page, StringComparison.Ordinal);
        Assert.DoesNotContain(">Afmelden<", page, StringComparison.Ordinal);
        Assert.Contains("Haal uit mijn agenda", page, StringComparison.Ordinal);
        var (sheet, mine) = (await Read(GerdaId))!.Value;
        Assert.Equal((1, false, 1), (sheet.Participants, mine!.Wants, mine.Sequence));

        await Press(link);
        Assert.Equal(1, (await Read(GerdaId))!.Value.Mine!.Sequence);
        Assert.Contains("U bent niet aangemeld.", await Look(link), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancellation_reaches_the_cards_in_channels()
    {
        var link = await Bring();
        bot.Clock.Advance(SharedCardRefresh.Pause);
        await bot.Get<SharedCardRefresh>().RefreshDue(Cancellation);
        await bot.Get<IBroadcastStore>().Begin(new("posted", InvitationContent.Of(TestBot.KickOff), new(ChannelAudience.Name, RecordingMessenger.Channel.ToString()), null, bot.Clock.GetUtcNow()) { State = BroadcastState.Done }, null, Cancellation);
        await bot.Get<ISharedCardStore>().Put(new("posted", InvitationContent.Of(TestBot.KickOff), new(new Recipient.OfChannel(RecordingMessenger.Channel), "card"), ""), Cancellation);

        await Press(link);
        bot.Clock.Advance(SharedCardRefresh.Pause);
        await TestBot.Until(() => !bot.Messenger.Updated.IsEmpty);
    }

    [Fact]
    public async Task A_member_can_cancel_there_too_and_is_sent_to_Teams_to_come_back()
    {
        var anna = await bot.Confirmed(1);
        await Comes(anna);
        var link = await Link(anna.Id);
        Assert.DoesNotContain("Mijn gegevens", await Look(link), StringComparison.Ordinal);

        Assert.Contains("Meld u dan aan in uw chat met de bot in Teams", await Press(link), StringComparison.Ordinal);
        Assert.False((await Read(anna.Id))!.Value.Mine!.Wants);
    }

    [Fact]
    public async Task A_guest_deletes_their_data_and_leaves_no_name()
    {
        var link = await Bring();
        var page = await Press(link + "?verwijder");

        Assert.Contains("Wij bewaren voor deze bijeenkomst geen gegevens van u.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Gerda", page, StringComparison.Ordinal);
        var all = await bot.Get<IRegistrationStore>().All(TestBot.KickOff, Cancellation);
        Assert.DoesNotContain(all, one => one.Member == GerdaId || one.Colleagues.Contains(GerdaId));
        Assert.Equal(1, (await Read(GerdaId))!.Value.Sheet.Participants);
        Assert.Contains("Wij bewaren voor deze bijeenkomst geen gegevens van u.", await Press(link + "?verwijder"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_members_data_is_not_deleted_by_a_link()
    {
        var anna = await bot.Confirmed(1);
        await Comes(anna);
        await Press(await Link(anna.Id) + "?verwijder");

        Assert.True((await Read(anna.Id))!.Value.Mine!.Wants);
    }

    [Fact]
    public async Task Who_waits_sees_that_and_can_cancel()
    {
        for (var number = 1; number <= 3; number++) await Comes(await bot.Confirmed(number));
        var waiting = await bot.Confirmed(4);
        await Comes(waiting);
        var link = await Link(waiting.Id);

        Assert.Contains("U staat op de wachtlijst.", await Look(link), StringComparison.Ordinal);
        await Press(link);
        Assert.Empty((await Read(waiting.Id))!.Value.Sheet.Waiting);
    }

    [Fact]
    public async Task Afterwards_and_for_a_cancelled_gathering_there_is_no_button()
    {
        var link = await Bring();
        await bot.Get<ReviseGathering>().Cancel(TestBot.KickOff, "De zaal is dicht.", Cancellation);
        var page = await Look(link);
        Assert.Contains("Deze bijeenkomst gaat niet door. De reden: De zaal is dicht.", page, StringComparison.Ordinal);
        Assert.DoesNotContain(">Afmelden<", page, StringComparison.Ordinal);

        var anna = await bot.Confirmed(2);
        await anna.Clicks("registration.come", new JsonObject { ["gathering"] = TestBot.Followup.ToString() });
        await bot.Get<ReviseGathering>().To(TestBot.Followup, gathering => gathering with { Date = new(2027, 1, 4), RegisterBefore = new(2027, 1, 4) }, Cancellation);
        var over = await Look(new Uri(await bot.Get<Links>().Registration(TestBot.Followup, anna.Id, Cancellation)).AbsolutePath);
        Assert.Contains("Deze bijeenkomst is geweest.", over, StringComparison.Ordinal);
        Assert.DoesNotContain(">Afmelden<", over, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nl-NL,nl;q=0.9,en;q=0.8", "nl")]
    [InlineData("en-GB,en;q=0.9,nl;q=0.8", "en")]
    [InlineData("de,en;q=0.5,nl;q=0.7", "nl")]
    [InlineData("de", "nl")]
    [InlineData("", "nl")]
    public async Task It_speaks_the_language_that_the_browser_asks_for(string accepts, string lang)
    {
        var link = await Bring();
        using var client = bot.CreateClient();
        if (accepts.Length > 0) client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(accepts);
        var page = await client.GetStringAsync(new Uri(link, UriKind.Relative), Cancellation);

        Assert.Contains($"<html lang=\"{lang}\">", page, StringComparison.Ordinal);
        Assert.Contains(lang == "nl" ? "Afmelden" : "Cancel my registration", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task A_link_that_nobody_gave_is_a_friendly_not_found(string method)
    {
        await bot.Confirmed(1);
        var calendar = await bot.Get<Links>().Calendar(TestBot.KickOff, new("somebody"), Cancellation);
        foreach (var word in new[] { "x", new string('A', 60), calendar[(calendar.LastIndexOf('/') + 1)..^4] })
        {
            using var response = await Send(new(method), "/aanmelding/" + word);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
            Assert.Contains("secretariaat@m50.example", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task When_storage_fails_the_page_says_so_and_has_the_same_button()
    {
        var link = await Bring();
        bot.Tables[TableNames.Gatherings].FailBefore = batch => batch.Any(change => change.Row.RowKey.StartsWith("r|", StringComparison.Ordinal));
        using (var response = await Send(HttpMethod.Post, link))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
            Assert.Contains("<form method=\"POST\"><button>Afmelden</button></form>", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        }

        bot.Tables[TableNames.Gatherings].FailBefore = _ => false;
        Assert.Contains("U bent niet aangemeld.", await Press(link), StringComparison.Ordinal);

        bot.Tables[TableNames.Gatherings].FailRead = () => true;
        using var looking = await Send(HttpMethod.Get, link);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, looking.StatusCode);
        Assert.Contains("<form method=\"GET\"><button>Opnieuw proberen</button></form>", await looking.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guest_who_waits_takes_a_place_that_is_offered_with_the_button()
    {
        var anna = await bot.Confirmed(1);
        await Comes(anna);
        var others = new[] { await bot.Confirmed(2), await bot.Confirmed(3) };
        foreach (var other in others) await Comes(other);
        await anna.Clicks("registration.bring", new JsonObject { ["gathering"] = TestBot.KickOff.ToString(), ["name"] = Gerda.Name, ["email"] = Gerda.Email });
        var link = await Link(GerdaId);
        Assert.DoesNotContain("Ja, ik neem de plaats", await Look(link), StringComparison.Ordinal);
        await Press(link + "?neem");
        Assert.Single((await Read(GerdaId))!.Value.Sheet.Waiting);

        bot.Clock.SetUtcNow((await Read(GerdaId))!.Value.Sheet.StartsAt.AddHours(-3));
        await others[0].Clicks("registration.decline", new JsonObject { ["gathering"] = TestBot.KickOff.ToString() });
        var page = await Look(link + "?neem");
        Assert.Contains("Er is een plaats vrij.", page, StringComparison.Ordinal);
        Assert.Contains("action=\"?neem\"><button>Ja, ik neem de plaats</button>", page, StringComparison.Ordinal);
        Assert.Equal(2, (await Read(GerdaId))!.Value.Sheet.Participants);

        var taken = await Press(link + "?neem");
        Assert.Contains("U bent aangemeld. Tot dan!", taken, StringComparison.Ordinal);
        // The address in the browser ends in "?neem" now: cancelling must not go there.
        Assert.Contains("action=\"?\"><button>Afmelden</button>", taken, StringComparison.Ordinal);
        Assert.Contains("U bent aangemeld. Tot dan!", await Press(link + "?neem"), StringComparison.Ordinal);
        Assert.Equal(3, (await Read(GerdaId))!.Value.Sheet.Participants);
    }

    private static Task Comes(TestPerson person) => person.Clicks("registration.come", new JsonObject { ["gathering"] = TestBot.KickOff.ToString() });

    /// <summary>Anna comes and brings Gerda, who isn't in Teams.</summary>
    private async Task<string> Bring()
    {
        var anna = await bot.Confirmed(1);
        await Comes(anna);
        var who = new Person(anna.Id, Language.Dutch, Task.FromResult((await bot.Get<IMembers>().Find(anna.Id, Cancellation))!));
        var brought = await new BringColleagues(bot.Get<IRegistrationStore>(), bot.Get<IMembers>(), bot.Clock).Bring(who, TestBot.KickOff, [], [Gerda], false, Cancellation);
        Assert.IsType<ColleagueOutcome.Brought>(brought);
        return await Link(GerdaId);
    }

    private async Task<string> Link(MemberId member) => new Uri(await bot.Get<Links>().Registration(TestBot.KickOff, member, Cancellation)).AbsolutePath;

    private Task<(RegistrationSheet Sheet, Registration? Mine)?> Read(MemberId member) => bot.Get<IRegistrationStore>().Read(TestBot.KickOff, member, Cancellation);

    private async Task<string> Look(string link)
    {
        using var response = await Send(HttpMethod.Get, link);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(Cancellation));
    }

    private async Task<string> Press(string link)
    {
        using var response = await Send(HttpMethod.Post, link);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(Cancellation));
    }

    private async Task<HttpResponseMessage> Send(HttpMethod method, string link)
    {
        using var client = bot.CreateClient();
        using var request = new HttpRequestMessage(method, new Uri(link, UriKind.Relative));
        return await client.SendAsync(request, Cancellation);
    }
}
