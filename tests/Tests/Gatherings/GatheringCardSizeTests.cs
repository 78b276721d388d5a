using System.Text.Encodings.Web;
using System.Text.Json;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Gatherings;
using LeerkringBot.Cards.Registrations;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Gatherings;
using LeerkringBot.Domain.Registrations;

namespace LeerkringBot.Tests.Gatherings;

/// <summary>As much as the rules allow still fits in a Teams message.</summary>
public sealed class GatheringCardSizeTests
{
    private const int Longest = 28_000;
    private static readonly JsonSerializerOptions Plain = new(CardJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly DateTimeOffset Now = new(2027, 1, 11, 9, 0, 0, TimeSpan.Zero);

    private static readonly Gathering Largest = Fill(new()
    {
        Id = new("kick-off", "kick-off"),
        Title = "Kick-off Democratische vernieuwing",
        Kind = "werksessie",
        Why = "",
        Date = new(2027, 2, 4),
        Start = new(9, 0),
        End = new(17, 0),
        Place = new("Stadhuis Waalwijk", "Taxandriaweg 6, Waalwijk"),
        RegisterBefore = new(2027, 1, 29),
        Contact = "secretariaat@m50.example",
        Programme = [.. Enumerable.Range(0, GatheringLimits.Items).Select(hour => new ProgrammeItem(new(hour / 2, hour % 2 * 30), new(hour / 2, (hour % 2 * 30) + 29), "Onderdeel", "Zaal 1"))],
        Audience = [.. Enumerable.Repeat("ambtenaren", GatheringLimits.Lines)],
        Hosts = [.. Enumerable.Repeat("gastgemeente", GatheringLimits.Lines)],
        Capacity = 100,
        NeedsApproval = true,
        AsksWishes = true,
        Roles = [.. Enum.GetValues<Role>()],
        Rounds =
        [
            .. Enumerable.Range(0, GatheringLimits.Rounds).Select(round => new Round(
                $"round-{round}",
                new(10 + round, 0),
                new(10 + round, 59),
                [.. Enumerable.Range(0, GatheringLimits.Tracks).Select(track => new Track($"track-{round}-{track}", $"Sessie {round} {track}", 20))])),
        ],
        Questions =
        [
            .. Enumerable.Range(0, GatheringLimits.Questions).Select(number => new Question(
                $"q-{number}",
                $"Vraag {number}?",
                QuestionKind.Choice,
                true,
                [.. Enumerable.Range(0, GatheringLimits.Choices).Select(choice => $"keuze {choice}")],
                number == 0 ? null : new("q-0", "keuze 0"))),
        ],
    });

    private static readonly GatheringForm Form = new(
        new GatheringDraft(GatheringDraft.IdOf(Largest.Id), new("anna"), GatheringText.Of(Largest), Now) { Changes = Largest.Id },
        [],
        null,
        DutchTime.DayOf(Now));

    public static TheoryData<FormStep> Steps => [.. Enum.GetValues<FormStep>().Where(step => step < FormStep.Review)];

    [Fact]
    public void The_largest_gathering_is_within_the_rules() => Assert.Empty(GatheringRules.Mistakes(Largest));

    [Theory]
    [MemberData(nameof(Steps))]
    public void Every_step_fits(FormStep step) => Fits(GatheringFormCard.Render(step, Form, Texts.Dutch));

    [Fact]
    public void A_question_fits() => Fits(QuestionCard.Render(Form, Form.Text.Questions[^1], Texts.Dutch));

    [Fact]
    public void The_invitation_and_its_review_fit()
    {
        var invitation = InvitationCard.Render(new(Largest, RegistrationSheet.Open(Largest), new(null, "https://bot.example/kick-off.ics"), Now), Texts.Dutch);

        Fits(invitation);
        Fits(ReviewCard.Render(Form, invitation, 24, Texts.Dutch));
    }

    [Fact]
    public void A_long_list_of_gatherings_fits() => Fits(GatheringListCard.Render([.. Enumerable.Repeat((Largest, "donderdag 4 februari, 13.30 – 16.30 uur"), 40)], null, Texts.Dutch));

    private static void Fits(AdaptiveCard card) => Assert.InRange(JsonSerializer.SerializeToUtf8Bytes(card, Plain).Length, 1, Longest);

    // The text fills what the rules leave.
    private static Gathering Fill(Gathering gathering)
    {
        var filled = gathering with { Why = new('w', GatheringLimits.Why) };
        var titles = filled.Programme.Length;
        while (GatheringRules.Mistakes(filled).Count == 0)
            filled = filled with { Programme = [.. filled.Programme.Select((item, index) => index < titles ? item with { Title = item.Title + new string('x', 4) } : item)] };
        while (GatheringRules.Mistakes(filled).Count > 0) filled = filled with { Why = filled.Why[..^100] };
        return filled;
    }
}
