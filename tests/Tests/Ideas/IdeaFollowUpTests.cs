using System.Text.Json.Nodes;
using LeerkringBot.Bot.Ideas;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Domain.Ideas;
using LeerkringBot.Infrastructure.Storage;
using LeerkringBot.Tests.Workbooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LeerkringBot.Tests.Ideas;

/// <summary>What organisers do with ideas, and what senders hear of it.</summary>
public sealed class IdeaFollowUpTests : IDisposable
{
    private readonly RecordingMailer mailer = new();
    private readonly TestBot bot;

    public IdeaFollowUpTests() => bot = new(services => services.Replace(ServiceDescriptor.Singleton<IMailer>(mailer)));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task A_status_with_a_line_reaches_the_sender_once_in_their_own_chat()
    {
        var (anna, olga) = (await bot.Confirmed(1), bot.Organiser());
        var idea = await Note(new IdeaSender.OfMember(anna.Id), "Een loterij");
        await olga.Says("ideeën");
        await olga.Presses("Opvolgen");
        Assert.Contains("De afzender krijgt hiervan één bericht in Teams", olga.Seen);
        for (var i = 0; i < 2; i++) await olga.Presses("Bewaar en vertel het", ("status", "TakenUp"), ("line", "Waalwijk begint in maart."));

        await TestBot.Until(() => bot.Messenger.To(anna).Count == 1);
        await Settle();
        anna.Looks(Assert.Single(bot.Messenger.To(anna)));
        Assert.Contains($"Uw idee {idea.Number} is nu: opgepakt. Waalwijk begint in maart.", anna.Seen);
        Assert.Empty(mailer.Sent);
        Assert.Equal((IdeaStatus.TakenUp, 1), (await Find(idea)) is { } now ? (now.Status, now.StatusVersion) : default);
    }

    [Fact]
    public async Task Who_mailed_from_a_checked_address_gets_one_mail_and_who_did_not_gets_none()
    {
        var olga = bot.Organiser();
        var mailed = await Note(new IdeaSender.ByMail("jan@waalwijk.example", "Jan", true), "Per mail");
        var spoofed = await Note(new IdeaSender.ByMail("piet@waalwijk.example", "Piet", false), "Nagemaakt");
        await olga.Clicks("idea.follow-up", new JsonObject { ["idea"] = spoofed.Id.ToString() });
        Assert.Contains("krijgt hiervan geen bericht", olga.Seen);
        Assert.Contains("niet gecontroleerd", olga.Seen);

        foreach (var idea in new[] { mailed, spoofed }) await Status(olga, idea, "NotPursued", "Het past niet in dit jaar.");

        await TestBot.Until(() => mailer.Sent.Count == 1);
        await Settle();
        var mail = Assert.Single(mailer.Sent);
        Assert.Equal(("jan@waalwijk.example", $"Nieuws over uw idee {mailed.Number}"), (mail.To, mail.Subject));
        Assert.Contains($"Uw idee {mailed.Number} is nu: niet verder. Het past niet in dit jaar.", mail.Text);
        Assert.Contains("Per mail", mail.Text);
    }

