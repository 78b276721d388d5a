using LeerkringBot.Cards.Broadcasts;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Tests.Broadcasts;

/// <summary>An organiser writes a message, leaves it, resumes it, gets a proof, sends it, copies it and changes its text.</summary>
public sealed class WriteFlowTests : IDisposable
{
    private static readonly (string, string)[] Bundle = [("title", "Inspiratiebundel"), ("text", "De bundel is er.\n\n\nVeel leesplezier."), ("buttonTitle", "Lees"), ("link", "https://bron.example/bundel")];

    private readonly TestBot bot = new();
    private readonly TestPerson organiser;

    public WriteFlowTests() => organiser = bot.Organiser();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IBroadcastStore Broadcasts => bot.Get<IBroadcastStore>();

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task A_message_is_written_previewed_and_sent_once()
    {
        var person = await bot.Confirmed(1);
        await organiser.Says("berich");
        Assert.Contains("Aan wie gaat dit bericht?", await organiser.Presses("Verder", Bundle));
        Assert.Contains("Dit gaat naar 2 personen", await organiser.Presses("Laat het voorbeeld zien", ("where", "everybody:")));
        Assert.Equal(["https://bron.example/bundel"], organiser.Links());
        var (verb, data) = organiser.Button("Versturen");
        await organiser.Clicks(verb, data.DeepClone());
        await organiser.Clicks(verb, data.DeepClone());
        await Done();
        await Settled();

        Assert.Single(bot.Messenger.To(organiser), card => card.Summary == "Inspiratiebundel");
        person.Looks(Assert.Single(bot.Messenger.To(person)));
        Assert.Equal("Inspiratiebundel\nDe bundel is er.\nVeel leesplezier.\nLees", person.Seen);
        Assert.Equal(["https://bron.example/bundel"], person.Links());
        Assert.Empty(await Broadcasts.Drafts(Cancellation));
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_place_and_what_was_typed_stays_also_after_a_restart()
    {
        await organiser.Says("hulpmiddel");
        await organiser.Presses("Verder", ("title", new string('x', 121)), ("text", " "), ("buttonTitle", "Lees"), ("link", "http://bron.example"));
        Assert.Contains("De titel is te lang. Gebruik hooguit 120 tekens", organiser.Seen);
        Assert.Contains("Schrijf een tekst", organiser.Seen);
        Assert.Contains("beginnend met https://", organiser.Seen);
        Assert.Contains(new string('x', 121), organiser.Seen);
        Assert.Contains("http://bron.example", organiser.Seen);

        // Everything stands in storage: any instance goes on with it.
        await organiser.Says("verzendingen");
        await organiser.Presses("Verder hiermee");
        Assert.Contains("http://bron.example", organiser.Seen);
        await organiser.Presses("Verder", Bundle);
        Assert.Contains("Aan wie gaat deze bron?", organiser.Seen);
        Assert.Single(await Broadcasts.Drafts(Cancellation));
    }

    [Theory]
    [InlineData("bron.example")]
    [InlineData("http://bron.example")]
    [InlineData("https://")]
    [InlineData("https://intranet")]
    [InlineData("https://10.0.0.1/x")]
    [InlineData("https://iemand:geheim@bron.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://bron.example/a b")]
    [InlineData("https://bron.example\\@kwaad.example")]
    [InlineData("//bron.example")]
    public void Such_a_link_is_refused(string link) =>
        Assert.Equal([WrittenMistake.LinkNotHttps], WrittenTextRules.Check(new("Titel", "Tekst", "Knop", link), needsLink: true));

    [Theory]
    [InlineData("https://bron.example")]
    [InlineData("HTTPS://www.bron.example:8443/é?a=1&b=2#c")]
    public void Such_a_link_is_taken(string link) => Assert.Empty(WrittenTextRules.Check(new("Titel", "Tekst", "Knop", link), needsLink: true));

    [Fact]
    public void A_button_has_a_link_and_a_link_a_button_and_a_resource_both()
    {
        Assert.Empty(WrittenTextRules.Check(new("Titel", "Tekst", "", ""), needsLink: false));
        Assert.Equal([WrittenMistake.LinkMissing], WrittenTextRules.Check(new("Titel", "Tekst", "Lees", ""), needsLink: false));
        Assert.Equal([WrittenMistake.ButtonMissing], WrittenTextRules.Check(new("Titel", "Tekst", "", "https://bron.example"), needsLink: false));
        Assert.Equal([WrittenMistake.LinkMissing], WrittenTextRules.Check(new("Titel", "Tekst", "", ""), needsLink: true));
        Assert.Equal(
            [WrittenMistake.TitleMissing, WrittenMistake.TextTooLong, WrittenMistake.ButtonTooLong, WrittenMistake.LinkTooLong],
            WrittenTextRules.Check(new("", new('x', 3_001), new('x', 41), "https://bron.example/" + new string('x', 500)), needsLink: false));
    }

    [Fact]
    public async Task A_storage_fault_loses_nothing_of_what_was_typed()
    {
        await organiser.Says("bericht");
        bot.Tables[TableNames.Deliveries].FailBefore = _ => true;
        await organiser.Presses("Verder", Bundle);
        Assert.DoesNotContain("Aan wie", organiser.Seen);
        bot.Tables[TableNames.Deliveries].FailBefore = _ => false;
        Assert.Contains("Aan wie gaat dit bericht?", await organiser.Presses("Opnieuw proberen"));
        Assert.Equal("Inspiratiebundel", Assert.Single(await Broadcasts.Drafts(Cancellation)).Text!.Title);
    }

    [Fact]
    public async Task A_storage_fault_under_send_or_a_lost_answer_still_sends_once()
    {
        await Written("everybody:");
        var (verb, data) = organiser.Button("Versturen");
        bot.Tables[TableNames.Deliveries].FailAfter = batch => batch.Any(change => change.Row.RowKey.StartsWith("o|", StringComparison.Ordinal));
        await organiser.Clicks(verb, data.DeepClone());
        bot.Tables[TableNames.Deliveries].FailAfter = _ => false;
        await organiser.Clicks(verb, data.DeepClone());
        await TestBot.Until(() =>
        {
            bot.Clock.Advance(TimeSpan.FromSeconds(10));
            return bot.Messenger.To(organiser).Any(card => card.Summary == "Inspiratiebundel");
        });
        await Settled();
        Assert.Single(bot.Messenger.To(organiser), card => card.Summary == "Inspiratiebundel");
    }

    [Fact]
    public async Task A_second_click_makes_no_second_draft_and_drafts_are_for_organisers_alone()
    {
        await organiser.Says("bericht");
        var (verb, data) = organiser.Button("Bewaren en later verder");
        var typed = data.DeepClone().AsObject();
        foreach (var (input, value) in Bundle) typed[input] = value;
        await organiser.Clicks(verb, typed.DeepClone());
        Assert.Contains("Bewaard als concept", await organiser.Clicks(verb, typed.DeepClone()));
        var draft = Assert.Single(await Broadcasts.Drafts(Cancellation));

        var otto = await bot.SecondOrganiser();
        Assert.Contains("Inspiratiebundel", await otto.Says("verzendingen"));
        var participant = await bot.Confirmed(1);
        Assert.Contains("Dit kunnen alleen", await participant.Says("bericht"));
        foreach (var forged in new[] { "written.begin", "written.open", "written.next", "written.later", "written.save", "broadcast.open", "broadcast.discard", "broadcast.discard-sure", "broadcast.proof", "broadcast.copy", "broadcast.revise", "broadcast.send-now", "broadcast.when", "broadcast.schedule", "broadcast.export", "broadcast.mail-change", "broadcast.drafts", "audience.search", "audience.add-all", "audience.done" })
        {
            Assert.Contains("Dit kunnen alleen", await participant.Clicks(forged, new System.Text.Json.Nodes.JsonObject
            {
                ["kind"] = "message",
                ["draft"] = draft.Id,
                ["broadcast"] = draft.Id,
                ["proof"] = "proef",
                ["edition"] = 0,
                ["from"] = 0,
                ["subject"] = "",
                ["where"] = "everybody:",
                ["on"] = "2027-01-20",
                ["at"] = "09:00",
            }));
        }

        Assert.Equal(draft, Assert.Single(await Broadcasts.Drafts(Cancellation)));
    }

    [Fact]
    public async Task A_draft_that_is_thrown_away_is_gone_and_its_old_cards_say_so_and_send_nothing()
    {
        await Written("everybody:");
        var (verb, data) = organiser.Button("Versturen");
        await organiser.Says("verzendingen");
        Assert.Contains("Weet u zeker", await organiser.Presses("Weggooien"));
        Assert.Contains("Het concept is weggegooid", await organiser.Presses("Ja, weggooien"));
        Assert.DoesNotContain("Inspiratiebundel", organiser.Seen);

        Assert.Contains("Dit concept is er niet meer", await organiser.Clicks(verb, data.DeepClone()));
        await Settled();
        Assert.Empty(bot.Messenger.Sent);
    }

    [Fact]
    public async Task What_another_organiser_changed_is_not_sent_unseen_nor_overwritten_without_a_word()
    {
        await Written("everybody:");
        var (verb, data) = organiser.Button("Versturen");
        await organiser.Presses("Tekst wijzigen");
        var form = organiser.Button("Verder");

        var otto = await bot.SecondOrganiser();
        await otto.Says("verzendingen");
        await otto.Presses("Verder hiermee");
        await otto.Presses("Tekst wijzigen");
        await otto.Presses("Verder", ("title", "Bundel van Otto"));

        var typed = form.Data.DeepClone().AsObject();
        foreach (var (input, value) in Bundle) typed[input] = value;
        Assert.Contains("Iemand anders heeft deze tekst ondertussen gewijzigd", await organiser.Clicks(form.Verb, typed));
        Assert.Contains("Inspiratiebundel", organiser.Seen);
        Assert.Contains("Dit concept is ondertussen gewijzigd", await organiser.Clicks(verb, data.DeepClone()));
        Assert.Contains("Bundel van Otto", organiser.Seen);
        Assert.Empty(bot.Messenger.Sent);
        await organiser.Presses("Versturen");
        await TestBot.Until(() => bot.Messenger.To(organiser).Any(card => card.Summary == "Bundel van Otto"));
    }

    [Fact]
    public async Task Every_draft_can_be_found_however_many_there_are()
    {
        for (var i = 1; i <= 19; i++)
        {
            var id = $"concept-{i}";
            await Broadcasts.Begin(new(id, new(WrittenCard.Message, id), null, organiser.Id, bot.Clock.GetUtcNow().AddMinutes(i)) { State = BroadcastState.Draft, Text = new($"Nummer {i:00}.", "", "", "") }, null, Cancellation);
        }

        Assert.Equal([19, 18, 17, 16, 15, 14, 13, 12], Numbers(await organiser.Says("verzendingen")));
        Assert.Equal([11, 10, 9, 8, 7, 6, 5, 4], Numbers(await organiser.Presses("Nog 11 oudere concepten")));
        Assert.Equal([3, 2, 1], Numbers(await organiser.Presses("Nog 3 oudere concepten")));
        Assert.DoesNotContain(organiser.ButtonTitles(), title => title.Contains("oudere", StringComparison.Ordinal));
        await organiser.Presses("Nieuwere concepten");
        Assert.Equal([19, 18, 17, 16, 15, 14, 13, 12], Numbers(await organiser.Presses("Nieuwere concepten")));
        Assert.DoesNotContain("Nieuwere concepten", organiser.ButtonTitles());
        Assert.Equal([19, 18, 17, 16, 15, 14, 13, 12], Numbers(await organiser.Clicks("broadcast.drafts", new System.Text.Json.Nodes.JsonObject { ["from"] = 1_000 })));

        static IEnumerable<int> Numbers(string seen) => seen.Split("Nummer ").Skip(1).Select(text => int.Parse(text[..2], System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_proof_goes_to_the_organiser_alone_and_changes_nothing()
    {
        await bot.Confirmed(1);
        await organiser.Says("uitnodigen");
        await organiser.Presses("Laat het voorbeeld zien", ("where", "everybody:"));
        var before = Assert.Single(await Broadcasts.Drafts(Cancellation));
        var (verb, data) = organiser.Button("Stuur mij een proef");
        await organiser.Clicks(verb, data.DeepClone());
        Assert.Contains("De proef komt eraan", await organiser.Clicks(verb, data.DeepClone()));
        await TestBot.Until(() => !bot.Messenger.Sent.IsEmpty);
        await Settled();

        organiser.Looks(Assert.Single(bot.Messenger.Sent).Card);
        Assert.Single(bot.Messenger.To(organiser));
        Assert.StartsWith("Dit is een proef, alleen voor u", organiser.Seen);
        Assert.Contains("Ik kom", organiser.Seen);
        Assert.Empty(organiser.ButtonTitles());
        Assert.Equal(before, Assert.Single(await Broadcasts.Drafts(Cancellation)));
    }

    [Fact]
    public async Task A_draft_of_a_new_poll_is_resumed_proved_and_makes_the_poll_only_when_it_is_sent()
    {
        await organiser.Says("peiling");
        await organiser.Presses("Laat het voorbeeld zien", ("subject", "new"), ("lastDay", "2027-01-20"), ("where", "everybody:"));
        await organiser.Says("verzendingen");
        Assert.Contains("Thorbecke", organiser.Seen);
        await organiser.Presses("Verder hiermee");
        Assert.Contains("tot en met woensdag 20 januari", organiser.Seen);
        await organiser.Presses("Stuur mij een proef");
        await TestBot.Until(() => bot.Messenger.To(organiser).Count == 1);
        Assert.Single(await bot.Get<Domain.Polls.IPollStore>().Open(Cancellation));
        await organiser.Presses("Terug");
        await organiser.Presses("Laat het voorbeeld zien");
        await organiser.Presses("Versturen");
        Assert.Equal(2, (await bot.Get<Domain.Polls.IPollStore>().Open(Cancellation)).Count);
    }

    [Fact]
    public async Task A_copy_is_a_draft_with_the_same_text_and_people_and_the_same_within_a_day_asks_first()
    {
        await bot.Confirmed(1);
        await Written("everybody:");
        await organiser.Presses("Versturen");
        await Done();
        await organiser.Says("verzendingen");
        await organiser.Presses("Bekijken");
        var (verb, data) = organiser.Button("Kopiëren");
        await organiser.Clicks(verb, data.DeepClone());
        await organiser.Clicks(verb, data.DeepClone());
        Assert.Contains("Dit is een kopie", organiser.Seen);
        Assert.Contains("Dit gaat naar 2 personen", organiser.Seen);
        Assert.Single(await Broadcasts.Drafts(Cancellation));

        Assert.Contains("al aan dezelfde mensen gestuurd", await organiser.Presses("Versturen"));
        var sent = bot.Messenger.Sent.Count;
        await organiser.Presses("Terug");
        await organiser.Presses("Tekst wijzigen");
        await organiser.Presses("Verder", ("title", "Nog een bundel"));
        await organiser.Presses("Versturen");
        await TestBot.Until(() => bot.Messenger.Sent.Count >= sent + 2);
        Assert.Empty(await Broadcasts.Drafts(Cancellation));
    }

    [Fact]
    public async Task The_text_of_what_was_sent_is_changed_on_every_card_and_pressing_twice_changes_it_once()
    {
        var person = await bot.Confirmed(1);
        await Written("everybody:");
        await organiser.Presses("Versturen");
        await Done();
        await organiser.Says("verzendingen");
        await organiser.Presses("Bekijken");
        await organiser.Presses("Tekst wijzigen");
        Assert.Contains("2 kaarten krijgen de nieuwe tekst", organiser.Seen);
        Assert.Contains("Schrijf een titel", await organiser.Presses("Doorvoeren", ("title", "")));
        Assert.Contains("De bundel is er.", organiser.Seen);
        var (verb, data) = organiser.Button("Doorvoeren");
        var typed = data.DeepClone().AsObject();
        foreach (var (input, value) in Bundle) typed[input] = value;
        typed["title"] = "De bundel, tweede druk";
        await organiser.Clicks(verb, typed.DeepClone());
        await organiser.Clicks(verb, typed.DeepClone());
        await Done();

        person.Looks(Assert.Single(bot.Messenger.Updated, update => update.Posted.Recipient == new Recipient.OfMember(person.Id)).Card);
        Assert.StartsWith("De bundel, tweede druk", person.Seen);
        var broadcast = Assert.Single(await Broadcasts.Recent(bot.Clock.GetUtcNow().AddDays(-1), Cancellation));
        Assert.Equal((1, "De bundel, tweede druk"), (broadcast.Edition, broadcast.Text!.Title));
    }

    private async Task Written(string where)
    {
        await organiser.Says("bericht");
        await organiser.Presses("Verder", Bundle);
        await organiser.Presses("Laat het voorbeeld zien", ("where", where));
    }

    private Task Done() => TestBot.Until(() => Broadcasts.Recent(bot.Clock.GetUtcNow().AddDays(-1), Cancellation).Result.All(broadcast => broadcast.State == BroadcastState.Done));

    /// <summary>Whatever could still come has come.</summary>
    private async Task Settled()
    {
        for (var i = 0; i < 30; i++)
        {
            bot.Clock.Advance(TimeSpan.FromSeconds(10));
            await Task.Delay(10, Cancellation);
        }
    }
}
