using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Domain.Ideas;
using LeerkringBot.Domain.Polls;
using LeerkringBot.Infrastructure.Storage;
using LeerkringBot.Infrastructure.Teams;

namespace LeerkringBot.Tests.Members;

/// <summary>"Mijn gegevens": see, correct, take along, delete.</summary>
public sealed class PersonalDataTests : IDisposable
{
    private readonly TestBot bot = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task The_card_shows_what_we_know_and_the_role_can_be_chosen_and_taken_back()
    {
        var person = await bot.Confirmed(1);
        var seen = await person.Says("mijn gegevens");
        Assert.Contains("Naam\nPersoon 1\nE-mailadres\npersoon1@waalwijk.example\nGemeente of organisatie\nWaalwijk\nRol\nniet bekend", seen);

        Assert.Contains("Uw rol is bewaard.", await person.Presses("Bewaar mijn rol", ("role", "Councillor")));
        Assert.Contains("Rol\nraadslid", person.Seen);
        Assert.DoesNotContain("Uw rol is bewaard", await person.Presses("Bewaar mijn rol", ("role", "Keizer")));
        Assert.Contains("Rol\nraadslid", person.Seen);
        await person.Presses("Bewaar mijn rol", ("role", "none"));
        Assert.Contains("Rol\nniet bekend", person.Seen);

        await person.Presses("Gemeente wijzigen");
        Assert.Contains("Genoteerd: Zeist", await person.Presses("Dit is mijn gemeente", ("code", "GM0355")));
    }

    [Fact]
    public async Task The_start_card_leads_there_and_English_reads_English()
    {
        var person = bot.Person(1, language: Language.English);
        await person.Says("hello");
        Assert.Contains("My data", await person.Presses("My data"));
    }

    [Fact]
    public async Task The_file_has_everything_in_words_that_people_understand()
    {
        var person = await FullHistory();
        await person.Says("mijn gegevens");
        Assert.Contains("mijn-gegevens.json", await person.Presses("Download mijn gegevens"));

        var file = JsonNode.Parse(await Download(person))!;

        Assert.Equal(
            ["Over u", "Antwoorden op peilingen", "Ideeën", "Ideeën die u steunt", "Berichten aan u", "Verzendingen door u", "Hoe de bot u bereikt"],
            file.AsObject().Select(part => part.Key).Where(key => !key.Contains("anmelding", StringComparison.Ordinal)));
        var about = file["Over u"]![0]!;
        Assert.Equal(
            (person.Name, "olga@m50.example", person.Id.ToString(), "Zeist", "griffier", "ja"),
            ((string)about["Naam"]!, (string)about["E-mailadres"]!, (string)about["Nummer in Microsoft Entra"]!, (string)about["Gemeente of organisatie"]!, (string)about["Rol"]!, (string)about["Organisator"]!));
        Assert.Equal(["Denkt erover na", "Doet mee"], file["Antwoorden op peilingen"]!.AsArray().Select(answer => (string)answer!["Antwoord"]!).Order());
        Assert.Equal("Doet uw gemeente mee met een Thorbecke-experiment?", (string)file["Antwoorden op peilingen"]![0]!["Vraag"]!);
        Assert.Contains(file["Berichten aan u"]!.AsArray(), message => (string)message!["Stand"]! == "verstuurd" && ((string)message["Bericht"]!).Contains("Kick-off", StringComparison.Ordinal));
        Assert.Equal("29:olga", (string)file["Hoe de bot u bereikt"]![0]!["Uw account in Teams"]!);
    }

    [Fact]
    public async Task Who_was_brought_by_address_before_coming_to_Teams_is_forgotten_as_that_guest_too()
    {
        var bringer = await bot.Confirmed(1);
        await bringer.Clicks("registration.come", new JsonObject { ["gathering"] = TestBot.KickOff.ToString() });
        await bringer.Clicks("registration.bring", new JsonObject { ["gathering"] = TestBot.KickOff.ToString(), ["name"] = "Persoon Twee", ["email"] = "persoon2@zeist.example" });
        var person = await bot.Confirmed(2, "zeist");

        await person.Says("mijn gegevens");
        await person.Presses("Verwijder");
        await person.Presses("Ja, verwijder");

        var all = await bot.Get<Domain.Registrations.IRegistrationStore>().All(TestBot.KickOff, Cancellation);
        Assert.Equal([bringer.Id], all.Select(one => one.Member));
        Assert.Empty(all[0].Colleagues);
        Assert.Equal(1, (await bot.Get<Domain.Registrations.IRegistrationStore>().Sheet(TestBot.KickOff, Cancellation))!.Participants);
    }