    [Fact]
    public async Task The_same_by_chat_and_by_mail_is_offered_to_merge_and_support_counts_once()
    {
        var (anna, bram, carla, olga) = (await bot.Confirmed(1), await bot.Confirmed(2), await bot.Confirmed(3), bot.Organiser());
        var chat = await Note(new IdeaSender.OfMember(anna.Id), "Een loterij, voor elke kern!");
        var mail = await Note(new IdeaSender.ByMail("anna@waalwijk.example", "Anna", true), "een loterij voor elke kern");
        foreach (var (person, idea) in new[] { (bram, chat), (bram, mail), (carla, mail) }) await person.Clicks("idea.support", new JsonObject { ["idea"] = idea.Id.ToString() });

        await olga.Clicks("idea.follow-up", new JsonObject { ["idea"] = mail.Id.ToString() });
        Assert.Contains("Hetzelfde is ook op een andere manier gestuurd.", olga.Seen);
        await olga.Presses($"Samenvoegen met {chat.Number}");
        Assert.Contains("Een loterij, voor elke kern!", olga.Seen);
        Assert.Contains("een loterij voor elke kern", olga.Seen);
        Assert.Contains($"{mail.Number} is nu onderdeel van {chat.Number}.", await olga.Presses("Ja, voeg samen"));

        Assert.Contains("1 idee", await carla.Says("ideeën"));
        Assert.Contains("2 steunen dit", carla.Seen);
        Assert.Contains("Steun intrekken", carla.ButtonTitles());
        Assert.Contains($"Samengevoegd met {mail.Number}", await carla.Says($"idee {chat.Number}"));
        Assert.Contains($"Onderdeel van\n{chat.Number}", await carla.Says($"idee {mail.Number}"));
        await TestBot.Until(() => mailer.Sent.Count == 1);
        Assert.Contains($"samengevoegd met {chat.Number}", mailer.Sent.Single().Text);

        await olga.Clicks("idea.follow-up", new JsonObject { ["idea"] = chat.Id.ToString() });
        Assert.DoesNotContain("Hetzelfde is ook", olga.Seen);
        Assert.Contains("Dit nummer kennen wij niet", await olga.Presses("Samenvoegen", ("into", "I-222222")));
        Assert.Contains("hetzelfde idee", await olga.Presses("Samenvoegen", ("into", chat.Number.ToString())));
        await olga.Presses("Samenvoegen", ("into", mail.Number.ToString()));
        Assert.Contains("hetzelfde idee", await olga.Presses("Ja, voeg samen"));
    }

    [Fact]
    public async Task An_idea_on_the_agenda_stands_on_the_gatherings_card_until_it_is_hidden()
    {
        var (anna, olga) = (await bot.Confirmed(1), bot.Organiser());
        var idea = await Note(new IdeaSender.OfMember(anna.Id), "Loten *zonder* nieten\nen meer");
        await olga.Clicks("idea.follow-up", new JsonObject { ["idea"] = idea.Id.ToString() });
        Assert.Contains("staat op de agenda van de bijeenkomst", await olga.Presses("Bewaar de agenda", ("gathering", TestBot.KickOff.ToString())));

        await anna.Clicks("registration.show", new JsonObject { ["gathering"] = TestBot.KickOff.ToString() });
        Assert.Contains($"Ideeën op de agenda\n**{idea.Number}** Loten \\*zonder\\* nieten\n", anna.Seen);
        await anna.Clicks("registration.show", new JsonObject { ["gathering"] = TestBot.Followup.ToString() });
        Assert.DoesNotContain("Ideeën op de agenda", anna.Seen);

        var overview = bot.Organiser();
        Assert.Contains($"Ideeën op de agenda\n**{idea.Number}** Loten", await overview.Clicks("overview.gathering", new JsonObject { ["gathering"] = TestBot.KickOff.ToString() }));

        await olga.Presses("Verbergen");
        await bot.Get<IdeaDoors>().Refresh(Cancellation);
        await anna.Clicks("registration.show", new JsonObject { ["gathering"] = TestBot.KickOff.ToString() });
        Assert.DoesNotContain("Ideeën op de agenda", anna.Seen);
        Assert.Contains("Geheim", (await Changed(idea, "Geheim")).Text);
        await olga.Presses("Weer laten zien");
        Assert.Equal("Geheim", Assert.Single(await bot.Get<IIdeaStore>().Agendas(Cancellation)).Line);
        await bot.Get<OwnIdea>().Withdraw(idea.Id, idea.Sender, Cancellation);
        Assert.Empty(await bot.Get<IIdeaStore>().Agendas(Cancellation));
    }

    [Fact]
    public async Task A_municipality_guessed_from_the_address_is_confirmed_or_denied_once()
    {
        var olga = bot.Organiser();
        var idea = await Note(new IdeaSender.ByMail("jan@waalwijk.example", "Jan", true), "Uit Waalwijk", showsName: true, affiliation: new Affiliation.OfMunicipality(MunicipalityCode.Parse("GM0867")));
        var anna = await bot.Confirmed(1);
        Assert.DoesNotContain("Waalwijk", (await anna.Says($"idee {idea.Number}")).Replace("Uit Waalwijk", "", StringComparison.Ordinal));

        await olga.Clicks("idea.follow-up", new JsonObject { ["idea"] = idea.Id.ToString() });
        Assert.Contains("Waalwijk (nog niet bevestigd)", olga.Seen);
        var no = olga.Button("Nee, onbekend");
        Assert.Contains("De gemeente is bevestigd.", await olga.Presses("Ja, Waalwijk"));
        await olga.Clicks(no.Verb, no.Data);
        Assert.Contains("Jan, Waalwijk", await anna.Says($"idee {idea.Number}"));
    }

