using System.Globalization;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Reminders;

namespace LeerkringBot.Tests.Reminders;

/// <summary>When reminders go out: every day of years with both clock changes, against an oracle that only steps from day to day and from minute to minute.</summary>
public sealed class ReminderPlanTests
{
    private static readonly DateOnly First = new(2026, 12, 1);
    private static readonly DateOnly Last = new(2028, 1, 31);

    public static TheoryData<ReminderKind> OfGathering => [ReminderKind.Deadline, ReminderKind.LastCall, ReminderKind.Eve, ReminderKind.Thanks];

    [Theory]
    [MemberData(nameof(OfGathering))]
    public void Every_reminder_of_a_gathering_on_any_day_goes_out_at_nine_on_the_working_day_that_is_meant(ReminderKind kind)
    {
        for (var date = First; date <= Last; date = date.AddDays(1))
        {
            var gathering = Gathering(date, date.AddDays(-6));
            var about = kind is ReminderKind.Eve or ReminderKind.Thanks ? date : gathering.LastRegistrationDay;
            var meant = kind switch
            {
                ReminderKind.Deadline => Back(about.AddDays(-7)),
                ReminderKind.LastCall => Back(about.AddDays(-2)),
                ReminderKind.Eve => Back(date.AddDays(-1)),
                _ => Forward(date.AddDays(1)),
            };

            var planned = Assert.Single(ReminderPlan.Of(gathering, ReminderSettings.Default), one => one.Kind == kind);

            Assert.Equal(about, planned.About);
            Assert.Equal(Wall(meant, 9, 0), planned.At.ToOffset(OffsetOn(meant)));
            Assert.True(DutchWorkingDays.Includes(meant));
        }
    }

    [Fact]
    public void Contact_officers_always_come_a_working_day_before_their_colleagues_and_both_before_the_closing()
    {
        for (var lastDay = First; lastDay <= Last; lastDay = lastDay.AddDays(1))
        {
            var closes = DutchTime.At(lastDay.AddDays(1), TimeOnly.MinValue);

            var plan = ReminderPlan.Of(closes, null, ReminderSettings.Default);

            Assert.Equal([ReminderKind.Poll, ReminderKind.PollColleagues, ReminderKind.PollResult], plan.Select(one => one.Kind));
            Assert.Equal((lastDay, Wall(Forward(lastDay.AddDays(1)), 9, 0), closes.AddDays(7)), (plan[2].About, plan[2].At.ToOffset(OffsetOn(Forward(lastDay.AddDays(1)))), plan[2].Until));
            plan = [.. plan.Take(2)];
            Assert.All(plan, one => Assert.Equal((lastDay, closes), (one.About, one.Until)));
            Assert.True(plan[1].At < closes);
            var (contacts, colleagues) = (DutchTime.DayOf(plan[0].At), DutchTime.DayOf(plan[1].At));
            Assert.Equal(Forward(contacts.AddDays(1)), colleagues);
            Assert.All(plan, one => Assert.Equal(new TimeOnly(9, 0), TimeOnly.FromDateTime(DutchTime.WallClock(one.At))));
            // Three days before, or earlier only because a free day lies in between.
            var latest = Back(lastDay.AddDays(-3));
            Assert.True(contacts == latest || contacts == Back(latest.AddDays(-1)) && Forward(latest.AddDays(1)) > lastDay, $"{lastDay}");
        }
    }

    [Fact]
    public void Easter_moves_the_contact_officers_forward_so_that_colleagues_still_come_in_time()
    {
        // Closes after Easter Monday 29 March 2027; Friday is Good Friday.
        var plan = ReminderPlan.Of(DutchTime.At(new(2027, 3, 30), TimeOnly.MinValue), null, ReminderSettings.Default);

        Assert.Equal([Wall(new(2027, 3, 24), 9, 0), Wall(new(2027, 3, 25), 9, 0)], plan.Take(2).Select(one => one.At));
    }

