using System.Collections.Immutable;
using CsCheck;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Tests.Polls;

public sealed class DateRulesTests
{
    private static readonly DateTimeOffset Now = new(2027, 1, 5, 9, 0, 0, TimeSpan.Zero);

    // Few dates, so that many are on one day; before and after now.
    private static readonly Gen<PollMoment> Moments = Gen.Select(Gen.Int[1, 12], Gen.Int[8, 15]).Select((day, hour) => new PollMoment(new(2027, 1, day), new(hour, 0), new(hour + 1, 30)));

    private static readonly Gen<Vote?> Votes = Gen.Int[0, 3].Select(number => number == 3 ? (Vote?)null : (Vote)number);

    private static readonly Gen<(ImmutableArray<PollMoment> Moments, ImmutableArray<ImmutableArray<Vote?>> Answers)> Polls =
        Gen.Select(Moments.Array[2, 10], Votes.Array[10].Array[0, 15]).Select((moments, answers) => (moments.Distinct().ToImmutableArray(), answers.Select(one => one.ToImmutableArray()).ToImmutableArray()));

    [Fact]
    public void The_best_date_is_the_earliest_of_those_that_fewest_can_not_among_those_that_most_can()
    {
        Polls.Sample(drawn =>
        {
            var (poll, tally) = Made(drawn.Moments, drawn.Answers);
            // Counted anew from what was answered: what is left open counts as no.
            var counted = poll.Options.Select((option, index) => (option, Yes: Count(index, Vote.Yes), IfNeedBe: Count(index, Vote.Maybe), No: Count(index, Vote.No))).Where(one => one.option.Moment!.StartsAt() > Now && one.Yes + one.IfNeedBe > 0).ToList();
            var best = DateRules.Best(poll, tally, Now);
            if (counted.Count == 0) return best is null;
            var mostYes = counted.Where(one => one.Yes == counted.Max(other => other.Yes)).ToList();
            var fewestNo = mostYes.Where(one => one.No == mostYes.Min(other => other.No)).ToList();
            return best == fewestNo.MinBy(one => (one.option.Moment!.Date, one.option.Moment.Start)).option;

            int Count(int index, Vote vote) => drawn.Answers.Count(answer => answer.Take(poll.Options.Length).Any(one => one is not null) && (answer[index] ?? Vote.No) == vote);
        });
    }

    [Fact]
    public void The_best_date_does_not_depend_on_the_order_of_dates_or_answers()
    {
        Gen.Select(Polls, Gen.Int[0, int.MaxValue]).Sample((drawn, seed) =>
        {
            var (poll, tally) = Made(drawn.Moments, drawn.Answers);
            var options = poll.Options.ToArray();
            new Random(seed).Shuffle(options);
            var (_, other) = Made(drawn.Moments, [.. drawn.Answers.Reverse()]);
            return DateRules.Best(poll, tally, Now) == DateRules.Best(poll with { Options = [.. options] }, other, Now);
        });
    }

    [Fact]
    public void Every_date_is_ranked_once_and_everybody_who_answered_stands_once_at_it()
    {
        Polls.Sample(drawn =>
        {
            var (poll, tally) = Made(drawn.Moments, drawn.Answers);
            Assert.Equal(poll.Options.OrderBy(option => option.Key), DateRules.Ranked(poll, tally).OrderBy(option => option.Key));
            foreach (var option in poll.Options)
                Assert.Equal(tally.Answered, Enum.GetValues<Vote>().SelectMany(vote => tally.Who(option.Key, vote)).Distinct().Count());
        });
    }

    [Fact]
    public void A_date_comes_back_as_it_was_written()
    {
        Moments.Sample(moment => PollMoment.Read(moment.ToString()) == moment);
        Assert.Equal(new(new(2027, 2, 4), new(13, 30), new(16, 30)), PollMoment.Read("2027-02-04 13:30-16:30"));
        Assert.Null(PollMoment.Read("4 februari"));
        Assert.Null(PollMoment.Read("2027-02-30 13:30-16:30"));
    }

