using System.Text;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Domain.Members;
using LeerkringBot.Infrastructure.Networks;

namespace LeerkringBot.Tests.Broadcasts;

/// <summary>An organiser picks whom something goes to: persons, municipalities, roles.</summary>
public sealed class AudienceFlowTests : IDisposable
{
    private readonly TestBot bot = new();
    private readonly TestPerson organiser;

    public AudienceFlowTests() => organiser = bot.Organiser();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IBroadcastStore Broadcasts => bot.Get<IBroadcastStore>();

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task Persons_are_found_by_words_ticked_and_unticked_and_get_it_and_nobody_else_does()
    {
        await People();
        await Written("people:");
        Assert.Contains("1 tot en met 20 van 41", organiser.Seen);
        await organiser.Presses("Zoeken", ("words", "zeist"));
        Assert.Contains("Persoon 8 (Zeist)", organiser.Seen);
        Assert.DoesNotContain("Persoon 1 (Waalwijk)", organiser.Seen);
        // Searching on keeps what was ticked.
        await organiser.Presses("Zoeken", ("words", "PERSÓON 1, persoon 3"), ("ticked", "m-4,m-8"));
        Assert.Contains("Gekozen (2): Persoon 4 (Zeist), Persoon 8 (Zeist)", organiser.Seen);
        await organiser.Presses("Zoeken", ("words", "persoon zeist"), ("ticked", "m-1,m-30"));
        Assert.Contains("Gekozen (4)", organiser.Seen);
        // What is shown and not ticked any more is taken off, what isn't shown stays; ids from elsewhere are nobody.
        await organiser.Presses("Verder", ("ticked", "m-4,m-2,nobody"));
        Assert.Contains("Dit gaat naar 3 personen", organiser.Seen);
        Assert.Contains("Persoon 1, Persoon 30, Persoon 4", organiser.Seen);
        await organiser.Presses("Versturen");
        await Done();
        Assert.Equal(["m-1", "m-30", "m-4"], Got());
    }

    [Fact]
    public async Task Nobody_chosen_is_asked_again_and_going_back_keeps_who_was_chosen()
    {
        await People();
        await Written("people:");
        Assert.Contains("Kies eerst iemand", await organiser.Presses("Verder", ("ticked", "")));
        await organiser.Presses("Terug", ("ticked", "m-1"));
        Assert.Contains("Aan wie gaat dit bericht?", organiser.Seen);
        await organiser.Presses("Laat het voorbeeld zien");
        Assert.Contains("Gekozen (1): Persoon 1", organiser.Seen);
        await organiser.Presses("Verder");
        Assert.Contains("Dit gaat naar 1 persoon", organiser.Seen);
    }

    [Fact]
    public async Task Municipalities_of_choice_get_it_checked_again_right_before_sending()
    {
        await People();
        await Written("municipalities:");
        await organiser.Presses("Verder", ("ticked", "GM0355,GM0310,GM9999"));
        Assert.Contains("Dit gaat naar 20 personen", organiser.Seen);
        bot.Messenger.Outcome = to => bot.Messenger.Sent.Count > 60 ? null : new SendOutcome.Postponed(TimeSpan.FromMinutes(1));
        await organiser.Presses("Versturen");
        await TestBot.Until(() => bot.Messenger.Sent.Count >= 20);
        // Planned already; then one moves to another municipality, and one is deleted.
        await bot.Get<IMemberStore>().Change(new("m-4"), member => member! with { Affiliation = new Affiliation.OfMunicipality(MunicipalityCode.Parse("GM0867")) }, Cancellation);
        await bot.Get<IMemberStore>().Remove(new("m-8"), Cancellation);
        bot.Messenger.Outcome = _ => null;
        await Done();
        var rows = await Broadcasts.Deliveries(await Id(), Cancellation).ToListAsync(Cancellation);
        Assert.Equal(SkipReason.Left, rows.Single(row => row.Recipient == new Recipient.OfMember(new("m-4"))).Skipped);
        Assert.Equal(SkipReason.Forgotten, rows.Single(row => row.Recipient == new Recipient.OfMember(new("m-8"))).Skipped);
        Assert.Equal(18, rows.Count(row => row.State == DeliveryState.Sent));
    }