    [Theory]
    [InlineData("2027-06-10T08:29:59", false, "2027-06-10T09:00")]
    [InlineData("2027-06-10T08:30", true, "2027-06-10T08:30")]
    [InlineData("2027-06-10T17:29:59", true, "2027-06-10T17:29:59")]
    [InlineData("2027-06-10T17:30", false, "2027-06-11T09:00")]
    [InlineData("2027-06-11T18:00", false, "2027-06-14T09:00")]
    [InlineData("2027-06-12T10:00", false, "2027-06-14T09:00")]
    // Good Friday.
    [InlineData("2027-03-26T12:00", false, "2027-03-30T09:00")]
    public void Reminders_go_out_from_half_past_eight_until_half_past_five(string moment, bool isIncluded, string next)
    {
        Assert.Equal(isIncluded, ReminderHours.Include(Local(moment)));
        Assert.Equal(Local(next), ReminderHours.OnOrAfter(Local(moment)));
    }

    [Fact]
    public void On_the_days_around_both_clock_changes_the_hours_are_those_of_the_wall_clock()
    {
        foreach (var day in new[] { new DateOnly(2027, 3, 25), new(2027, 3, 30), new(2027, 10, 29), new(2027, 11, 1) })
        {
            var included = Enumerable.Range(0, 24 * 60).Select(minute => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddMinutes(minute - 120))
                .Where(ReminderHours.Include).Where(moment => DutchTime.DayOf(moment) == day).ToList();

            Assert.Equal(9 * 60, included.Count);
            Assert.Equal((Wall(day, 8, 30), Wall(day, 17, 29)), (included[0], included[^1]));
        }
    }

    [Fact]
    public void Whenever_the_bot_wakes_up_at_most_one_reminder_of_the_deadline_is_due_and_the_first_never_after_the_last()
    {
        for (var date = First; date <= First.AddDays(400); date = date.AddDays(1))
        {
            var gathering = Gathering(date, date.AddDays(-6));
            var plan = ReminderPlan.Of(gathering, ReminderSettings.Default).Where(one => one.Kind is ReminderKind.Deadline or ReminderKind.LastCall).ToList();
            var lastCallCame = false;
            for (var now = Wall(gathering.LastRegistrationDay.AddDays(-20), 7, 0); now < gathering.RegistrationClosesAt.AddDays(2); now = now.AddHours(3))
            {
                var due = plan.Where(one => one.IsDue(now)).Select(one => one.Kind).ToList();
                Assert.True(due.Count <= 1);
                Assert.False(lastCallCame && due.Contains(ReminderKind.Deadline));
                lastCallCame |= due.Contains(ReminderKind.LastCall);
                if (due.Count > 0) Assert.True(now < gathering.RegistrationClosesAt);
            }
        }
    }

    [Fact]
    public void What_is_late_goes_out_as_long_as_it_makes_sense()
    {
        var gathering = Gathering(new(2027, 2, 4), new(2027, 1, 29));
        var plan = ReminderPlan.Of(gathering, ReminderSettings.Default).ToDictionary(one => one.Kind);

        Assert.Equal((Local("2027-01-21T09:00"), Local("2027-01-26T09:00")), (plan[ReminderKind.Deadline].At, plan[ReminderKind.Deadline].Until));
        Assert.Equal((Local("2027-01-26T09:00"), Local("2027-01-29T00:00")), (plan[ReminderKind.LastCall].At, plan[ReminderKind.LastCall].Until));
        Assert.Equal((Local("2027-02-03T09:00"), gathering.StartsAt), (plan[ReminderKind.Eve].At, plan[ReminderKind.Eve].Until));
        Assert.Equal((Local("2027-02-05T09:00"), gathering.EndsAt.AddDays(7)), (plan[ReminderKind.Thanks].At, plan[ReminderKind.Thanks].Until));
        Assert.False(plan[ReminderKind.Eve].IsDue(Local("2027-02-03T08:59")));
        Assert.True(plan[ReminderKind.Eve].IsDue(Local("2027-02-03T09:00")));
        Assert.False(plan[ReminderKind.Eve].IsDue(Local("2027-02-03T17:30")));
        Assert.True(plan[ReminderKind.Eve].IsDue(Local("2027-02-04T08:30")));
        Assert.False(plan[ReminderKind.Eve].IsDue(gathering.StartsAt));
    }

