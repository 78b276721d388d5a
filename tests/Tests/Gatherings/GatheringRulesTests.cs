using System.Text;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Gatherings;
using static LeerkringBot.Domain.Gatherings.GatheringFault;
using static LeerkringBot.Domain.Gatherings.GatheringField;

namespace LeerkringBot.Tests.Gatherings;

public sealed class GatheringRulesTests
{
    private static readonly DateOnly Today = new(2027, 1, 5);

    private static readonly Gathering Right = new()
    {
        Id = new("opstart", "opstart"),
        Title = "Opstartsessie",
        Kind = "opstartsessie",
        Why = "Omdat het kan.",
        Date = new(2027, 2, 4),
        Start = new(9, 30),
        End = new(16, 0),
        Place = new("Stadhuis", "Plein 1, Zeist"),
        Programme = [new(new(9, 30), new(10, 0), "Inloop"), new(new(10, 0), new(11, 0), "Spel", "Zaal 1"), new(new(10, 0), new(11, 0), "Regels", "Zaal 2"), new(new(10, 30), new(11, 30), "Voor allen")],
        Audience = [],
        Hosts = ["VNG"],
        RegisterBefore = new(2027, 1, 29),
        Contact = "loket@m50.example",
        Capacity = 10,
        Rounds =
        [
            new("ochtend", new(10, 0), new(12, 0), [new("a", "Kernen", 5), new("b", "Spelregels", null)]),
            new("middag", new(13, 0), new(15, 0), [new("c", "Begroten", 5)]),
        ],
        Questions =
        [
            new("plan", "Heeft u een plan?", QuestionKind.YesNo, true, []),
            new("welk", "Welk?", QuestionKind.Choice, false, ["groot", "klein"], new("plan", Question.Yes)),
            new("uitleg", "Licht toe.", QuestionKind.Text, false, [], new("welk", "groot")),
        ],
    };

    public static TheoryData<string, Gathering, GatheringMistake> Wrong => new()
    {
        { "no title", Right with { Title = " " }, new(Title, Missing) },
        { "a long title", Right with { Title = new('x', 121) }, new(Title, TooLong, Number: 120) },
        { "no address", Right with { Place = new("Stadhuis", "") }, new(PlaceAddress, Missing) },
        { "an end at the start", Right with { End = Right.Start }, new(End, NotAfterStart) },
        { "an item that ends before it starts", Right with { Programme = [new(new(10, 0), new(9, 0), "Inloop")] }, new(ProgrammeEnd, NotAfterStart, 0) },
        { "two items in one room", Right with { Programme = [new(new(10, 0), new(11, 0), "A", "Zaal 1"), new(new(10, 59), new(12, 0), "B", " zaal 1")] }, new(Programme, Overlaps, 1, Number: 0) },
        { "two items for everybody", Right with { Programme = [new(new(10, 0), new(11, 0), "A"), new(new(10, 59), new(12, 0), "B")] }, new(Programme, Overlaps, 1, Number: 0) },
        { "a room with a long name", Right with { Programme = [new(new(10, 0), new(11, 0), "A", new('x', 61))] }, new(ProgrammeRoom, TooLong, 0, Number: 60) },
        { "a long programme", Right with { Programme = [.. Enumerable.Range(0, 26).Select(i => new ProgrammeItem(new(0, i), new(0, i + 1), "A"))] }, new(Programme, TooMany, Number: 25) },
        { "an empty host", Right with { Hosts = ["VNG", ""] }, new(Hosts, Missing, 1) },
        { "no e-mail address", Right with { Contact = "Jan <jan@m50.example>" }, new(Contact, Unreadable) },
        { "a deadline after the day", Right with { RegisterBefore = new(2027, 2, 5) }, new(RegisterBefore, AfterDate) },
        { "no place at all", Right with { Capacity = 0 }, new(Capacity, TooFew, Number: 1) },
        { "two rounds at once", Right with { Rounds = [Right.Rounds[0], Right.Rounds[1] with { Start = new(11, 59) }] }, new(Rounds, Overlaps, 1, Number: 0) },
        { "a round that ends before it starts", Right with { Rounds = [Right.Rounds[0] with { End = new(9, 0) }] }, new(RoundEnd, NotAfterStart, 0) },
        { "a round without tracks", Right with { Rounds = [Right.Rounds[0] with { Tracks = [] }] }, new(Tracks, Missing, 0) },
        { "a track twice", Right with { Rounds = [Right.Rounds[0], Right.Rounds[1] with { Tracks = [new("d", "kernen", 1)] }] }, new(TrackTitle, GatheringFault.Twice, 1, 0) },
        { "a track's id twice", Right with { Rounds = [Right.Rounds[0], Right.Rounds[1] with { Tracks = [new("a", "Anders", 1)] }] }, new(TrackId, GatheringFault.Twice, 1, 0) },
        { "a track without places", Right with { Rounds = [Right.Rounds[0] with { Tracks = [new("a", "Kernen", 0)] }] }, new(TrackCapacity, TooFew, 0, 0, 1) },
        { "one choice", Right with { Questions = [Right.Questions[0], Right.Questions[1] with { Choices = ["groot"] }] }, new(QuestionChoices, TooFew, 1, Number: 2) },
        { "a choice twice", Right with { Questions = [Right.Questions[0], Right.Questions[1] with { Choices = ["groot", "Groot"] }] }, new(QuestionChoices, GatheringFault.Twice, 1, 1) },
        { "a condition on a later question", Right with { Questions = [Right.Questions[1], Right.Questions[0]] }, new(GatheringField.QuestionCondition, UnknownQuestion, 0) },
        { "a condition on itself", Right with { Questions = [Right.Questions[0] with { Condition = new("plan", Question.Yes) }] }, new(GatheringField.QuestionCondition, UnknownQuestion, 0) },
        { "an answer that can't be given", Right with { Questions = [Right.Questions[0], Right.Questions[1] with { Condition = new("plan", "misschien") }] }, new(GatheringField.QuestionCondition, ImpossibleAnswer, 1) },
        { "a condition on an open question", Right with { Questions = [.. Right.Questions, new("nog", "Nog iets?", QuestionKind.Text, false, [], new("uitleg", "ja"))] }, new(GatheringField.QuestionCondition, ImpossibleAnswer, 3) },
        { "more than a card holds", Right with { Why = new('é', 4000), Programme = [new(new(9, 0), new(10, 0), "Welkom")] }, new(Why, TooLarge, Number: 8000) },
    };

