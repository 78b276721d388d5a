using System.Collections.Immutable;
using LeerkringBot.Cards.Gatherings;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Gatherings;

namespace LeerkringBot.Tests.Gatherings;

/// <summary>What organisers type and paste.</summary>
public sealed class TypedGatheringTests
{
    private static readonly DateOnly Today = new(2027, 1, 5);

    private static readonly GatheringText Typed = new()
    {
        Title = "Ontwerpsessie",
        Kind = "ontwerpsessie",
        Why = "Omdat het kan.",
        Date = "2027-02-04",
        Start = "9:30",
        End = "12.30",
        PlaceName = "Seinwezen",
        Address = "Haarlem",
        LastDay = "2027-01-28",
        Contact = "loket@m50.example",
    };

    [Theory]
    [InlineData("13.30-13.45 Welkom en kennismaking | Trouwzaal", "Trouwzaal")]
    [InlineData("13:30 - 13:45\tWelkom en kennismaking", null)]
    [InlineData("13.30 – 13.45 uur: Welkom en kennismaking", null)]
    [InlineData("13.30 tot 13.45 uur Welkom en kennismaking", null)]
    [InlineData("13.30-13.45 Welkom en\r\nkennismaking", null)]
    [InlineData("13.30-13.45\n\nWelkom en kennismaking\n\u00A0\n", null)]
    public void A_programme_is_understood_as_mails_write_it(string text, string? room)
    {
        var (items, mistakes) = ProgrammeText.Read(text);

        Assert.Empty(mistakes);
        Assert.Equal(new(new(13, 30), new(13, 45), "Welkom en kennismaking", room), Assert.Single(items));
    }

    [Fact]
    public void A_whole_programme_can_be_pasted()
    {
        var (items, mistakes) = ProgrammeText.Read("09:00 - 09:30\tinloop\n09:30 - 09:45\topening\n09:45 - 10:45\tlokale democratische uitdaging\n12:30 - 13:30\tbroodje en napraten");

        Assert.Empty(mistakes);
        Assert.Equal(["inloop", "opening", "lokale democratische uitdaging", "broodje en napraten"], items.Select(item => item.Title));
        Assert.Equal(items, ProgrammeText.Read(ProgrammeText.Write(items)).Items);
    }

    [Theory]
    [InlineData("Welkom", 1)]
    [InlineData("13.30-13.45 Welkom\n14.00 Borrel", 2)]
    [InlineData("13.30-13.45 Welkom\n\n25.00-26.00 Nacht", 3)]
    public void A_line_that_is_not_understood_is_named(string text, int line) =>
        Assert.Equal(new(GatheringField.Programme, GatheringFault.Unreadable, Number: line), Assert.Single(ProgrammeText.Read(text).Mistakes));

    [Fact]
    public void Rounds_are_times_with_a_track_a_line()
    {
        var (rounds, mistakes) = RoundsText.Read("10.00-12.30\nKernendemocratie | 20\nSpelregels\n\n13.30-16.00 Begroten | 30", []);

        Assert.Empty(mistakes);
        Assert.Equal(["round-1", "round-2"], rounds.Select(round => round.Id));
        Assert.Equal([new("kernendemocratie", "Kernendemocratie", 20), new("spelregels", "Spelregels", null)], rounds[0].Tracks);
        Assert.Equal(new Track("begroten", "Begroten", 30), Assert.Single(rounds[1].Tracks));
        Assert.Equal(new(GatheringField.Rounds, GatheringFault.Unreadable, Number: 2), Assert.Single(RoundsText.Read("10.00-12.30\nKernen | veel", []).Mistakes));
        Assert.Equal(new(GatheringField.Rounds, GatheringFault.Unreadable, Number: 1), Assert.Single(RoundsText.Read("Kernen", []).Mistakes));
    }

    [Fact]
    public void A_track_stays_itself_when_it_is_named_otherwise_or_moved()
    {
        var before = RoundsText.Read("10.00-12.30\nKernen | 20\nSpelregels | 20\n13.30-16.00\nBegroten", []).Rounds;

        Assert.Equal(["kernen", "spelregels"], RoundsText.Read("10.00-12.30\nKernen en dorpen | 20\nSpelregels | 20\n13.30-16.00\nBegroten", before).Rounds[0].Tracks.Select(track => track.Id));
        Assert.Equal(["spelregels", "kernen"], RoundsText.Read("10.00-12.30\nSpelregels | 20\nKernen | 20", before).Rounds[0].Tracks.Select(track => track.Id));
        Assert.Equal(["nieuw", "kernen", "spelregels"], RoundsText.Read("10.00-12.30\nNieuw\nKernen\nSpelregels", before).Rounds[0].Tracks.Select(track => track.Id));
        Assert.Equal(["kernen"], RoundsText.Read("10.00-12.30\nKernen", before).Rounds[0].Tracks.Select(track => track.Id));
    }