    [Fact]
    public void Nothing_goes_out_for_what_is_cancelled_or_switched_off()
    {
        var gathering = Gathering(new(2027, 2, 4), new(2027, 1, 29));
        Assert.Empty(ReminderPlan.Of(gathering with { Cancellation = "ziek" }, ReminderSettings.Default));

        foreach (var kind in Enum.GetValues<ReminderKind>())
        {
            var off = ReminderSettings.Default.With(kind, ReminderSetting.Default(kind) with { IsOn = false });
            Assert.DoesNotContain(ReminderPlan.Of(gathering, off).Concat(ReminderPlan.Of(gathering.EndsAt, null, off)), one => one.Kind == kind);
        }
    }

    [Fact]
    public void Without_a_last_call_the_first_reminder_may_be_late_until_the_deadline()
    {
        var gathering = Gathering(new(2027, 2, 4), new(2027, 1, 29));
        var off = ReminderSettings.Default.With(ReminderKind.LastCall, new(false, 2));

        Assert.Equal(gathering.RegistrationClosesAt, ReminderPlan.Of(gathering, off).Single(one => one.Kind == ReminderKind.Deadline).Until);
    }

    [Fact]
    public void Two_reminders_that_a_weekend_puts_on_one_day_are_one()
    {
        // Both days are in a weekend: both fall on Friday.
        var settings = ReminderSettings.Default.With(ReminderKind.Deadline, new(true, 3)).With(ReminderKind.LastCall, new(true, 2));

        var plan = ReminderPlan.Of(Gathering(new(2027, 2, 10), new(2027, 2, 3)), settings);

        Assert.Equal(ReminderKind.LastCall, Assert.Single(plan, one => one.Kind is ReminderKind.Deadline or ReminderKind.LastCall).Kind);
    }

    [Fact]
    public void A_poll_that_was_sent_just_now_is_left_alone_for_a_day_and_colleagues_still_come_a_day_later()
    {
        var closes = DutchTime.At(new(2027, 2, 6), TimeOnly.MinValue);

        var plan = ReminderPlan.Of(closes, Local("2027-02-02T16:00"), ReminderSettings.Default);

        Assert.Equal([Local("2027-02-03T16:00"), Local("2027-02-04T09:00")], plan.Where(one => one.Kind != ReminderKind.PollResult).Select(one => one.At));
        Assert.Equal(ReminderKind.PollResult, Assert.Single(ReminderPlan.Of(closes, Local("2027-02-05T12:00"), ReminderSettings.Default)).Kind);
    }

    private static Gathering Gathering(DateOnly date, DateOnly registerBefore) => new()
    {
        Id = new("kick-off", "kick-off"),
        Title = "Kick-off",
        Kind = "werksessie",
        Why = "",
        Date = date,
        Start = new(13, 30),
        End = new(16, 30),
        Place = new("Stadhuis", "Plein 1"),
        Programme = [],
        Audience = [],
        Hosts = [],
        RegisterBefore = registerBefore,
        Contact = "secretariaat@m50.example",
    };

    private static DateOnly Back(DateOnly day) => DutchWorkingDays.Includes(day) ? day : Back(day.AddDays(-1));

    private static DateOnly Forward(DateOnly day) => DutchWorkingDays.Includes(day) ? day : Forward(day.AddDays(1));

    /// <summary>Summer time from the last Sunday of March until the last Sunday of October; told without the machine's time zones.</summary>
    private static TimeSpan OffsetOn(DateOnly day) => TimeSpan.FromHours(day >= LastSunday(day.Year, 3) && day < LastSunday(day.Year, 10) ? 2 : 1);

    private static DateOnly LastSunday(int year, int month)
    {
        var day = new DateOnly(year, month, 31);
        return day.AddDays(-(int)day.DayOfWeek);
    }

    private static DateTimeOffset Wall(DateOnly day, int hour, int minute) => new(day.ToDateTime(new(hour, minute)), OffsetOn(day));

    private static DateTimeOffset Local(string text)
    {
        var moment = DateTime.Parse(text, CultureInfo.InvariantCulture);
        return new(moment, OffsetOn(DateOnly.FromDateTime(moment)));
    }
}
