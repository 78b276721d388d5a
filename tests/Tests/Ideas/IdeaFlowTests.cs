using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Bot.Registrations;
using LeerkringBot.Bot.Routing;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Elements;
using LeerkringBot.Cards.Ideas;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Ideas;
using LeerkringBot.Domain.Members;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Tests.Ideas;

/// <summary>Ideas in Teams: sharing, changing, withdrawing, supporting, finding.</summary>
public sealed partial class IdeaFlowTests : IDisposable
{
    private readonly TestBot bot = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task From_the_card_of_a_gathering_the_form_knows_what_it_is_about_and_says_what_happens_next()
    {
        var anna = await bot.Confirmed(1);
        await anna.Clicks("registration.show", new JsonObject { ["gathering"] = TestBot.KickOff.ToString() });
        Assert.Contains("Uw idee (hoogstens 2000 tekens)", await anna.Presses("Deel een idee"));
        var (verb, data) = anna.Button("Deel mijn idee");
        var typed = data.DeepClone();
        (typed["text"], typed["theme"], typed["about"], typed["showsName"]) = ("Een *loterij* voor\n\nbuurtbudgetten\nin elke kern", "Begroten", $"g|{TestBot.KickOff}", "true");

        var seen = await anna.Clicks(verb, typed);

        var idea = Assert.Single(await All());
        Assert.Equal("Een *loterij* voor\n\nbuurtbudgetten\nin elke kern", idea.Text);
        Assert.Contains($"Uw idee is genoteerd als {idea.Number}. De organisatoren lezen het, en u hoort hier wat ermee gebeurt.", seen);
        Assert.Contains("Een \\*loterij\\* voor\nbuurtbudgetten\nin elke kern", seen);
        Assert.Contains("Van\nPersoon 1, Waalwijk\nBij\nKick-off\nThema\nBegroten", seen);
        Assert.Contains("Ik kom", await anna.Presses("Naar de bijeenkomst"));

        Assert.Contains($"genoteerd als {idea.Number}", await anna.Clicks(verb, typed));
        Assert.Single(await All());
    }

    [Fact]
    public async Task In_one_message_it_is_noted_at_once_and_a_message_that_comes_twice_is_one_idea()
    {
        var anna = await bot.Confirmed(1);
        var text = $"Idee: {string.Join(' ', Enumerable.Repeat("meer inspraak", 20))}\nen minder papier";
        for (var i = 0; i < 2; i++) await Says(anna, text, "message-1");
        bot.Clock.Advance(TimeSpan.FromSeconds(1));
        await Says(anna, "idée:nog een idee", "message-2");

        Assert.Equal(["nog een idee", text[6..]], (await All()).Select(idea => idea.Text));
        Assert.All(await All(), idea => Assert.False(idea.ShowsName));
    }

    [Fact]
    public async Task Without_the_colon_the_words_stand_in_the_form_and_nothing_is_noted()
    {
        var anna = await bot.Confirmed(1);
        Assert.Contains("Waar hoort het bij?", await anna.Says("idee"));
        Assert.Contains("een wandeling door elke gemeente", await anna.Says("idee een wandeling door elke gemeente"));
        Assert.Empty(await All());
        await anna.Presses("Deel mijn idee");
        Assert.Equal("een wandeling door elke gemeente", Assert.Single(await All()).Text);
    }

    [Fact]
    public async Task Too_long_or_empty_is_said_and_nothing_typed_is_lost()
    {
        var anna = await bot.Confirmed(1);
        var text = new string('a', 2_001);
        await anna.Says("idee");
        Assert.Contains("Uw idee heeft 2001 tekens. Er passen er hoogstens 2000.", await anna.Presses("Deel mijn idee", ("text", text), ("theme", "Thema dat blijft")));
        Assert.Contains(text, anna.Seen);
        Assert.Contains("Thema dat blijft", anna.Seen);
        Assert.Contains("Schrijf hier uw idee.", await anna.Presses("Deel mijn idee", ("text", " \n ")));
        Assert.Contains("Het thema heeft meer dan 60 tekens", await anna.Presses("Deel mijn idee", ("text", "Goed"), ("theme", text[..61])));
        Assert.Contains($"heeft {text.Length} tekens", await anna.Says($"idee: {text}"));
        Assert.Empty(await All());
    }