    [Fact]
    public void A_gathering_with_everything_is_right() => Assert.Empty(GatheringRules.Mistakes(Right));

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_mistake_is_told_with_its_place(string what, Gathering wrong, GatheringMistake mistake)
    {
        Assert.NotEmpty(what);
        Assert.Equal([mistake], GatheringRules.Mistakes(wrong));
    }

    [Fact]
    public void A_new_gathering_is_not_in_the_past_and_people_can_still_register()
    {
        Assert.Empty(GatheringRules.Gone(Right, null, Today));
        Assert.Equal([new(Date, Past)], GatheringRules.Gone(Right with { Date = new(2027, 1, 4), RegisterBefore = new(2027, 1, 4) }, null, Today));
        Assert.Equal([new(RegisterBefore, Past)], GatheringRules.Gone(Right with { RegisterBefore = Today }, null, Today));
    }

    [Fact]
    public void What_stood_in_the_past_may_be_corrected()
    {
        var past = Right with { Date = new(2027, 1, 4), RegisterBefore = new(2027, 1, 1) };

        Assert.Empty(GatheringRules.Gone(past with { Title = "Anders" }, past, Today));
        Assert.NotEmpty(GatheringRules.Gone(past with { Date = new(2027, 1, 3) }, past, Today));
    }

    [Fact]
    public void The_same_content_is_the_same_whoever_made_the_lists()
    {
        var again = Right with
        {
            Programme = [.. Right.Programme],
            Rounds = [.. Right.Rounds.Select(round => round with { Tracks = [.. round.Tracks] })],
            Questions = [.. Right.Questions.Select(question => question with { Choices = [.. question.Choices] })],
        };

        Assert.True(again.SaysTheSame(Right));
        Assert.False((again with { Rounds = [again.Rounds[0], again.Rounds[1] with { Tracks = [new("c", "Begroten", 6)] }] }).SaysTheSame(Right));
        Assert.False((again with { Questions = [] }).SaysTheSame(Right));
        Assert.False((again with { Title = "Anders" }).SaysTheSame(Right));
    }
}