    [Fact]
    public async Task Nobody_but_organisers_follows_up()
    {
        var anna = await bot.Confirmed(1);
        var idea = await Note(new IdeaSender.OfMember(anna.Id), "Van Anna");
        var id = idea.Id.ToString();
        Assert.DoesNotContain("Opvolgen", (await Listed(anna)).ButtonTitles());
        Assert.DoesNotContain("Download als Excel", anna.ButtonTitles());
        foreach (var (verb, data) in new (string, JsonObject)[]
        {
            ("idea.follow-up", new() { ["idea"] = id }),
            ("idea.status", new() { ["idea"] = id, ["status"] = "TakenUp" }),
            ("idea.ask-merge", new() { ["idea"] = id, ["into"] = idea.Number.ToString() }),
            ("idea.merge", new() { ["idea"] = id, ["into"] = idea.Number.ToString() }),
            ("idea.hide", new() { ["idea"] = id, ["hidden"] = true }),
            ("idea.agenda", new() { ["idea"] = id, ["gathering"] = TestBot.KickOff.ToString() }),
            ("idea.affiliation", new() { ["idea"] = id, ["isRight"] = true }),
            ("idea.weekly", new() { ["isOn"] = true }),
            ("idea.export", new()),
        })
            Assert.Contains("Dit kunnen alleen de organisatoren", await anna.Clicks(verb, data));
        Assert.Equivalent(idea, await Find(idea));
        Assert.Null(await bot.Get<IIdeaStore>().DigestSince(Cancellation));
    }

    [Fact]
    public async Task The_workbook_has_every_idea_with_all_that_organisers_may_know_and_no_formula()
    {
        var (anna, olga) = (await bot.Confirmed(1), bot.Organiser());
        await Note(new IdeaSender.OfMember(anna.Id), "=HYPERLINK(\"x\")\ntweede regel", affiliation: new Affiliation.OfMunicipality(MunicipalityCode.Parse("GM0867")), confirmed: true);
        await Note(new IdeaSender.ByMail("jan@elders.example", "Jan", false), "Per mail");
        await olga.Says("ideeën");
        Assert.Contains("ideeen.xlsx", await olga.Presses("Download als Excel"));

        using var client = bot.CreateClient();
        var cells = Xlsx.Read(await client.GetByteArrayAsync(new Uri(new Uri(olga.Links().Single()).AbsolutePath, UriKind.Relative), Cancellation));
        var rows = cells.Values.Single();
        Assert.Equal(3, rows.Count);
        Assert.Contains(rows, row => row.Contains("'=HYPERLINK(\"x\")\ntweede regel") && row.Contains("Persoon 1") && row.Contains("Waalwijk") && row.Contains("persoon1@waalwijk.example"));
        Assert.Contains(rows, row => row.Contains("jan@elders.example") && row.Contains("e-mail"));
    }

