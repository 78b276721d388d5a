using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Bot.Members;
using LeerkringBot.Bot.Web;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Domain.Reminders;
using LeerkringBot.Infrastructure.Storage;
using LeerkringBot.Tests.Registrations;

namespace LeerkringBot.Tests.Reminders;

/// <summary>Who gets reminders by mail is rid of them on the page behind the link below each.</summary>
public sealed partial class MuteByMailTests : IDisposable
{
    private const string Gerda = "gerda@elders.example";
    private readonly ReminderDesk desk = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private TestBot Bot => desk.Bot;

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task A_guest_ends_reminders_of_everything_and_brings_them_back()
    {
        var anna = await Bot.Confirmed(1);
        await Bring(anna, TestBot.KickOff);
        await Bring(anna, TestBot.Followup);
        await desk.At("2027-02-03T09:00");
        var eve = Assert.Single(Reminders());
        var link = Link(eve);

        // A program that follows the links of a mail changes nothing.
        Assert.Contains("U krijgt herinneringen.", await Look(link), StringComparison.Ordinal);
        Assert.Contains("U krijgt herinneringen.", await Look(link + "?uit"), StringComparison.Ordinal);
        var page = await Press(link + "?uit");
        Assert.Contains("U krijgt geen herinneringen meer.", page, StringComparison.Ordinal);
        Assert.Contains("action=\"?aan\"><button>Toch weer herinneringen</button>", page, StringComparison.Ordinal);
        Assert.Contains("U krijgt geen herinneringen meer.", await Press(link + "?uit"), StringComparison.Ordinal);
        Assert.Contains("U krijgt geen herinneringen meer.", await Press(link), StringComparison.Ordinal);

        // Not of the day after, and not of another series.
        await desk.At("2027-02-05T09:00");
        await desk.At("2027-02-10T09:00");
        Assert.Single(Reminders());

        Assert.Contains("U krijgt herinneringen.", await Press(link + "?aan"), StringComparison.Ordinal);
        await desk.At("2027-02-12T09:00");
        var thanks = Reminders()[^1];
        Assert.StartsWith("Bedankt", thanks.Subject, StringComparison.Ordinal);
        Assert.Equal((2, Gerda), (Reminders().Count, thanks.To));
        Assert.Contains("You get reminders.", await Look(Link(thanks), "en"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_reminder_has_no_such_link_and_still_comes()
    {
        var anna = await Bot.Confirmed(1);
        await Bring(anna, TestBot.KickOff);
        await TestBot.Until(() => !desk.Mailer.Sent.IsEmpty);
        Assert.DoesNotContain(Links.RemindersPath, Assert.Single(desk.Mailer.Sent).Text, StringComparison.Ordinal);
        await Bot.Get<IMutedAddresses>().Set(Reminded.OfAddress.Of(Gerda.ToUpperInvariant()), true, Cancellation);

        await anna.Clicks("registration.cancel-colleague", new JsonObject { ["gathering"] = TestBot.KickOff.ToString(), ["member"] = Domain.Registrations.Guest.KeyOf(Gerda, TestBot.KickOff.Series).ToString() });
        await TestBot.Until(() => desk.Mailer.Sent.Count == 2);
    }

    [Fact]
    public async Task A_guest_who_muted_between_planning_and_sending_is_passed_over_with_that_reason()
    {
        var anna = await Bot.Confirmed(1);
        await Bring(anna, TestBot.KickOff);
        var audience = Bot.Get<IEnumerable<IAudience>>().Single(one => one.Kind == "reminder-registered");
        var gerda = new Recipient.OfMember(Domain.Registrations.Guest.KeyOf(Gerda, TestBot.KickOff.Series));
        Assert.Contains(await audience.Of(TestBot.KickOff.ToString(), Cancellation).ToListAsync(Cancellation), one => one.Recipient == gerda);
        Assert.Null(await audience.Excludes(TestBot.KickOff.ToString(), gerda, Cancellation));

        await Bot.Get<IMutedAddresses>().Set(Reminded.OfAddress.Of(Gerda), true, Cancellation);

        Assert.Equal(SkipReason.Muted, await audience.Excludes(TestBot.KickOff.ToString(), gerda, Cancellation));
        Assert.DoesNotContain(await audience.Of(TestBot.KickOff.ToString(), Cancellation).ToListAsync(Cancellation), one => one.Recipient == gerda);
    }

    [Fact]
    public async Task A_member_whom_Teams_does_not_reach_ends_them_by_the_same_page_and_sees_so_in_Teams()
    {
        var anna = await Bot.Confirmed(1);
        await anna.Comes(TestBot.KickOff);
        Bot.Messenger.Outcome = to => to == new Recipient.OfMember(anna.Id) ? new SendOutcome.NotSent(NotSentReason.BlockedByUser) : null;
        await desk.At("2027-02-03T09:00");
        var mail = Assert.Single(desk.Mailer.Sent);
        Assert.DoesNotContain(anna.Id.ToString(), mail.Text, StringComparison.Ordinal);

        Assert.Contains("U krijgt geen herinneringen meer.", await Press(Link(mail) + "?uit"), StringComparison.Ordinal);
        Assert.Contains("U krijgt geen herinneringen meer.", await anna.Says("herinneringen"));
        await desk.At("2027-02-05T09:00");
        Assert.Single(desk.Mailer.Sent);

        await Bot.Get<Domain.Members.ForgetMember>().Start(anna.Id, Cancellation);
        await TestBot.Until(() => Bot.Get<IMembers>().Find(anna.Id, Cancellation).Result is null);
        using var gone = await Send(HttpMethod.Post, Link(mail) + "?aan", "nl");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.Null(await Bot.Get<IMembers>().Find(anna.Id, Cancellation));
    }

    [Fact]
    public async Task Who_comes_to_Teams_later_finds_the_wish_in_their_file_and_it_goes_with_them()
    {
        var address = Reminded.OfAddress.Of("persoon2@zeist.example");
        await Bot.Get<IMutedAddresses>().Set(address, true, Cancellation);
        var person = await Bot.Confirmed(2, "zeist");
        var data = Bot.Get<IEnumerable<IPersonalData>>().Single(one => one is LeerkringBot.Bot.Reminders.MutedAddressPersonalData);
        Assert.Single(await data.Of((await Bot.Get<IMembers>().Find(person.Id, Cancellation))!, Cancellation));

        await person.Says("mijn gegevens");
        await person.Presses("Verwijder mij");
        await person.Presses("Ja, verwijder mij");

        await TestBot.Until(() => !Bot.Get<IMutedAddresses>().Include(address, Cancellation).Result);
    }

    [Fact]
    public async Task Another_word_is_nobodys_and_a_fault_offers_the_same_button_again()
    {
        using var unknown = await Send(HttpMethod.Get, Links.RemindersPath + "onzin", "nl");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        var link = new Uri(await Bot.Get<Links>().Reminders(Reminded.OfAddress.Of(Gerda), Cancellation)).AbsolutePath;
        Bot.Tables[TableNames.Reminders].FailBefore = _ => true;
        using var fault = await Send(HttpMethod.Post, link + "?uit", "nl");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, fault.StatusCode);
        Assert.Contains("<form method=\"POST\"><button>Geen herinneringen meer</button></form>", await fault.Content.ReadAsStringAsync(Cancellation), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_organiser_corrects_a_reminder_and_the_guest_who_has_it_by_mail_is_told()
    {
        var (anna, organiser) = (await Bot.Confirmed(1), Bot.Organiser());
        await Bring(anna, TestBot.KickOff);
        await desk.At("2027-02-03T09:00");
        var id = LeerkringBot.Bot.Reminders.ReminderBroadcast.IdOf(new Subject.OfGathering(TestBot.KickOff), ReminderKind.Eve, new(2027, 2, 4));
        await Done(id);
        Assert.Contains("Daarvan per e-mail\n1", await organiser.Clicks("broadcast.show", new JsonObject { ["broadcast"] = id }));
        await organiser.Presses("Corrigeren");
        await organiser.Presses("Doorvoeren", ("correction", "De zaal is boven."));
        await Done(id);
        await organiser.Clicks("broadcast.show", new JsonObject { ["broadcast"] = id });
        await organiser.Presses("Stuur hun de correctie");
        await TestBot.Until(() => Reminders().Count == 2);

        var mail = Reminders()[^1];
        Assert.Equal((Gerda, true, true), (mail.To, mail.Subject.StartsWith("Correctie: ", StringComparison.Ordinal), mail.Text.StartsWith("Correctie: De zaal is boven.", StringComparison.Ordinal)));
    }

    private static async Task Bring(TestPerson by, GatheringId gathering)
    {
        await by.Comes(gathering);
        await by.Clicks("registration.bring", new JsonObject { ["gathering"] = gathering.ToString(), ["name"] = "Gerda Gast", ["email"] = Gerda });
    }

    private List<Mail> Reminders() => [.. desk.Mailer.Sent.Where(mail => mail.Text.Contains(Links.RemindersPath, StringComparison.Ordinal))];

    private Task Done(string id) => TestBot.Until(() =>
    {
        Bot.Clock.Advance(TimeSpan.FromSeconds(1));
        return Bot.Get<IBroadcastStore>().Find(id, Cancellation).Result!.State == BroadcastState.Done;
    });

    private static string Link(Mail mail) => new Uri(Address().Match(mail.Text).Value).AbsolutePath;

    private async Task<string> Look(string link, string language = "nl")
    {
        using var response = await Send(HttpMethod.Get, link, language);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(Cancellation));
    }

    private async Task<string> Press(string link)
    {
        using var response = await Send(HttpMethod.Post, link, "nl");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(Cancellation));
    }

    private async Task<HttpResponseMessage> Send(HttpMethod method, string link, string language)
    {
        using var client = Bot.CreateClient();
        using var request = new HttpRequestMessage(method, new Uri(link, UriKind.Relative));
        request.Headers.AcceptLanguage.ParseAdd(language);
        return await client.SendAsync(request, Cancellation);
    }

    [GeneratedRegex(@"https?://\S+/herinneringen/\S+", RegexOptions.None, 1000)]
    private static partial Regex Address();
}