    [Fact]
    public async Task One_form_on_two_devices_drops_neither_text()
    {
        var anna = await bot.Confirmed(1);
        await anna.Says("idee");
        var (verb, data) = anna.Button("Deel mijn idee");
        JsonObject Typed(string text) { var typed = data.DeepClone().AsObject(); typed["text"] = text; return typed; }

        await anna.Clicks(verb, Typed("Op de telefoon getypt"));
        var first = Assert.Single(await All());
        Assert.Contains($"genoteerd als {first.Number}", await anna.Clicks(verb, Typed(" Op de telefoon getypt \n")), StringComparison.Ordinal);
        var seen = await anna.Clicks(verb, Typed("Op de laptop getypt"));

        Assert.Contains($"Dit formulier is al verstuurd: dat idee is genoteerd als {first.Number}.", seen, StringComparison.Ordinal);
        Assert.Contains("Op de laptop getypt", seen, StringComparison.Ordinal);
        Assert.Single(await All());
        bot.Clock.Advance(TimeSpan.FromSeconds(1));
        await anna.Presses("Deel mijn idee");
        Assert.Equal(["Op de laptop getypt", "Op de telefoon getypt"], (await All()).Select(idea => idea.Text));
    }

    [Fact]
    public async Task A_form_whose_idea_is_withdrawn_keeps_what_is_typed_in_it()
    {
        var anna = await bot.Confirmed(1);
        await anna.Says("idee");
        var (verb, data) = anna.Button("Deel mijn idee");
        data["text"] = "Eerst dit";
        await anna.Clicks(verb, data);
        var first = Assert.Single(await All());
        await bot.Get<OwnIdea>().Withdraw(first.Id, first.Sender, Cancellation);

        data["text"] = "Toen dat";
        var seen = await anna.Clicks(verb, data);
        Assert.Contains($"Idee {first.Number} is ingetrokken.", seen, StringComparison.Ordinal);
        Assert.Contains("Toen dat", seen, StringComparison.Ordinal);
        await anna.Presses("Deel mijn idee");
        Assert.Equal("Toen dat", Assert.Single(await All()).Text);
    }

