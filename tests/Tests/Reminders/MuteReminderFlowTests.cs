using System.Text.Json.Nodes;
using LeerkringBot.Bot.Files;
using LeerkringBot.Bot.Members;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Gatherings;
using LeerkringBot.Domain.Members;
using LeerkringBot.Tests.Registrations;

namespace LeerkringBot.Tests.Reminders;

/// <summary>"Geen herinneringen meer"; and who is passed over right before sending.</summary>
public sealed class MuteReminderFlowTests : IDisposable
{
    private readonly ReminderDesk desk = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private TestBot Bot => desk.Bot;

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task A_button_on_every_reminder_ends_them_and_its_answer_brings_them_back()
    {
        var person = await Bot.Confirmed(1);
        await desk.Invite(TestBot.KickOff, person);
        await desk.At("2027-01-21T09:00");
        person.Looks(desk.To(person)[0]);

        Assert.Contains("U krijgt geen herinneringen meer.", await person.Presses("Geen herinneringen meer"));
        Assert.Equal(["Toch weer herinneringen"], person.ButtonTitles());
        await desk.At("2027-01-26T09:00");
        Assert.Single(desk.To(person));

        Assert.Contains("U krijgt herinneringen.", await person.Presses("Toch weer herinneringen"));
        await person.Comes(TestBot.KickOff);
        await desk.At("2027-02-03T09:00");
        Assert.Equal(2, desk.To(person).Count);
    }

    [Fact]
    public async Task It_can_be_typed_and_a_small_typo_is_forgiven()
    {
        var person = await Bot.Confirmed(1);
        Assert.Contains("U krijgt herinneringen.", await person.Says("Herinneringen"));
        Assert.Contains("U krijgt geen herinneringen meer.", await person.Says("herineringen uit"));
        Assert.Contains("U krijgt geen herinneringen meer.", await person.Says("herinneringen"));
        Assert.Contains("U krijgt herinneringen.", await person.Says("Herinneringen aan"));
        Assert.Contains("You get no more reminders.", await Bot.Person(2, language: Language.English).Says("reminders off"));
    }

    [Fact]
    public async Task My_data_shows_it_changes_it_and_the_file_has_it()
    {
        var person = await Bot.Confirmed(1);
        Assert.Contains("Herinneringen\nja", await person.Says("mijn gegevens"));
        Assert.Contains("Uw keuze voor herinneringen is bewaard.", await person.Presses("Herinneringen uit"));
        Assert.Contains("Herinneringen\nnee", person.Seen);

        var member = (await Bot.Get<IMembers>().Find(person.Id, Cancellation))!;
        Assert.True(member.WantsNoReminders);
        await desk.Contact(person, "GM0867", "persoon1@waalwijk.example");
        var file = JsonNode.Parse((await Bot.Get<IEnumerable<IFileKind>>().Single(kind => kind.Kind == PersonalFile.Name).Make(member, "", Cancellation))!.Content.Span)!["Over u"]![0]!;
        Assert.Equal(("nee", "ja"), ((string)file["Herinneringen"]!, (string)file["Contactambtenaar"]!));

        Assert.Contains("Herinneringen\nja", await person.Presses("Herinneringen aan"));
    }

    [Fact]
    public async Task Right_before_sending_it_is_asked_once_more_of_everybody()
    {
        var (person, other) = (await Bot.Confirmed(1), await Bot.Confirmed(2));
        await person.Comes(TestBot.KickOff);
        Assert.Equal(SkipReason.Answered, await Excluded("reminder-unanswered", TestBot.KickOff.ToString(), person));
        Assert.Null(await Excluded("reminder-registered", TestBot.KickOff.ToString(), person));
        Assert.Null(await Excluded("reminder-unanswered", TestBot.KickOff.ToString(), other));
        Assert.Equal(SkipReason.Left, await Excluded("reminder-registered", TestBot.KickOff.ToString(), other));
        Assert.Null(await Excluded("reminder-silent-contacts", TestBot.Thorbecke.ToString(), person));

        await other.Says("herinneringen uit");
        foreach (var (kind, subject) in new[] { ("unanswered", TestBot.KickOff.ToString()), ("registered", TestBot.KickOff.ToString()), ("silent-contacts", "thorbecke"), ("silent-colleagues", "thorbecke") })
        {
            Assert.Equal(SkipReason.Muted, await Excluded($"reminder-{kind}", subject, other));
            // Only of reminders: an organiser's own message still comes.
            Assert.NotEqual(SkipReason.Muted, await Excluded(kind, subject, other));
        }

        await person.Clicks("poll.show", new JsonObject { ["poll"] = "thorbecke" });
        await person.Presses("Doet mee");
        Assert.Equal(SkipReason.Answered, await Excluded("reminder-silent-contacts", "thorbecke", person));
        Assert.Equal(SkipReason.Over, await Excluded("reminder-silent-contacts", "bestaat-niet", person));
        await Bot.Get<ReviseGathering>().Cancel(TestBot.KickOff, "ziek", Cancellation);
        Assert.Equal(SkipReason.Over, await Excluded("reminder-registered", TestBot.KickOff.ToString(), person));
        Assert.Equal(SkipReason.Over, await Excluded("reminder-unanswered", TestBot.KickOff.ToString(), person));
        await Bot.Get<ForgetMember>().Start(person.Id, Cancellation);
        Assert.Equal(SkipReason.Forgotten, await Excluded("reminder-unanswered", TestBot.Followup.ToString(), person));
        Assert.Equal(SkipReason.Forgotten, await Excluded("reminder-silent-contacts", "thorbecke", person));
    }

    [Fact]
    public async Task Who_wants_none_or_answered_is_not_counted_among_those_it_would_go_to()
    {
        var (muted, answered, other) = (await Bot.Confirmed(1), await Bot.Confirmed(2, "zeist"), await Bot.Confirmed(3));
        foreach (var person in new[] { muted, answered, other }) await person.Comes(TestBot.Followup);
        await muted.Says("herinneringen uit");
        await answered.Clicks("poll.show", new JsonObject { ["poll"] = "thorbecke" });
        await answered.Presses("Doet mee");

        Assert.Equal([answered.Id, other.Id], await Meant("reminder-registered", TestBot.Followup.ToString()));
        Assert.Equal([muted.Id, answered.Id, other.Id], await Meant("registered", TestBot.Followup.ToString()));
        Assert.Equal([other.Id], await Meant("reminder-silent-contacts", "thorbecke"));
        Assert.Equal([muted.Id, other.Id], await Meant("silent", "thorbecke"));
    }

    private async Task<IEnumerable<MemberId>> Meant(string kind, string subject) =>
        (await Bot.Get<IEnumerable<IAudience>>().Single(audience => audience.Kind == kind).Of(subject, Cancellation).ToListAsync(Cancellation))
            .Select(one => ((Recipient.OfMember)one.Recipient).Member).OrderBy(member => member.ToString(), StringComparer.Ordinal);

    private Task<SkipReason?> Excluded(string kind, string subject, TestPerson person) =>
        Bot.Get<IEnumerable<IAudience>>().Single(audience => audience.Kind == kind).Excludes(subject, new Recipient.OfMember(person.Id), Cancellation);
}
