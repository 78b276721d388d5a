using System.Text.Encodings.Web;
using System.Text.Json;
using LeerkringBot.Bot.Import;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Registrations;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Registrations;

namespace LeerkringBot.Tests.Import;

/// <summary>The sample network holds what three real invitations ask of the bot.</summary>
public sealed class SampleNetworkTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly JsonSerializerOptions Plain = new(CardJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly NetworkFile Sample = NetworkFile.Read(File.ReadAllText(Path.Join(Repository.Root, "Bot", "sample-network.json")), Today);

    [Fact]
    public void It_has_twelve_municipalities_and_six_persons()
    {
        Assert.Equal(12, Sample.Network.Municipalities.Count);
        Assert.Equal("Waalwijk", Sample.Network.Find(MunicipalityCode.Parse("GM0867"))!.Name);
        Assert.Equal(6, Sample.People.Length);
    }

    [Fact]
    public void The_kick_off_comes_first_on_a_tuesday_at_least_four_weeks_ahead()
    {
        var gathering = Sample.Gatherings[0];

        Assert.Same(gathering, Sample.Gatherings.MinBy(one => one.Date));
        Assert.Null(gathering.Capacity);
        Assert.Equal(DayOfWeek.Tuesday, gathering.Date.DayOfWeek);
        Assert.InRange(gathering.Date.DayNumber - Today.DayNumber, 28, 34);
        Assert.Equal(6, gathering.Date.DayNumber - gathering.RegisterBefore.DayNumber);
        Assert.Equal((new TimeOnly(13, 30), new TimeOnly(16, 30)), (gathering.Start, gathering.End));
        Assert.Equal("Taxandriaweg 6, Waalwijk", gathering.Place.Address);
        Assert.Equal(["13:30-13:45", "13:45-14:00", "14:00-15:00", "15:00-16:00", "16:00-16:30", "16:30-17:00"], Times(gathering));
    }

    [Fact]
    public void The_design_session_is_a_series_of_six_regional_dates_of_one_thing()
    {
        var sessions = Sample.Gatherings.Where(one => one.Id.Series == "ontwerpsessie").ToList();

        Assert.Equal(6, sessions.Count);
        Assert.Equal(6, sessions.Select(one => one.Date).Distinct().Count());
        Assert.Equal(6, sessions.Select(one => one.Place).Distinct().Count());
        Assert.Contains(sessions, one => one.Place == new Place("Seinwezen", "Kinderhuissingel 1, Haarlem"));
        Assert.All(sessions, one =>
        {
            Assert.Equal("Ontwerpsessie lokale democratie", one.Title);
            Assert.Equal((new TimeOnly(9, 30), new TimeOnly(12, 30)), (one.Start, one.End));
            Assert.Equal(["09:00-09:30", "09:30-09:45", "09:45-10:45", "10:45-11:00", "11:00-12:00", "12:00-12:30", "12:30-13:30"], Times(one));
            Assert.Equal(
                ["inloop", "opening", "lokale democratische uitdaging", "pauze en terugkoppeling", "thematische verdieping", "slot en formulering projecten", "broodje en napraten"],
                one.Programme.Select(item => item.Title));
            Assert.Empty(one.Rounds);
        });
    }

    [Fact]
    public void The_start_up_session_has_two_rounds_with_limited_tracks_approval_roles_and_a_conditional_question()
    {
        var gathering = Sample.Gatherings.Single(one => one.Kind == "opstartsessie");

        Assert.Equal("Opstartsessie Ontwikkeltrajecten Democratie in Actie", gathering.Title);
        Assert.True(gathering.NeedsApproval);
        Assert.True(gathering.AsksWishes);
        Assert.Equal(6, gathering.Roles.Length);
        Assert.Equal(["10:00-12:30", "13:30-16:00"], gathering.Rounds.Select(round => $"{round.Start:HH:mm}-{round.End:HH:mm}"));
        Assert.Equal(
            ["Faciliteren van lokaal maatschappelijk initiatief", "Spelregels voor democratische processen", "Kernendemocratie"],
            gathering.Rounds[0].Tracks.Select(track => track.Title));
        Assert.Equal(
            ["Democratisch begroten: van initiatievenpotje tot burgerbegroting", "Veranderprocessen in de lokale democratie"],
            gathering.Rounds[1].Tracks.Select(track => track.Title));
        Assert.All(gathering.Tracks, track => Assert.True(track.Capacity > 0));
        Assert.Equal((QuestionKind.YesNo, true), (gathering.Questions[0].Kind, gathering.Questions[0].IsRequired));
        Assert.Equal(new(gathering.Questions[0].Id, Question.Yes), gathering.Questions[1].Condition);
        Assert.Equal("09:30-10:00", Times(gathering).First());
    }

    [Fact]
    public void Every_invitation_fits_in_a_Teams_message()
    {
        Assert.All(Sample.Gatherings, gathering =>
        {
            var card = InvitationCard.Render(new(gathering, RegistrationSheet.Open(gathering), new(null, "https://bot.example/agenda.ics"), default), Texts.Dutch);

            Assert.InRange(JsonSerializer.SerializeToUtf8Bytes(card, Plain).Length, 1, 28_000);
        });
    }

    private static IEnumerable<string> Times(Gathering gathering) => gathering.Programme.Select(item => $"{item.Start:HH:mm}-{item.End:HH:mm}");
}