    [Fact]
    public async Task Words_of_what_is_merged_find_the_whole_except_where_that_part_is_hidden()
    {
        var anna = await bot.Confirmed(1);
        await Shares(anna, "Een loterij voor buurtbudgetten");
        await Shares(anna, "Bewoners trekken lootjes over geld");
        await Shares(anna, "Iets anders");
        var (part, whole) = ((await All())[1], (await All())[2]);
        await bot.Get<FollowUpIdea>().Merge(part.Id, whole.Id, Cancellation);

        var bram = await Listed(await bot.Confirmed(2));
        Assert.Contains("Een loterij voor buurtbudgetten", await bram.Presses("Zoek", ("words", "lootjes loterij")), StringComparison.Ordinal);
        Assert.Contains("Een loterij voor buurtbudgetten", await bram.Presses("Zoek", ("words", part.Number.ToString())), StringComparison.Ordinal);

        await bot.Get<FollowUpIdea>().Hide(part.Id, true, Cancellation);
        Assert.Contains("Geen idee past", await bram.Presses("Zoek", ("words", "lootjes")), StringComparison.Ordinal);
        Assert.Contains("Een loterij voor buurtbudgetten", await (await Listed(bot.Organiser())).Presses("Zoek", ("words", "lootjes")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_storage_fails_the_same_click_again_notes_it_once()
    {
        var anna = await bot.Confirmed(1);
        await anna.Says("idee");
        bot.Tables[TableNames.Ideas].FailAfter = Storage.FaultyTable.OnTime(1);
        await anna.Presses("Deel mijn idee", ("text", "Houd vol"));
        Assert.Contains("genoteerd als", await anna.Presses("Opnieuw proberen"));
        Assert.Equal("Houd vol", Assert.Single(await All()).Text);
    }

    [Fact]
    public async Task A_name_stands_there_only_where_its_owner_allowed_it()
    {
        var (anna, bram) = (await bot.Confirmed(1), await bot.Confirmed(2, "zeist"));
        await Shares(anna, "Met naam", showsName: true);
        await Shares(anna, "Zonder naam", showsName: false);

        var seen = await bram.Says("ideeën");
        Assert.Equal(2, seen.Split("Persoon 1").Length);
        Assert.Equal(2, seen.Split("Waalwijk").Length);
        foreach (var idea in await All())
        {
            await bram.Says($"idee {idea.Number}");
            Assert.Equal(idea.ShowsName, bram.Seen.Contains("Persoon 1, Waalwijk", StringComparison.Ordinal));
        }

        Assert.Equal(3, (await bot.Organiser().Says("ideas")).Split("Persoon 1, Waalwijk").Length);
    }

    [Fact]
    public async Task Support_is_one_click_counts_once_and_goes_back_with_another_button()
    {
        var (anna, bram) = (await bot.Confirmed(1), await bot.Confirmed(2));
        await Shares(anna, "Steun mij");
        await bram.Says("ideeen");
        var (verb, data) = bram.Button("Steun ik ook");
        for (var i = 0; i < 3; i++) await bram.Clicks(verb, data);
        Assert.Contains("1 steunt dit", bram.Seen);
        Assert.Equal([bram.Id], Assert.Single(await All()).Supporters);

        await bram.Presses("Steun intrekken");
        Assert.Contains("nog geen steun", bram.Seen);
        Assert.Contains("Steun ik ook", bram.ButtonTitles());

        Assert.DoesNotContain("Steun ik ook", (await Listed(anna)).ButtonTitles());
        Assert.Contains("Dit is uw eigen idee", await anna.Clicks(verb, data));
        Assert.Empty(Assert.Single(await All()).Supporters);
    }

    [Fact]
    public async Task Ones_own_idea_can_be_changed_and_withdrawn_by_oneself_alone()
    {
        var (anna, bram) = (await bot.Confirmed(1), await bot.Confirmed(2));
        await Shares(anna, "Eerste versie");
        var id = (await All())[0].Id.ToString();
        await anna.Presses("Wijzigen");
        Assert.Contains("Eerste versie", anna.Seen);
        Assert.Contains("gewijzigd op", await anna.Presses("Bewaar", ("text", "Tweede versie"), ("theme", "Nieuw")));
        Assert.Equal(("Tweede versie", "Nieuw"), ((await All())[0].Text, (await All())[0].Theme));

        foreach (var (verb, data) in new[] { ("idea.edit", new JsonObject { ["idea"] = id }), ("idea.ask-withdraw", new() { ["idea"] = id }), ("idea.withdraw", new() { ["idea"] = id }), ("idea.change", new() { ["draft"] = id, ["text"] = "Gekaapt" }) })
            Assert.Contains("Dit idee is van iemand anders.", await bram.Clicks(verb, data));
        Assert.Equal("Tweede versie", (await All())[0].Text);

        await bot.Get<FollowUpIdea>().SetStatus(IdeaId.Parse(id), IdeaStatus.TakenUp, "", Cancellation);
        Assert.Contains("De organisatoren hebben over dit idee besloten", await anna.Clicks("idea.change", new JsonObject { ["draft"] = id, ["text"] = "Derde versie" }));
        Assert.Contains("Tweede versie", anna.Seen);

        await anna.Presses("Intrekken");
        Assert.Contains("Dit kunt u niet terugdraaien", anna.Seen);
        Assert.Contains("is ingetrokken", await anna.Presses("Ja, trek het in"));
        Assert.Empty(await All());
        Assert.Contains("is er niet (meer)", await bram.Clicks("idea.show", new JsonObject { ["idea"] = id }));
    }

    [Fact]
    public async Task The_list_has_ten_a_page_and_is_searched_by_words_theme_and_gathering()
    {
        var anna = await bot.Confirmed(1);
        for (var i = 1; i <= 23; i++)
        {
            await Note(anna.Id, $"Idee nummer {i:00}{(i % 5 == 0 ? " met een café" : "")}", i % 2 == 0 ? "Wijken" : "", i <= 3 ? new Subject.OfGathering(TestBot.KickOff) : null);
            bot.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Contains("23 ideeën, het nieuwste eerst", await anna.Says("ideeën"));
        Assert.Equal(Enumerable.Range(14, 10).Reverse(), Numbers(anna.Seen));
        await anna.Presses("Oudere");
        await anna.Presses("Oudere");
        Assert.Equal([3, 2, 1], Numbers(anna.Seen));
        Assert.DoesNotContain("Oudere", anna.ButtonTitles());

        await anna.Presses("Zoek", ("words", "CAFE nummer"));
        Assert.Equal([20, 15, 10, 5], Numbers(anna.Seen));
        await anna.Presses("Zoek", ("words", ""), ("theme", "Wijken"));
        Assert.Contains("11 ideeën", anna.Seen);
        await anna.Presses("Oudere");
        Assert.Equal([2], Numbers(anna.Seen));
        await anna.Presses("Zoek", ("theme", "all"), ("about", $"g|{TestBot.KickOff}"));
        Assert.Equal([3, 2, 1], Numbers(anna.Seen));
        Assert.Contains("Geen idee past", await anna.Presses("Zoek", ("words", "bestaat niet")));
        await anna.Presses("Toon alles");
        Assert.Contains("23 ideeën", anna.Seen);
    }

    [Fact]
    public async Task A_hidden_idea_is_seen_by_organisers_and_its_sender_only()
    {
        var (anna, bram) = (await bot.Confirmed(1), await bot.Confirmed(2));
        await Shares(anna, "Geheim");
        var idea = (await All())[0];
        await bot.Get<FollowUpIdea>().Hide(idea.Id, true, Cancellation);

        Assert.Contains("Er zijn nog geen ideeën", await bram.Says("ideeën"));
        Assert.Contains("is er niet (meer)", await bram.Says($"idee {idea.Number}"));
        Assert.Contains("is er niet (meer)", await bram.Clicks("idea.show", new JsonObject { ["idea"] = idea.Id.ToString() }));
        Assert.Contains("is er niet (meer)", await bram.Clicks("idea.support", new JsonObject { ["idea"] = idea.Id.ToString() }));
        Assert.Contains("Geheim", await anna.Says("ideeën"));
        Assert.Contains("Geheim", await bot.Organiser().Says("ideeën"));
    }

    [Fact]
    public async Task Every_card_of_a_gathering_or_poll_has_the_second_door_with_the_reference()
    {
        var anna = await bot.Confirmed(1);
        await anna.Clicks("registration.show", new JsonObject { ["gathering"] = TestBot.KickOff.ToString() });
        var reference = SubjectReference.Of(new Subject.OfGathering(TestBot.KickOff));
        Assert.Contains($"mailto:secretariaat@m50.example?subject=Idee%20bij%20Kick-off%20%5B{reference}%5D", anna.Links());
        Assert.Contains($"Mail uw idee naar secretariaat@m50.example, met \\[{reference.ToString().Replace('-', '\u2011')}\\] in het onderwerp.", anna.Seen);

        await anna.Clicks("poll.show", new JsonObject { ["poll"] = TestBot.Thorbecke.ToString() });
        Assert.Contains(SubjectReference.Of(new Subject.OfPoll(TestBot.Thorbecke)).ToString(), Assert.Single(anna.Links()));

        var neutral = (await bot.Get<IEnumerable<IComposable>>().OfType<InvitationContent>().Single().Neutral(TestBot.KickOff.ToString(), Cancellation))!;
        anna.Looks(neutral.Card);
        Assert.Contains(reference.ToString(), anna.Links()[^1]);
        Assert.Contains("Uw idee", await anna.Clicks(anna.Button("Deel een idee").Verb, anna.Button("Deel een idee").Data, inChannel: true));
        Assert.DoesNotContain("Persoon 1", anna.Seen);
    }

    [Fact]
    public void A_mail_link_encodes_whatever_a_title_holds_and_without_a_mailbox_there_is_none()
    {
        var subject = new Subject.OfGathering(TestBot.KickOff);
        var link = IdeaDoor.MailTo(subject, "A&B? #1 \"é\"\nbcc:x@y", "leer+kring@m50.example", Texts.Dutch);
        Assert.Equal($"mailto:leer%2Bkring@m50.example?subject=Idee%20bij%20A%26B%3F%20%231%20%22%C3%A9%22%0Abcc%3Ax%40y%20%5B{SubjectReference.Of(subject)}%5D", link);
        Assert.IsType<ActionSet>(Assert.Single(IdeaDoor.Render(subject, "A", "", Texts.Dutch)));
    }

    private async Task Shares(TestPerson person, string text, bool showsName = true)
    {
        await person.Says("idee");
        await person.Presses("Deel mijn idee", ("text", text), ("showsName", showsName ? "true" : "false"));
        bot.Clock.Advance(TimeSpan.FromSeconds(1));
    }

    private Task Note(MemberId sender, string text, string theme, Subject? about) =>
        bot.Get<NoteIdea>().Note(new(text, new IdeaSender.OfMember(sender)) { Theme = theme, About = about }, text, Cancellation);

    private static async Task<TestPerson> Listed(TestPerson person)
    {
        await person.Says("ideeën");
        return person;
    }

    private async Task Says(TestPerson person, string text, string id)
    {
        var who = bot.Get<RecogniseMember>().Begin(person.Id, Language.Dutch, person.Name, _ => Task.FromResult<Profile?>(null), Cancellation);
        var reply = await bot.Router.Message(new(who, text, Texts.Dutch, false, id), Cancellation);
        Assert.Contains("genoteerd als", JsonSerializer.Serialize(((Reply.Card)reply).Content, CardJson.Default.AdaptiveCard), StringComparison.Ordinal);
    }

    private async Task<List<Idea>> All()
    {
        var all = new List<Idea>();
        await foreach (var idea in bot.Get<IIdeaStore>().All(Cancellation)) all.Add(idea);
        return all;
    }

    private static IEnumerable<int> Numbers(string seen) => NumberOfIdea().Matches(seen).Select(match => int.Parse(match.Groups["number"].Value, System.Globalization.CultureInfo.InvariantCulture));

    [GeneratedRegex(@"Idee nummer (?<number>\d\d)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NumberOfIdea();
}