    [Fact]
    public async Task Roles_are_those_that_members_chose_the_organisers_and_the_contact_officers()
    {
        await People();
        var otto = await bot.SecondOrganiser();
        await otto.Says("overzicht");
        await bot.Get<ContactStore>().Save(MunicipalityCode.Parse("GM0355"), [Name("m-4")], Cancellation);
        await bot.Get<IMemberStore>().Change(new("m-2"), member => member! with { Role = Role.Clerk }, Cancellation);
        await Written("role:");
        Assert.Contains("Contactambtenaren", organiser.Seen);
        await organiser.Presses("Verder", ("ticked", "organisers,contacts,Clerk"));
        Assert.Contains("Dit gaat naar 4 personen", organiser.Seen);
        // One isn't any more when it is sent.
        await organiser.Presses("Later versturen");
        await organiser.Presses("Inplannen", ("on", "2027-01-06"), ("at", "09:30"));
        await bot.Get<IMemberStore>().Change(new("m-2"), member => member! with { Role = Role.Mayor }, Cancellation);
        await Done();
        Assert.Equal(new[] { organiser.Id.ToString(), otto.Id.ToString(), "m-4" }.Order(), Got());
    }

    [Fact]
    public async Task With_all_municipalities_and_five_people_of_each_the_cards_stay_small_and_everybody_can_be_added()
    {
        for (var i = 0; i < 342 * 5; i++)
        {
            var id = new MemberId($"00000000-0000-4000-9000-{i:000000000000}");
            await bot.Get<IMemberStore>().Change(id, _ => new(id, $"Wilhelmina van den Broek-Oosterhout {i}", $"w{i}@waalwijk.example", Language.Dutch, new Affiliation.OfMunicipality(MunicipalityCode.Parse("GM0867")), bot.Clock.GetUtcNow()), Cancellation);
        }

        await Written("people:");
        Small();
        await organiser.Presses("Zoeken", ("words", "oosterhout"));
        Assert.Contains("1 tot en met 20 van 1710", organiser.Seen);
        await organiser.Presses("Alle 1710 toevoegen");
        Assert.Contains("Gekozen (1710)", organiser.Seen);
        Small();
        await organiser.Presses("Volgende");
        Assert.Contains("21 tot en met 40 van 1710", organiser.Seen);
        Assert.Contains("Gekozen (1710)", organiser.Seen);
        await organiser.Presses("Verder");
        Assert.Contains("Dit gaat naar 1710 personen", organiser.Seen);
        Small();
        Assert.Contains("Dit gaat naar 1710 personen. Weet u het zeker?", await organiser.Presses("Versturen"));
        Assert.Empty(bot.Messenger.Sent);

        void Small() => Assert.InRange(Encoding.UTF8.GetByteCount(organiser.Card!.ToJsonString()), 1, 28 * 1024);
    }

    [Fact]
    public async Task Who_is_forgotten_stands_in_no_draft_any_more()
    {
        var person = await bot.Confirmed(1);
        await Written("people:");
        await organiser.Presses("Verder", ("ticked", $"{person.Id},{organiser.Id}"));
        Assert.Contains(person.Id.ToString(), Assert.Single(await Broadcasts.Drafts(Cancellation)).Audience!.Subject);
        await person.Says("mijn gegevens");
        await person.Presses("Verwijder");
        await person.Presses("Ja, verwijder");
        await TestBot.Until(() => !Broadcasts.Drafts(Cancellation).Result.Single().Audience!.Subject.Contains(person.Id.ToString(), StringComparison.Ordinal));
        Assert.Equal(organiser.Id.ToString(), Assert.Single(await Broadcasts.Drafts(Cancellation)).Audience!.Subject);
    }

    private static PersonName Name(string id) => PersonName.Of(new MemberId(id));

    private async Task<string> Id() => Assert.Single(await Broadcasts.Recent(bot.Clock.GetUtcNow().AddDays(-3), Cancellation)).Id;

    private IEnumerable<string> Got() => bot.Messenger.Sent.Where(one => one.Card.Summary == "Inspiratiebundel").Select(one => ((Recipient.OfMember)one.To).Member.ToString()).Order();

    /// <summary>Forty, ten in each of the four municipalities.</summary>
    private async Task People()
    {
        string[] codes = ["GM0355", "GM0867", "GM0310", "GM0203"];
        for (var i = 1; i <= 40; i++)
        {
            var affiliation = new Affiliation.OfMunicipality(MunicipalityCode.Parse(codes[i % 4]));
            await bot.Get<IMemberStore>().Change(new($"m-{i}"), _ => new(new($"m-{i}"), $"Persoon {i}", null, Language.Dutch, affiliation, bot.Clock.GetUtcNow()), Cancellation);
        }
    }

    private async Task Written(string where)
    {
        await organiser.Says("bericht");
        await organiser.Presses("Verder", ("title", "Inspiratiebundel"), ("text", "De bundel is er."));
        await organiser.Presses("Laat het voorbeeld zien", ("where", where));
    }

    private Task Done() => TestBot.Until(() =>
    {
        bot.Clock.Advance(TimeSpan.FromMinutes(5));
        return Broadcasts.Recent(bot.Clock.GetUtcNow().AddDays(-4), Cancellation).Result.All(one => one.State == BroadcastState.Done);
    });
}