    [Theory]
    [InlineData("2027-02-04", "13:30", "16:30", null)]
    [InlineData("2027-01-05", "09:59", "11:00", PollFault.Past)]
    [InlineData("2027-01-05", "10:01", "11:00", null)]
    [InlineData("2027-02-04", "16:30", "13:30", PollFault.NotAfterStart)]
    [InlineData("2027-02-04", "13:30", "13:30", PollFault.NotAfterStart)]
    [InlineData("2027-02-04", "", "13:30", PollFault.Missing)]
    [InlineData("2027-02-30", "13:30", "14:30", PollFault.Unreadable)]
    [InlineData("2027-03-28", "02:30", "03:30", PollFault.Skipped)]
    [InlineData("2027-03-28", "01:30", "02:30", PollFault.Skipped)]
    [InlineData("2027-03-28", "03:00", "04:30", null)]
    [InlineData("2027-10-31", "02:30", "03:30", null)]
    [InlineData("2027-02-05", "13:30", "16:30", PollFault.Twice)]
    [InlineData("", "13:30", "16:30", null)]
    public void A_date_that_is_typed_joins_the_others_or_stays_where_it_was_typed_with_what_is_wrong(string day, string start, string end, PollFault? fault)
    {
        var typed = new PollText { Template = PollTemplate.Dates, Options = "2027-02-05 13:30-16:30", NewDay = day, NewStart = start, NewEnd = end };

        Assert.Equal(fault, typed.NewDateFault(Now));
        var added = typed.WithNewDate(Now);
        if (fault is not null || day.Length == 0) Assert.Equal(typed, added);
        else Assert.Equal(("", start, 2), (added.NewDay, added.NewStart, added.Options.Split('\n').Length));
    }

    [Fact]
    public void There_are_at_most_ten_dates_and_none_that_is_past()
    {
        var text = PollText.Of(PollTemplate.Dates, new(2027, 1, 20)) with { Question = "Wanneer?" };
        for (var day = 1; day <= 10; day++) text = (text with { NewDay = $"2027-02-{day:00}", NewStart = "13:30", NewEnd = "16:30" }).WithNewDate(Now);
        Assert.Empty(PollReading.Of(text, new("p"), null, Now).Mistakes);
        Assert.Equal(PollFault.TooMany, (text with { NewDay = "2027-02-11" }).NewDateFault(Now));
        Assert.Contains(new(PollField.NewDate, PollFault.TooMany, null, 10), PollReading.Of(text with { NewDay = "2027-02-11" }, new("p"), null, Now).Mistakes);
        Assert.Equal([new(PollField.Options, PollFault.Past, 0)], PollReading.Of(text, new("p"), null, DutchTime.At(new(2027, 2, 1), new(13, 30)).AddDays(-0)).Mistakes.Where(mistake => mistake.Field == PollField.Options));
        // Of a poll that runs already a date goes by without its being a mistake.
        var poll = PollReading.Of(text, new("p"), null, Now).Poll;
        Assert.Empty(PollReading.Of(PollText.Of(poll) with { Explanation = "Meer." }, poll.Id, poll, DutchTime.At(new(2027, 2, 1), new(14, 0))).Mistakes);
    }

    private static (Poll Poll, PollTally Tally) Made(ImmutableArray<PollMoment> moments, ImmutableArray<ImmutableArray<Vote?>> answers)
    {
        var poll = new Poll
        {
            Id = new("datums"),
            Template = PollTemplate.Dates,
            Question = "Wanneer?",
            Explanation = "",
            Options = [.. moments.Select((moment, index) => new PollOption($"d{index}", moment.ToString()) { Moment = moment })],
            Form = PollForm.YesIfNeedBeNo,
            ClosesAt = Now.AddDays(7),
        };
        var tally = PollTally.Empty;
        foreach (var (votes, number) in answers.Select((votes, number) => (votes, number)))
        {
            var clicked = PollChoice.Of(poll.Options.Select((option, index) => (option.Key, Vote: votes[index])).Where(one => one.Vote is not null).Select(one => KeyValuePair.Create(one.Key, one.Vote!.Value)));
            if (AnswerRules.Read(poll, clicked) is { } choice) tally = tally.With(Voter.Of(new MemberId($"m{number}")), new(choice, 1, new($"m{number}"), null));
        }

        return (poll, tally);
    }
}
