using System.Collections.Immutable;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Polls;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Tests.Polls;

public sealed class ManyNamesTests
{
    private static readonly DateTimeOffset Now = new(2027, 1, 5, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(12, "Plaats 01, Plaats 02, Plaats 03, Plaats 04, Plaats 05, Plaats 06, Plaats 07, Plaats 08, Plaats 09, Plaats 10, Plaats 11, Plaats 12")]
    [InlineData(13, "Plaats 01, Plaats 02, Plaats 03, Plaats 04, Plaats 05, Plaats 06, Plaats 07, Plaats 08, Plaats 09, Plaats 10, Plaats 11, Plaats 12 en nog 1")]
    [InlineData(40, "Plaats 01, Plaats 02, Plaats 03, Plaats 04, Plaats 05, Plaats 06, Plaats 07, Plaats 08, Plaats 09, Plaats 10, Plaats 11, Plaats 12 en nog 28")]
    public void Of_many_municipalities_the_first_stand_by_name_with_how_many_more(int answered, string names)
    {
        // Their codes run against their names.
        var all = Enumerable.Range(1, 40).Select(number => new Municipality(MunicipalityCode.Parse($"GM0{200 - number}"), $"Plaats {number:00}", [])).ToList();
        var network = new Network("M50", "m50@m50.example", all.ToImmutableSortedDictionary(one => one.Code.ToString(), one => one));
        var poll = ThorbeckePoll.Create(new("t"), Now.AddDays(1));
        var tally = all.Take(answered).Aggregate(PollTally.Empty, (tally, one) => tally.With(Voter.Of(one.Code), new(PollChoice.Of(ThorbeckePoll.Joins), 1, new("m"), null)));

        var card = PollCard.Render(new(poll, tally, network, null, ResultSight.Shown, true, Now), Texts.Dutch);

        Assert.Contains($"{answered} gemeenten: {names}\"", System.Text.Json.JsonSerializer.Serialize(card, CardJson.Default.AdaptiveCard), StringComparison.Ordinal);
    }
}