    [Fact]
    public async Task A_file_is_for_the_person_alone()
    {
        var (one, other) = (await bot.Confirmed(1), await bot.Confirmed(2));
        await one.Says("mijn gegevens");
        await one.Presses("Download mijn gegevens");
        await other.Says("mijn gegevens");
        await other.Presses("Download mijn gegevens");
        Assert.DoesNotContain("Persoon 2", await Download(one));
        Assert.DoesNotContain("Persoon 1", await Download(other));
    }

    [Fact]
    public async Task Before_deleting_the_card_says_what_happens_and_no_leaves_everything()
    {
        var person = await bot.Confirmed(1);
        await person.Says("mijn gegevens");
        var seen = await person.Presses("Verwijder mij");
        Assert.Contains("Uw aanmeldingen voor bijeenkomsten die nog komen, vervallen", seen);
        Assert.Contains("zonder uw naam", seen);
        Assert.Contains("Dit kunt u niet terugdraaien", seen);
        Assert.DoesNotContain("U bent organisator", seen);

        Assert.Contains("Persoon 1", await person.Presses("Nee, laat alles staan"));
        Assert.NotNull(await Stored(person));
    }

    [Fact]
    public async Task Nothing_of_a_person_remains_in_any_table()
    {
        var person = await FullHistory();
        await Poison(person);
        Assert.NotEmpty(await Remains(person));
        await person.Says("mijn gegevens");
        Assert.Contains("De lijst van organisatoren verandert hiermee niet", await person.Presses("Verwijder mij"));

        Assert.Contains("U bent verwijderd.", await person.Presses("Ja, verwijder mij"));
        Assert.Empty(await Remains(person));

        for (var i = 0; i < 10; i++)
        {
            bot.Clock.Advance(TimeSpan.FromMinutes(1));
            await Task.Delay(20, Cancellation);
        }

        Assert.Empty(await Remains(person));
    }

    [Fact]
    public async Task Nothing_of_a_person_who_registered_remains_in_any_table()
    {
        var person = await FullHistory();
        foreach (var gathering in new[] { TestBot.KickOff, TestBot.Followup })
            await person.Clicks("registration.come", new JsonObject { ["gathering"] = gathering.ToString() });

        await Delete(person);

        Assert.Empty(await Remains(person));
    }

    [Fact]
    public async Task Where_somebody_is_may_be_stored_once_more_after_the_click_and_goes_a_minute_later()
    {
        var person = await FullHistory();
        await Delete(person);
        await bot.Get<ConversationStore>().Store(new PersonalConversation(person.Id, "http://127.0.0.1:1/", "tenant-1", "29:olga", "28:bot", "a:chat-of-olga"), Cancellation);
        bot.Clock.Advance(TimeSpan.FromMinutes(2));
        await TestBot.Until(() => Remains(person).GetAwaiter().GetResult().Count == 0);
    }