    [Fact]
    public void A_new_track_is_never_taken_for_one_that_stands()
    {
        ImmutableArray<Round> before = [new("ochtend", new(10, 0), new(12, 30), [new("kernen", "Dorpen", 20)])];

        Assert.Equal(["kernen", "kernen-2"], RoundsText.Read("10.00-12.30\nDorpen | 20\nKernen", before).Rounds[0].Tracks.Select(track => track.Id));
    }

    [Fact]
    public void Every_mistake_of_the_form_has_a_step_where_it_is_mended() =>
        Assert.All(Enum.GetValues<GatheringField>().Where(field => field != GatheringField.Cancellation), field => Assert.True(FormSteps.Of(field) < FormStep.Review, $"{field} has no step"));

    [Fact]
    public void What_is_stored_reads_back_the_same()
    {
        var rounds = RoundsText.Read("10.00-12.30\nKernen | 20\nSpelregels", []).Rounds;
        var gathering = GatheringReading.Of(Typed, new("a", "a"), null, Today).Gathering with
        {
            Programme = [new(new(9, 0), new(9, 30), "inloop"), new(new(9, 30), new(10, 0), "opening", "Zaal 1")],
            Rounds = [rounds[0] with { Id = "ochtend" }],
            Questions = [new("plan", "Plan?", QuestionKind.YesNo, true, []), new("welk", "Welk?", QuestionKind.Choice, false, ["a=b", "c"], new("plan", "yes"))],
            Roles = [Role.Clerk, Role.Mayor],
            Audience = ["griffiers", "raadsleden"],
            Revision = 3,
            Cancellation = "Ziek.",
        };

        var read = GatheringReading.Of(GatheringText.Of(gathering), gathering.Id, gathering, Today);

        Assert.Empty(read.Mistakes);
        Assert.True(read.Gathering.SaysTheSame(gathering));
    }

    [Fact]
    public void Nothing_typed_asks_for_what_is_needed_and_complains_of_nothing_else() =>
        Assert.Equal(
            ["Title", "Kind", "Why", "Date", "Start", "End", "PlaceName", "PlaceAddress", "Contact", "RegisterBefore"],
            GatheringReading.Of(new(), new("a", "a"), null, Today).Mistakes.Select(mistake => mistake is { Fault: GatheringFault.Missing } ? mistake.Field.ToString() : mistake.ToString()));

    [Fact]
    public void What_cannot_be_read_is_a_mistake_at_its_own_field_alone()
    {
        var mistakes = GatheringReading.Of(Typed with { Start = "half tien", Date = "morgen", Capacity = "twaalf" }, new("a", "a"), null, Today).Mistakes;

        Assert.Equal(
            [new(GatheringField.Date, GatheringFault.Unreadable), new(GatheringField.Start, GatheringFault.Unreadable), new(GatheringField.Capacity, GatheringFault.Unreadable)],
            mistakes);
    }

    [Fact]
    public void Two_changes_of_different_things_go_together_and_of_one_thing_are_named()
    {
        var (text, both) = GatheringMerge.Of(Typed, Typed with { Title = "Mijn titel", Why = "Daarom." }, Typed with { Title = "Hun titel", Capacity = "5" });

        Assert.Equal(("Mijn titel", "Daarom.", "5"), (text.Title, text.Why, text.Capacity));
        Assert.Equal([GatheringField.Title], both);
        Assert.Empty(GatheringMerge.Of(Typed, Typed with { Title = "Zo" }, Typed with { Title = "Zo" }).Both);
    }

    [Theory]
    [InlineData("Één kern, één stem!", "een-kern-een-stem")]
    [InlineData("???", "bijeenkomst")]
    [InlineData("Opstartsessie Ontwikkeltrajecten Democratie in Actie van de VNG", "opstartsessie-ontwikkeltrajecten-democratie-in-act")]
    public void An_id_is_made_of_the_title(string title, string slug)
    {
        Assert.Equal(slug, Slug.Of(title, "bijeenkomst"));
        Assert.True(Key.IsValid(slug));
    }
}
