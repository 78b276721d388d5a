using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Domain.Members;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Tests.Broadcasts;

/// <summary>What is scheduled goes out once, at its moment, to whoever is meant then.</summary>
public sealed class ScheduleFlowTests : IDisposable
{
    private readonly TestBot bot = new();
    private readonly TestPerson organiser;

    public ScheduleFlowTests() => organiser = bot.Organiser();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IBroadcastStore Broadcasts => bot.Get<IBroadcastStore>();

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task It_goes_at_its_moment_to_whoever_is_meant_then_and_the_organiser_is_told_how_many()
    {
        await bot.Confirmed(1);
        var id = await Scheduled("2027-01-06", "09:30");
        Assert.Contains("Gepland: dit gaat weg op woensdag 6 januari 2027, 09.30 uur", organiser.Seen);
        await organiser.Says("verzendingen");
        Assert.Contains("Gepland\nInspiratiebundel\nwoensdag 6 januari 2027, 09.30 uur. Gepland", organiser.Seen);
        await bot.Confirmed(2);

        await Pass(TimeSpan.FromHours(23));
        Assert.Empty(bot.Messenger.Sent);
        await Until(id, BroadcastState.Done);
        Assert.True(bot.Clock.GetUtcNow() >= new DateTimeOffset(2027, 1, 6, 8, 30, 0, TimeSpan.Zero));
        await Pass(TimeSpan.FromMinutes(5));

        Assert.Equal(3, bot.Messenger.Sent.Count(sent => sent.Card.Summary == "Inspiratiebundel"));
        organiser.Looks(bot.Messenger.Updated.LastOrDefault(update => update.Posted.Recipient == new Recipient.OfMember(organiser.Id)).Card ?? Assert.Single(bot.Messenger.To(organiser), card => card.Summary != "Inspiratiebundel"));
        Assert.Contains("3 van 3", organiser.Seen);
        Assert.Single(bot.Messenger.To(organiser), card => card.Summary != "Inspiratiebundel");
    }

