using System.Collections.Immutable;
using System.Text.Json;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Polls;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Tests.Polls;

/// <summary>Cards with names stay within what Teams takes, also with every municipality of the country in them.</summary>
public sealed class ResultsSizeTests
{
    private const int Most = 28 * 1024;
    private static readonly DateTimeOffset Now = new(2027, 1, 5, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(PollForm.OneChoice, 2)]
    [InlineData(PollForm.SeveralChoices, PollLimits.MostOptions)]
    [InlineData(PollForm.YesMaybeNo, PollLimits.MostOptions)]
    public void Results_of_all_municipalities_fit_on_a_card(PollForm form, int options)
    {
        var network = new Network("M50", "m50@m50.example", Enumerable.Range(1000, 342).Select(code => new Municipality(MunicipalityCode.Parse($"GM{code}"), $"Gemeente met een naam {code}", [])).ToImmutableSortedDictionary(one => one.Code.ToString(), one => one));
        var poll = ThorbeckePoll.Create(new("alle"), Now.AddDays(366)) with
        {
            Template = PollTemplate.Free,
            Details = [],
            Form = form,
            Explanation = "",
            Options = [.. Enumerable.Range(1, options).Select(number => new PollOption($"o{number}", $"{number} {new string('a', PollLimits.OptionTitle - 3)}"))],
        };
        var votes = Enum.GetValues<Vote>();
        var tally = network.Municipalities.Values.SkipLast(171).Select((one, number) => (one, number)).Aggregate(PollTally.Empty, (all, one) => all.With(
            Voter.Of(one.one.Code),
            new(form == PollForm.YesMaybeNo ? PollChoice.Of(poll.Options.Select((option, index) => KeyValuePair.Create(option.Key, votes[(index + one.number) % 3]))) : PollChoice.Of(form == PollForm.OneChoice ? ["o1"] : poll.Options.Select(option => option.Key)), 1, new("m"), null)));
        var days = Enumerable.Range(0, 366).Select(day => new TurnoutDay(DutchTime.DayOf(Now).AddDays(day), 1, day + 1)).ToList();
        var view = new PollView(poll, tally, network, null, ResultSight.Shown, true, Now) { Turnout = days };

        foreach (var card in new[] { PollCard.Render(view, Texts.Dutch), PollResultsCard.Render(view, Texts.Dutch), PollOverviewCard.Render(view, [], null, Texts.Dutch) })
            Assert.InRange(JsonSerializer.SerializeToUtf8Bytes(card, CardJson.Default.AdaptiveCard).Length, 1_000, Most);
    }

    [Fact]
    public void A_page_of_who_is_silent_fits_on_a_card()
    {
        var silent = Enumerable.Range(0, 1710).Select(number => new SilentVoter($"Gemeente {number} {new string('g', 40)}", $"{number} {new string('n', 60)}", new(ReachState.Failed, Now, NotSentReason.NotInDirectory)) { IsContact = true, WantsNoReminders = true }).ToList();

        var card = PollSilentCard.Render(ThorbeckePoll.Create(new("alle"), Now), silent, silent.Count, [.. Enumerable.Range(0, 342).Select(number => $"Stille gemeente {number}")], 600, true, null, Now, Texts.Dutch);

        Assert.InRange(JsonSerializer.SerializeToUtf8Bytes(card, CardJson.Default.AdaptiveCard).Length, 1_000, Most);
    }
}