    [Fact]
    public async Task The_weekly_digest_goes_out_once_to_who_wants_reminders_and_names_nobody()
    {
        var (anna, bram, olga) = (await bot.Confirmed(1), await bot.Confirmed(2), bot.Organiser());
        await bram.Clicks("reminder.mute", new JsonObject());
        var idea = await Note(new IdeaSender.OfMember(anna.Id), "Deze week bedacht", showsName: true);
        await olga.Says("ideeën");
        await olga.Presses("Stuur elke week een overzicht");
        Assert.Contains("Stuur geen weekoverzicht meer", olga.ButtonTitles());
        await At("2027-01-08T10:00");
        await At("2027-01-11T08:45");
        Assert.Empty(await Started());

        await At("2027-01-11T10:00");
        await At("2027-01-11T11:00");
        await At("2027-01-13T11:00");

        Assert.Single(await Started());
        await TestBot.Until(() => bot.Messenger.To(anna).Count == 1);
        await Settle();
        anna.Looks(Assert.Single(bot.Messenger.To(anna)));
        Assert.Contains("Van maandag 4 januari tot en met zondag 10 januari: 1 idee.", anna.Seen);
        Assert.Contains("Deze week bedacht", anna.Seen);
        Assert.DoesNotContain("Persoon 1", anna.Seen);
        Assert.Empty(bot.Messenger.To(bram));
        Assert.Contains(idea.Number.ToString(), await anna.Presses("Bekijk"));

        // Nothing new came in: nothing goes out.
        await At("2027-01-18T10:00");
        Assert.Single(await Started());

        // Switched on on a Wednesday it begins with the next week.
        await olga.Clicks("idea.weekly", new JsonObject { ["isOn"] = false });
        await Note(new IdeaSender.OfMember(anna.Id), "Een week later bedacht");
        await At("2027-01-27T10:00");
        await olga.Clicks("idea.weekly", new JsonObject { ["isOn"] = true });
        await At("2027-01-27T10:05");
        Assert.Single(await Started());
    }

    [Fact]
    public async Task An_organiser_sends_a_digest_on_demand_through_the_same_preview_as_everything()
    {
        var olga = bot.Organiser();
        Assert.Contains("geen ideeën bij gekomen", await olga.Says("ideeënoverzicht"));
        await Note(new IdeaSender.OfMember(olga.Id), "Vandaag bedacht");
        Assert.Contains("Van de laatste week (1 idee)", await olga.Says("ideeënoverzicht"));
        Assert.Contains("Vandaag bedacht", await olga.Presses("Laat het voorbeeld zien"));
        await olga.Presses("Versturen");
        await TestBot.Until(() => bot.Messenger.Sent.Any(sent => sent.To is Recipient.OfChannel));
        olga.Looks(bot.Messenger.Sent.First(sent => sent.To is Recipient.OfChannel).Card);
        Assert.Contains("Vandaag bedacht", olga.Seen);
    }

    private async Task At(string moment)
    {
        var local = DateTime.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);
        var to = DutchTime.At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        bot.Clock.Advance(to - bot.Clock.GetUtcNow());
        await bot.Get<IdeaDigestSweep>().Sweep(Cancellation);
    }

    private async Task<IReadOnlyList<Broadcast>> Started()
    {
        var all = new List<Broadcast>();
        foreach (var monday in new[] { "2027-01-11", "2027-01-18", "2027-01-25" })
            if (await bot.Get<IBroadcastStore>().Find($"ideas-week.{monday}", Cancellation) is { } found) all.Add(found);
        return all;
    }

    /// <summary>Everything that waits is done, and a minute passes in which it could be done again.</summary>
    private async Task Settle()
    {
        for (var i = 0; i < 5; i++)
        {
            bot.Clock.Advance(TimeSpan.FromSeconds(61));
            await Task.Delay(50, Cancellation);
        }
    }

    private static Task<string> Status(TestPerson organiser, Idea idea, string status, string line) =>
        organiser.Clicks("idea.status", new JsonObject { ["idea"] = idea.Id.ToString(), ["status"] = status, ["line"] = line });

    private async Task<Idea> Note(IdeaSender sender, string text, bool showsName = false, Affiliation? affiliation = null, bool confirmed = false)
    {
        var draft = new IdeaDraft(text, sender) { ShowsName = showsName, Affiliation = affiliation, IsAffiliationConfirmed = confirmed, Source = sender is IdeaSender.ByMail ? IdeaSource.Mail : IdeaSource.Chat };
        return ((NoteOutcome.Noted)await bot.Get<NoteIdea>().Note(draft, text, Cancellation)).Idea;
    }

    private async Task<Idea> Changed(Idea idea, string text) =>
        ((OwnIdeaOutcome.Stands)await bot.Get<OwnIdea>().Change(idea.Id, idea.Sender, new(text, idea.Sender), Cancellation)).Idea;

    private Task<Idea?> Find(Idea idea) => bot.Get<IIdeaStore>().Find(idea.Id, Cancellation);

    private static async Task<TestPerson> Listed(TestPerson person)
    {
        await person.Says("ideeën");
        return person;
    }
}