    [Fact]
    public async Task Delivered_twice_late_and_early_the_work_sends_once()
    {
        await bot.Confirmed(1);
        var id = await Scheduled("2027-01-06", "09:30");
        var start = bot.Get<StartBroadcast>();
        // A clock that is ahead elsewhere brings it too early.
        await start.Handle(id, Cancellation);
        await start.Handle(id, Cancellation);
        Assert.Empty(bot.Messenger.Sent);
        bot.Clock.Advance(TimeSpan.FromDays(2));
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => start.Handle(id, Cancellation)));
        await Until(id, BroadcastState.Done);
        await start.Handle(id, Cancellation);
        await Pass(TimeSpan.FromMinutes(5));
        Once(2);
    }

    [Fact]
    public async Task Brought_too_early_by_another_clock_it_comes_again()
    {
        var id = await Scheduled("2027-01-06", "09:30");
        // What was waiting for its moment is gone, as if another instance had taken it too early.
        var due = bot.Tables[TableNames.Due];
        await TestBot.Until(() => due.All(Cancellation).AnyAsync(IsStart, Cancellation).AsTask().Result);
        await foreach (var row in due.All(Cancellation).Where(IsStart)) await due.Write([new RowChange.Delete(row with { ETag = null })], Cancellation);
        await bot.Get<StartBroadcast>().Handle(id, Cancellation);
        await Until(id, BroadcastState.Done);
        Once(1);

        bool IsStart(Row row) => row.Text(nameof(WorkItem.Subject)) == id;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Broken_off_between_any_two_steps_it_is_sent_once_to_everybody(int step)
    {
        for (var i = 0; i < 230; i++)
            await bot.Get<IMemberStore>().Change(new($"m-{i}"), _ => new(new($"m-{i}"), $"Persoon {i}", null, Language.Dutch, null, bot.Clock.GetUtcNow()), Cancellation);
        var id = await Scheduled("2027-01-06", "09:30", "Ja, plan dit voor 231 personen");
        bot.Clock.Advance(TimeSpan.FromHours(23));
        var table = bot.Tables[TableNames.Deliveries];
        var writes = 0;
        var armed = true;
        table.FailAfter = _ => armed && Interlocked.Increment(ref writes) == step;
        await Until(id, BroadcastState.Done);
        armed = false;
        await Pass(TimeSpan.FromMinutes(5));
        Assert.True(writes >= step);
        var sent = bot.Messenger.Sent.Where(one => one.Card.Summary == "Inspiratiebundel").Select(one => one.To).ToList();
        Assert.Equal(sent.Count, sent.Distinct().Count());
        var rows = await Broadcasts.Deliveries(id, Cancellation).ToListAsync(Cancellation);
        Assert.Equal(231, rows.Count);
        Assert.All(rows, row => Assert.True(row.State is DeliveryState.Sent or DeliveryState.Uncertain, row.State.ToString()));
        // The one fault may have hit a sender between claim and sending: that one is uncertain, and said to be.
        var certain = rows.Count(row => row.State == DeliveryState.Sent);
        Assert.InRange(certain, 230, 231);
        Assert.InRange(sent.Count, certain, 231);
    }

    [Fact]
    public async Task Another_moment_replaces_the_first_and_the_first_sends_nothing()
    {
        var id = await Scheduled("2027-01-06", "09:30");
        await organiser.Presses("Ander moment");
        Assert.Contains("2027-01-06\nTijd (Nederlandse tijd)\n09:30", organiser.Seen);
        Assert.Contains("donderdag 7 januari 2027, 10.00 uur", await organiser.Presses("Inplannen", ("on", "2027-01-07"), ("at", "10:00")));
        await Pass(TimeSpan.FromHours(30));
        Assert.Empty(bot.Messenger.Sent);
        await Until(id, BroadcastState.Done);
        Assert.True(bot.Clock.GetUtcNow() >= new DateTimeOffset(2027, 1, 7, 9, 0, 0, TimeSpan.Zero));
        Once(1);
    }

    [Fact]
    public async Task Earlier_than_first_planned_it_goes_then_and_not_once_more_later()
    {
        var id = await Scheduled("2027-01-07", "09:30");
        await organiser.Presses("Ander moment");
        await organiser.Presses("Inplannen", ("on", "2027-01-06"), ("at", "10:00"));
        await Until(id, BroadcastState.Done);
        Assert.True(bot.Clock.GetUtcNow() < new DateTimeOffset(2027, 1, 6, 12, 0, 0, TimeSpan.Zero));
        await Pass(TimeSpan.FromHours(30));
        Once(1);
    }

    [Fact]
    public async Task Sent_now_instead_it_goes_at_once_and_not_again_at_its_moment()
    {
        var id = await Scheduled("2027-01-06", "09:30");
        var (verb, data) = organiser.Button("Nu versturen");
        await organiser.Clicks(verb, data.DeepClone());
        await organiser.Clicks(verb, data.DeepClone());
        await TestBot.Until(() => Broadcasts.Find(id, Cancellation).Result!.State == BroadcastState.Done);
        await Pass(TimeSpan.FromHours(30));
        Once(1);
    }

    [Fact]
    public async Task Called_off_it_never_goes_and_can_be_copied()
    {
        var id = await Scheduled("2027-01-06", "09:30");
        Assert.Contains("De planning is geannuleerd", await organiser.Presses("Niet versturen"));
        await Pass(TimeSpan.FromHours(30));
        Assert.Empty(bot.Messenger.Sent);
        Assert.Equal(BroadcastState.Cancelled, (await Broadcasts.Find(id, Cancellation))!.State);
        Assert.Empty(await Broadcasts.Open(Cancellation).ToListAsync(Cancellation));
        Assert.Contains("Dit is een kopie", await organiser.Presses("Kopiëren"));
    }

    [Fact]
    public async Task Taken_back_among_the_drafts_it_does_not_go_until_it_is_sent_again()
    {
        var id = await Scheduled("2027-01-06", "09:30");
        Assert.Contains("Het is weer een concept", await organiser.Presses("Wijzigen"));
        await Pass(TimeSpan.FromHours(30));
        Assert.Empty(bot.Messenger.Sent);
        await organiser.Presses("Versturen");
        await TestBot.Until(() => Broadcasts.Find(id, Cancellation).Result!.State == BroadcastState.Done);
        Once(1);
    }

    [Theory]
    [InlineData("2027-01-05", "09:59", "Dat moment is al voorbij")]
    [InlineData("2026-01-06", "09:30", "Dat moment is al voorbij")]
    [InlineData("0001-01-01", "00:00", "Dat moment is al voorbij")]
    [InlineData("9999-12-31", "23:59", "Kies een moment binnen een jaar")]
    [InlineData("2028-02-01", "09:00", "Kies een moment binnen een jaar")]
    [InlineData("2027-03-28", "02:30", "Die tijd bestaat niet op zondag 28 maart 2027")]
    [InlineData("morgen", "09:30", "Vul een dag en een tijd in")]
    [InlineData("2027-01-06", "", "Vul een dag en een tijd in")]
    public async Task A_moment_that_can_not_be_is_refused_with_a_plain_sentence_and_stays_as_it_was_typed(string on, string at, string sentence)
    {
        await Written();
        await organiser.Presses("Later versturen");
        Assert.Contains(sentence, await organiser.Presses("Inplannen", ("on", on), ("at", at)));
        Assert.Contains(on, organiser.Seen);
        Assert.Equal(BroadcastState.Draft, Assert.Single(await Broadcasts.Drafts(Cancellation)).State);
    }

    [Theory]
    [InlineData("2027-03-28", "03:00", "2027-03-28T01:00:00Z")]
    [InlineData("2027-03-28", "01:59", "2027-03-28T00:59:00Z")]
    [InlineData("2027-10-31", "02:30", "2027-10-31T00:30:00Z")]
    [InlineData("2027-10-31", "03:00", "2027-10-31T02:00:00Z")]
    public void Around_the_clock_changes_a_moment_is_what_the_clock_shows(string on, string at, string moment) =>
        Assert.Equal((DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture), null), SendMoment.Read(on, at, null, bot.Clock.GetUtcNow()));

    [Fact]
    public async Task An_invitation_is_not_scheduled_for_after_its_end_and_a_new_poll_is_made_at_the_moment()
    {
        await organiser.Says("peiling");
        await organiser.Presses("Laat het voorbeeld zien", ("subject", "new"), ("lastDay", "2027-01-20"), ("where", "everybody:"));
        await organiser.Presses("Later versturen");
        Assert.Contains("Dan is het al voorbij", await organiser.Presses("Inplannen", ("on", "2027-01-21"), ("at", "09:00")));
        await organiser.Presses("Inplannen", ("on", "2027-01-06"), ("at", "09:30"));
        await Pass(TimeSpan.FromHours(20));
        var polls = bot.Get<Domain.Polls.IPollStore>();
        Assert.Single(await polls.Open(Cancellation));
        var id = Assert.Single(await Broadcasts.Recent(bot.Clock.GetUtcNow(), Cancellation)).Id;
        await Until(id, BroadcastState.Done);
        Assert.Equal(2, (await polls.Open(Cancellation)).Count);
        Assert.Contains(bot.Messenger.To(organiser), card => card.Summary.Contains("Thorbecke", StringComparison.Ordinal));
    }

    private void Once(int people)
    {
        var sent = bot.Messenger.Sent.Where(one => one.Card.Summary == "Inspiratiebundel").Select(one => one.To).ToList();
        Assert.Equal((people, people), (sent.Count, sent.Distinct().Count()));
    }

    private async Task Written()
    {
        await organiser.Says("bericht");
        await organiser.Presses("Verder", ("title", "Inspiratiebundel"), ("text", "De bundel is er."));
        await organiser.Presses("Laat het voorbeeld zien", ("where", "everybody:"));
    }

    /// <returns>Its id.</returns>
    private async Task<string> Scheduled(string on, string at, string? confirm = null)
    {
        await Written();
        await organiser.Presses("Later versturen");
        await organiser.Presses("Inplannen", ("on", on), ("at", at));
        if (confirm is not null) await organiser.Presses(confirm);
        return Assert.Single(await Broadcasts.Recent(bot.Clock.GetUtcNow(), Cancellation)).Id;
    }

    /// <summary>Time goes on, slowly enough for everything to happen.</summary>
    private async Task Pass(TimeSpan time)
    {
        for (var step = time / 60; time > TimeSpan.Zero; time -= step)
        {
            bot.Clock.Advance(step);
            await Task.Delay(5, Cancellation);
        }
    }

    private Task Until(string id, BroadcastState state) => TestBot.Until(() =>
    {
        bot.Clock.Advance(TimeSpan.FromMinutes(5));
        return Broadcasts.Find(id, Cancellation).Result!.State == state;
    });
}