    [Fact]
    public void The_search_finds_every_table_that_there_is() =>
        Assert.Equal(
            typeof(TableNames).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!).Order(),
            TableNames.All.Order());

    [Fact]
    public async Task The_municipalitys_answer_and_the_counts_of_what_was_sent_stay()
    {
        var person = await FullHistory();
        var colleague = await bot.Confirmed(7, "zeist");
        var before = await Deliveries();
        await Delete(person);

        Assert.Equal(before.Select(delivery => delivery.State).Order(), (await Deliveries()).Select(delivery => delivery.State).Order());
        await colleague.Says("peilingen");
        Assert.Contains("Zeist: Denkt erover na", await colleague.Clicks("poll.show", new JsonObject { ["poll"] = TestBot.Thorbecke.ToString() }));
        Assert.Contains("Uw collega uit uw gemeente heeft", await colleague.Clicks("poll.answer", new JsonObject { ["poll"] = TestBot.Thorbecke.ToString(), ["option"] = ThorbeckePoll.Declines }));
        Assert.Equal(2, (await bot.Get<IPollStore>().History(TestBot.Thorbecke, Voter.Of(MunicipalityCode.Parse("GM0355")), Cancellation)).Count);
    }

    [Fact]
    public async Task Ideas_stay_without_whose_they_are_and_support_goes()
    {
        var person = await FullHistory();
        await person.Says("mijn gegevens");
        await person.Presses("Download mijn gegevens");
        Assert.Equal([null, "olga@m50.example"], JsonNode.Parse(await Download(person))!["Ideeën"]!.AsArray().Select(idea => (string?)idea!["Gemaild van"]).Order());

        await Delete(person);

        var ideas = new List<Idea>();
        await foreach (var idea in bot.Get<IIdeaStore>().All(Cancellation)) ideas.Add(idea);
        Assert.Equal(["Iets anders.", "Laten wij beginnen.\nGroet, …", "Laten wij ophouden."], ideas.Select(idea => idea.Text).Order());
        Assert.Equal(2, ideas.Count(idea => idea.Sender is IdeaSender.Forgotten && !idea.ShowsName));
        Assert.All(ideas, idea => Assert.Empty(idea.Supporters));
    }

    [Fact]
    public async Task Who_comes_back_is_somebody_new_and_stays()
    {
        var person = await bot.Confirmed(1);
        await Delete(person);
        Assert.Contains("Wij weten nog niet voor welke gemeente", await person.Says("hallo"));
        await person.Says("mijn gemeente");
        await person.Presses("Ja, Waalwijk");

        bot.Clock.Advance(TimeSpan.FromMinutes(2));
        await Task.Delay(500, Cancellation);
        Assert.NotNull((await Stored(person))?.Affiliation);
    }

    [Fact]
    public async Task A_refresh_of_the_profile_that_comes_too_late_brings_nobody_back()
    {
        var person = await bot.Confirmed(1);
        var asked = new TaskCompletionSource<LeerkringBot.Domain.Members.Profile?>();
        bot.Clock.Advance(LeerkringBot.Domain.Members.RecogniseMember.ProfileLifetime);
        await bot.Get<LeerkringBot.Domain.Members.RecogniseMember>().Begin(person.Id, Language.Dutch, "x", _ => asked.Task, Cancellation).Member;
        await Delete(person);
        asked.SetResult(new("Persoon 1", "persoon1@waalwijk.example"));
        await Task.Delay(200, Cancellation);
        Assert.Empty(await Remains(person));
    }

    [Theory]
    [InlineData(TableNames.Polls)]
    [InlineData(TableNames.Deliveries)]
    [InlineData(TableNames.Conversations)]
    [InlineData(TableNames.Network)]
    [InlineData(TableNames.Ideas)]
    [InlineData(TableNames.Poison)]
    public async Task What_breaks_off_goes_on_by_itself(string table)
    {
        var person = await FullHistory();
        await Poison(person);
        bot.Tables[table].FailBefore = _ => true;
        bot.Tables[table].FailRead = () => true;
        await person.Clicks("personal.forget", Asked());
        Assert.Contains("Wij zijn u aan het verwijderen.", person.Seen);

        (bot.Tables[table].FailBefore, bot.Tables[table].FailRead) = (_ => false, () => false);
        Assert.Contains("Wij zijn u aan het verwijderen.", await person.Says("mijn gegevens"));
        bot.Clock.Advance(TimeSpan.FromMinutes(2));
        await TestBot.Until(() => Remains(person).GetAwaiter().GetResult().Count == 0);
    }

    [Fact]
    public async Task However_long_storage_is_down_the_deletion_is_never_given_up()
    {
        var person = await FullHistory();
        bot.Tables[TableNames.Deliveries].FailRead = () => true;
        await person.Clicks("personal.forget", Asked());
        for (var i = 0; i < 150; i++)
        {
            bot.Clock.Advance(TimeSpan.FromMinutes(2));
            await Task.Delay(10, Cancellation);
        }

        bot.Tables[TableNames.Deliveries].FailRead = () => false;
        for (var i = 0; i < 12; i++)
        {
            bot.Clock.Advance(TimeSpan.FromMinutes(2));
            await Task.Delay(20, Cancellation);
        }

        await TestBot.Until(() => Remains(person).GetAwaiter().GetResult().Count == 0);
    }

    [Fact]
    public async Task Every_single_fault_on_the_way_is_overcome()
    {
        foreach (var table in new[] { TableNames.Polls, TableNames.Deliveries, TableNames.Conversations, TableNames.Members })
        {
            for (var number = 1; number <= 2; number++)
            {
                using var one = new PersonalDataTests();
                var person = await one.FullHistory();
                one.bot.Tables[table].FailAfter = Storage.FaultyTable.OnTime(number);
                await person.Clicks("personal.forget", one.Asked());
                one.bot.Clock.Advance(TimeSpan.FromMinutes(2));
                await TestBot.Until(() => one.Remains(person).GetAwaiter().GetResult().Count == 0);
            }
        }
    }

    [Fact]
    public async Task A_fault_before_anything_began_says_so_and_nothing_is_deleted()
    {
        var person = await bot.Confirmed(1);
        bot.Tables[TableNames.Members].FailBefore = Storage.FaultyTable.OnTime(1);
        Assert.Contains("Er is niets veranderd", await person.Clicks("personal.forget", Asked()));
        bot.Clock.Advance(TimeSpan.FromMinutes(2));
        await Task.Delay(300, Cancellation);
        Assert.NotNull(await Stored(person));

        Assert.Contains("U bent verwijderd.", await person.Presses("Opnieuw proberen"));
        Assert.Null(await Stored(person));
    }

    [Theory]
    [InlineData(-7_200)]
    [InlineData(3_600_000)]
    [InlineData(long.MinValue)]
    public async Task A_question_of_long_ago_is_asked_anew(long seconds)
    {
        var person = await bot.Confirmed(1);
        await person.Clicks("personal.forget", new JsonObject { ["asked"] = seconds == long.MinValue ? seconds : bot.Clock.GetUtcNow().ToUnixTimeSeconds() + seconds });
        Assert.Contains("Wilt u dat wij u verwijderen?", person.Seen);
        Assert.NotNull(await Stored(person));
    }

    [Fact]
    public async Task An_organisers_address_is_free_again_and_the_list_still_names_it()
    {
        var organiser = bot.Organiser();
        Assert.DoesNotContain("Dit kunnen alleen", await organiser.Says("overzicht"));
        await Delete(organiser);
        Assert.DoesNotContain("Dit kunnen alleen", await organiser.Says("overzicht"));
    }

    [Fact]
    public async Task A_broadcast_that_is_under_way_still_ends_when_somebody_it_goes_to_is_deleted()
    {
        var organiser = bot.Organiser();
        var (leaving, staying) = (await bot.Confirmed(1), await bot.Confirmed(2));
        bot.Messenger.Team.AddRange([(await Stored(leaving))!, (await Stored(staying))!]);
        bot.Messenger.Outcome = to => to == new Recipient.OfMember(leaving.Id) ? new SendOutcome.Postponed(TimeSpan.FromMinutes(5)) : null;
        await Send(organiser, personally: true);
        await TestBot.Until(() => bot.Messenger.To(staying).Count == 1 && bot.Messenger.To(leaving).Count == 1);

        await Delete(leaving);
        await TestBot.Until(() => bot.Messenger.To(organiser).Count == 1);
        organiser.Looks(bot.Messenger.To(organiser).Single());
        Assert.Contains("1 van 2", organiser.Seen);
        Assert.Single(bot.Messenger.To(leaving));
    }

    /// <summary>Everything that a person and organiser can leave behind.</summary>
    private async Task<TestPerson> FullHistory()
    {
        var person = bot.Organiser();
        await person.Says("mijn gemeente");
        await person.Presses("Dit is mijn gemeente", ("code", "GM0355"), ("role", "Clerk"));
        await person.Clicks("poll.answer", new JsonObject { ["poll"] = TestBot.Thorbecke.ToString(), ["option"] = ThorbeckePoll.Joins });
        await person.Clicks("poll.answer", new JsonObject { ["poll"] = TestBot.Thorbecke.ToString(), ["option"] = ThorbeckePoll.Considers });
        await bot.Get<ConversationStore>().Store(new PersonalConversation(person.Id, "http://127.0.0.1:1/", "tenant-1", "29:olga", "28:bot", "a:chat-of-olga"), Cancellation);
        bot.Messenger.Team.Add((await Stored(person))!);
        await Send(person, personally: true);
        await TestBot.Until(() => bot.Messenger.To(person).Count == 2);
        await TestBot.Until(() => Deliveries().GetAwaiter().GetResult() is { Count: 2 } all && all.All(delivery => delivery.State == DeliveryState.Sent));
        await Ideas(person);
        return person;
    }

    /// <summary>One from Teams that names its sender, one from the person's address, and a colleague's that the person supports.</summary>
    private async Task Ideas(TestPerson person)
    {
        var note = bot.Get<NoteIdea>();
        await note.Note(new($"Laten wij beginnen.\nGroet, {person.Name}", new IdeaSender.OfMember(person.Id)) { ShowsName = true }, "1", Cancellation);
        await note.Note(new("Laten wij ophouden.", new IdeaSender.ByMail("olga@m50.example", person.Name, true)) { Source = IdeaSource.Mail, Original = new("1.olga@m50.example", null, "olga@m50.example.eml", true) }, "2 olga@m50.example", Cancellation);
        var other = (NoteOutcome.Noted)await note.Note(new("Iets anders.", new IdeaSender.OfMember(bot.Person(8).Id)), "3", Cancellation);
        await bot.Get<SupportIdea>().Support(other.Idea.Id, person.Id, Cancellation);
    }

    private static async Task Send(TestPerson organiser, bool personally)
    {
        await organiser.Says("uitnodigen");
        await organiser.Presses("Laat het voorbeeld zien", personally ? [("where", $"team:{RecordingMessenger.Channel}")] : []);
        await organiser.Presses("Versturen");
    }

    /// <summary>Work about the person that waits or failed.</summary>
    private async Task Poison(TestPerson person)
    {
        await bot.Get<IWorkQueue>().Enqueue(new("broadcast.deliver", $"long-ago m|{person.Id}"), bot.Clock.GetUtcNow().AddDays(9), Cancellation);
        ITables tables = bot.Tables;
        await tables[TableNames.Poison].Write([new RowChange.Insert(Row.Of("work", "1|1", ("Subject", $"x m|{person.Id}"), ("Error", "Y")))], Cancellation);
    }

    private async Task Delete(TestPerson person)
    {
        await person.Clicks("personal.forget", Asked());
        Assert.Contains("U bent verwijderd.", person.Seen);
    }

    private JsonObject Asked() => new() { ["asked"] = bot.Clock.GetUtcNow().ToUnixTimeSeconds() };

    private async Task<string> Download(TestPerson person)
    {
        using var client = bot.CreateClient();
        return await client.GetStringAsync(new Uri(new Uri(person.Links().Single()).AbsolutePath, UriKind.Relative), Cancellation);
    }

    private Task<Member?> Stored(TestPerson person) => bot.Get<IMembers>().Find(person.Id, Cancellation);

    private async Task<IReadOnlyList<Delivery>> Deliveries()
    {
        ITables tables = bot.Tables;
        var broadcasts = new HashSet<string>();
        await foreach (var row in tables[TableNames.Deliveries].All(Cancellation)) broadcasts.Add(row.PartitionKey);
        var all = await Task.WhenAll(broadcasts.Select(id => bot.Get<IBroadcastStore>().Deliveries(id, Cancellation).ToListAsync(Cancellation).AsTask()));
        return [.. all.SelectMany(some => some)];
    }

    /// <summary>Every key and value of every table that has anything of the person.</summary>
    private async Task<IReadOnlyList<string>> Remains(TestPerson person)
    {
        string[] traces = [person.Id.ToString(), person.Id.ToString().Replace("-", "", StringComparison.Ordinal), person.Name, "olga@m50.example", "persoon1@waalwijk.example", "29:olga", "a:chat-of-olga"];
        ITables tables = bot.Tables;
        var found = new List<string>();
        foreach (var table in TableNames.All)
        {
            await foreach (var row in tables[table].All(Cancellation))
            {
                var texts = row.Values.Select(value => $"{value.Key}={(value.Value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : value.Value)}").Append(row.PartitionKey).Append(row.RowKey);
                found.AddRange(texts.Where(text => traces.Any(trace => text.Contains(trace, StringComparison.OrdinalIgnoreCase))).Select(text => $"{table} {row.RowKey}: {text}"));
            }
        }

        return found;
    }
}
