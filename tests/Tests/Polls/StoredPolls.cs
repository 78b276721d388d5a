using System.Collections.Immutable;
using System.Globalization;
using CsCheck;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;
using LeerkringBot.Infrastructure.Polls;
using LeerkringBot.Infrastructure.Storage;
using LeerkringBot.Infrastructure.Work;
using LeerkringBot.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace LeerkringBot.Tests.Polls;

/// <summary>Polls as they are stored, on every backend.</summary>
public abstract class StoredPolls
{
    private static readonly DateTimeOffset Closing = TimeProvider.System.GetUtcNow().AddDays(20);

    private static readonly string[] Options = ["een", "twee", "drie"];

    private static readonly Gen<Click> Clicks = Gen.Select(Gen.Int[0, 1], Gen.Int[0, 5], Gen.Int[0, 2], Gen.Bool, Gen.Bool, Gen.Int[0, 5]).Select(
        (instance, person, option, confirms, tells, fault) => new Click(instance, person, option, confirms, tells, fault switch { 0 => Failure.Before, 1 => Failure.After, _ => Failure.None }));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>How many random stories are told; a slow backend hears fewer.</summary>
    protected virtual int Stories => 60;

    [Fact]
    public async Task Everything_that_a_poll_is_comes_back()
    {
        var store = Store(await Tables());
        var poll = Poll() with
        {
            Template = PollTemplate.Dates,
            Links = [new("Bundel", "https://vng.example/bundel")],
            Options =
            [
                new("d1", "4 februari") { Moment = new(new(2027, 2, 4), new(13, 30), new(16, 30)) },
                new("d2", "11 februari"),
            ],
            Form = PollForm.YesIfNeedBeNo,
            Per = VoterKind.Person,
            Results = ResultsFor.Organisers,
            Details = [PollDetail.Contact, PollDetail.Place],
            Gathering = new("kick-off", "kick-off"),
            Host = new(MunicipalityCode.Parse("GM0867"), 2, MunicipalityCode.Parse("GM0355")) { IsDone = true },
            By = new("olga"),
        };

        Assert.True(await store.Add(poll, Stop));
        var read = (await store.Find(poll.Id, Stop))!;

        Assert.Empty(PollRules.Changed(poll, read));
        Assert.Equal((poll.By, poll.Host, false), (read.By, read.Host, read.HasAnswers));
        Assert.False(await store.Add(poll with { Question = "Anders?" }, Stop));
        Assert.Equal(poll.Question, (await store.Find(poll.Id, Stop))!.Question);
    }

    [Fact]
    public async Task An_offer_that_was_read_before_the_choice_is_not_withdrawn_after_it_and_the_other_way_round()
    {
        var store = Store(await Tables());
        var poll = Poll() with { Template = PollTemplate.Host, Options = HostPoll.Options, Details = HostPoll.Details, Gathering = new("kick-off", "kick-off") };
        var voter = Voter.Of(MunicipalityCode.Parse("GM0867"));
        await store.Add(poll, Stop);
        var offer = new PollAnswer(voter, PollChoice.Of(HostPoll.Offers), new("anna"), poll.ClosesAt, 1);
        var asked = (await store.Find(poll.Id, Stop))!;
        Assert.True(await store.Put(asked, offer, null, Stop));
        var offered = (await store.Find(poll.Id, Stop))!;
        var decided = offered with { Host = new(MunicipalityCode.Parse("GM0867"), 1) };
        var withdrawn = offer with { Choice = PollChoice.Of(HostPoll.Declines), Version = 2 };

        Assert.False(await store.Decide(decided with { Stamp = asked.Stamp }, Stop));
        Assert.True(await store.Decide(decided, Stop));
        Assert.False(await store.Put(offered, withdrawn, TalliedAnswer.Of(offer, null), Stop));
        Assert.True(HostPoll.IsOffer((await store.Answer(poll.Id, voter, Stop))!.Value.Answer.Choice));
        Assert.Equal(1, (await store.Find(poll.Id, Stop))!.Host!.Number);
    }

    [Fact]
    public async Task A_poll_and_answers_of_before_there_were_templates_are_a_Thorbecke_poll_with_answers()
    {
        var tables = await Tables();
        var id = new PollId(Key.New());
        await tables[TableNames.Polls].Write(
            [
                new RowChange.Insert(Row.Of(id.ToString(), "p", ("ClosesAt", Closing), ("Question0", """{"Question":"Doet u mee?","Explanation":"","Options":[{"Key":"doet-mee","Title":"Doet mee"},{"Key":"doet-niet-mee","Title":"Doet niet mee"}]}"""))),
                new RowChange.Insert(Row.Of(id.ToString(), "a|GM0867", ("Option", "doet-mee"), ("By", "bram"), ("At", Closing.AddDays(-3)), ("Version", 1L))),
            ],
            Stop);
        var store = Store(tables);

        var poll = (await store.Find(id, Stop))!;

        Assert.Equal((PollTemplate.Thorbecke, VoterKind.Municipality, PollForm.OneChoice, ResultsFor.Everybody, false, true), (poll.Template, poll.Per, poll.Form, poll.Results, poll.IsAnonymous, poll.HasAnswers));
        Assert.Contains(PollDetail.Support, poll.Details);
        Assert.Equal(1, (await store.Tally(id, Stop)).Count("doet-mee"));
        Assert.Equal(new(Voter.Of(MunicipalityCode.Parse("GM0867")), PollChoice.Of("doet-mee"), new("bram"), Closing.AddDays(-3), 1), (await store.Answer(id, Voter.Of(MunicipalityCode.Parse("GM0867")), Stop))!.Value.Answer);
    }

    [Fact]
    public async Task Whatever_is_clicked_in_whatever_order_with_whatever_faults_one_answer_per_municipality_stands_and_the_history_is_whole()
    {
        var tables = await Tables();
        await Clicks.List[1, 25].SampleAsync(async clicks =>
        {
            var world = new PollWorld(tables);
            await world.Add(Poll());
            foreach (var click in clicks) await world.Does(click);
            await world.Hold();
        }, iter: Stories, threads: 1);
    }

    [Fact]
    public async Task However_many_click_at_once_one_answer_per_municipality_stands_and_the_history_is_whole()
    {
        var tables = await Tables();
        await Clicks.Array[2, 30].SampleAsync(async clicks =>
        {
            var world = new PollWorld(tables);
            await world.Add(Poll());
            await Task.WhenAll(clicks.Select(click => Task.Run(() => world.Does(click with { Fault = Failure.None }))));
            await world.Hold();
        }, iter: Stories / 2, threads: 1);
    }

    [Fact]
    public async Task A_poll_that_closes_while_many_answer_keeps_what_they_were_told_and_takes_nothing_afterwards()
    {
        var tables = await Tables();
        await Gen.Select(Clicks.Array[2, 30], Gen.Int[0, 29], Gen.Int[0, 2], Gen.Int[2, 9]).SampleAsync(async (clicks, before, fault, often) =>
        {
            var world = new PollWorld(tables);
            await world.Add(Poll());
            world.FailsOften(often);
            var answering = clicks.Select(click => Task.Run(() => world.TakesPart(click))).ToList();
            await Task.WhenAll(answering.Take(before));
            await world.Closes((Failure)fault);
            var told = await Task.WhenAll(answering);
            var final = await world.HoldWhole();

            Assert.Subset(final.Answers.Keys.ToHashSet(), told.OfType<AnswerOutcome.Stands>().Select(one => one.Voter.ToString()).ToHashSet());
            Assert.All(clicks.Take(before).Zip(told), one => Assert.IsNotType<AnswerOutcome.Closed>(one.Second));
            Assert.IsType<AnswerOutcome.Closed>(await world.TakesPart(clicks[0] with { Option = (clicks[0].Option + 1) % Options.Length }));
            var after = await world.HoldWhole();
            Assert.Equal(final.Answers.OrderBy(one => one.Key).Select(one => (one.Key, one.Value.Choice)), after.Answers.OrderBy(one => one.Key).Select(one => (one.Key, one.Value.Choice)));
        }, iter: Stories / 2, threads: 1);
    }

    [Fact]
    public async Task However_many_take_part_in_an_anonymous_poll_with_whatever_faults_each_is_counted_once()
    {
        var tables = await Tables();
        await Clicks.Array[2, 30].SampleAsync(async clicks =>
        {
            var world = new PollWorld(tables);
            await world.Add(Anonymous());
            foreach (var some in clicks.Chunk(10))
            {
                foreach (var click in some.Take(3)) await world.Does(click);
                await Task.WhenAll(some.Skip(3).Select(click => Task.Run(() => world.Does(click with { Fault = Failure.None }))));
            }

            await world.HoldAnonymous();
        }, iter: Stories / 2, threads: 1);
    }

    [Fact]
    public async Task Nothing_is_counted_in_an_anonymous_poll_that_was_closed_whoever_takes_part_meanwhile_and_whatever_breaks_off()
    {
        var tables = await Tables();
        await Gen.Select(Clicks.Array[2, 30], Gen.Int[0, 29], Gen.Int[0, 2], Gen.Int[2, 9]).SampleAsync(async (clicks, before, fault, often) =>
        {
            var world = new PollWorld(tables);
            await world.Add(Anonymous());
            world.FailsOften(often);
            var taking = clicks.Select((click, person) => Task.Run(() => world.TakesPart(click with { Person = person }))).ToList();
            await Task.WhenAll(taking.Take(before));
            await world.Closes((Failure)fault);
            var final = await StoredPolls.Store(tables).Tally(world.Id, Stop);
            var told = await Task.WhenAll(taking);

            var after = await StoredPolls.Store(tables).Tally(world.Id, Stop);
            Assert.Equal(final.Answers.Keys.Order(), after.Answers.Keys.Order());
            Assert.Equal(final.Counts.OrderBy(one => one.Key), after.Counts.OrderBy(one => one.Key));
            Assert.Equal(after.Answered, after.Counts.Values.Sum());
            Assert.All(told.OfType<AnswerOutcome.TookPart>(), one => Assert.NotNull(after.Of(one.Voter)));
            Assert.IsType<AnswerOutcome.Closed>(await world.TakesPart(new(0, 1000, 0, false, false, Failure.None)));
        }, iter: Stories / 2, threads: 1);
    }

    [Fact]
    public async Task Who_read_an_anonymous_poll_before_it_closed_is_not_counted_after()
    {
        var tables = await Tables();
        var (here, there) = (Store(tables), Store(tables));
        var poll = Anonymous();
        await here.Add(poll, Stop);
        var first = (await here.Find(poll.Id, Stop))!;
        Assert.Equal(CastOutcome.Counted, await here.Cast(first, Voter.Of(new MemberId("a")), PollChoice.Of("een"), PollTally.Empty, Stop));

        // Somebody answered before, so that nothing of the poll itself is in the batch; its counters were read after closing.
        var read = (await here.Find(poll.Id, Stop))!;
        Assert.True(await there.Replace(PollRules.ClosedEarly(read, TimeProvider.System.GetUtcNow()), Stop));
        Assert.Equal(CastOutcome.PollChanged, await here.Cast(read, Voter.Of(new MemberId("b")), PollChoice.Of("een"), await Store(tables).Tally(poll.Id, Stop), Stop));
        Assert.Equal(CastOutcome.PollChanged, await here.Cast(read, Voter.Of(new MemberId("b")), PollChoice.Of("een"), PollTally.Empty, Stop));
        Assert.Equal(1, (await Store(tables).Tally(poll.Id, Stop)).Count("een"));
    }

    [Fact]
    public async Task An_answer_that_waited_for_others_until_an_anonymous_poll_closed_is_not_counted()
    {
        var tables = await Tables();
        var clock = new SetClock(Closing.AddSeconds(-1));
        var faulty = new FaultyTables(tables);
        var (here, there) = (Store(faulty, clock), Store(tables, clock));
        var poll = Anonymous();
        await there.Add(poll, Stop);
        Assert.Equal(CastOutcome.Counted, await there.Cast((await there.Find(poll.Id, Stop))!, Voter.Of(new MemberId("a")), PollChoice.Of("een"), PollTally.Empty, Stop));
        var read = (await here.Find(poll.Id, Stop))!;
        faulty[TableNames.Polls].FailBefore = _ =>
        {
            // While this one is under way another is faster, and the poll closes.
            if (clock.GetUtcNow() < Closing)
            {
                Assert.Equal(CastOutcome.Counted, there.Cast(read, Voter.Of(new MemberId("b")), PollChoice.Of("twee"), PollTally.Empty, Stop).GetAwaiter().GetResult());
                clock.Now = Closing;
            }

            return false;
        };

        Assert.Equal(CastOutcome.Closed, await here.Cast(read, Voter.Of(new MemberId("c")), PollChoice.Of("een"), await here.Tally(poll.Id, Stop), Stop));
        Assert.Equal((2, 1), ((await Store(tables).Tally(poll.Id, Stop)).Answered, (await Store(tables).Tally(poll.Id, Stop)).Count("een")));
    }

    [Fact]
    public async Task An_anonymous_poll_that_stays_open_longer_goes_on_counting()
    {
        var tables = await Tables();
        var clock = new SetClock(Closing.AddSeconds(-1));
        var store = Store(tables, clock);
        var poll = Anonymous();
        await store.Add(poll, Stop);
        var seen = await Store(tables, clock).Tally(poll.Id, Stop);
        Assert.True(await store.Replace((await store.Find(poll.Id, Stop))! with { ClosesAt = Closing.AddDays(1) }, Stop));
        clock.Now = Closing.AddMinutes(1);

        Assert.Equal(CastOutcome.Counted, await store.Cast((await store.Find(poll.Id, Stop))!, Voter.Of(new MemberId("a")), PollChoice.Of("een"), seen, Stop));
        Assert.Equal(CastOutcome.Counted, await store.Cast((await store.Find(poll.Id, Stop))!, Voter.Of(new MemberId("b")), PollChoice.Of("een"), seen, Stop));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nobodys_answer_ever_stands_under_another_question_than_they_saw(bool anonymous)
    {
        var tables = await Tables();
        for (var round = 0; round < 8; round++)
        {
            var world = new PollWorld(tables);
            var poll = Poll() with { IsAnonymous = anonymous, Results = anonymous ? ResultsFor.AfterClosing : ResultsFor.Everybody, Details = anonymous ? [] : [PollDetail.Contact] };
            await world.Add(poll);
            var stored = (await world.Store(0).Find(poll.Id, Stop))!;
            var changing = Task.Run(() => world.Store(0).Replace(stored with { Question = "Heel iets anders?" }, Stop));
            // As in a click: the poll was read before, and is read again only when storing it failed.
            var answer = new PollAnswer(Voter.Of(MunicipalityCode.Parse("GM0001")), PollChoice.Of("een"), new("m1"), Closing.AddDays(-1), 1);
            var answering = Task.Run(async () => anonymous
                ? await world.Store(1).Cast(stored, answer.Voter, answer.Choice, await world.Store(1).Tally(poll.Id, Stop), Stop) == CastOutcome.Counted
                : await world.Store(1).Put(stored, answer, null, Stop));

            Assert.NotEqual(await changing, await answering);
            var now = (await world.Store(0).Find(poll.Id, Stop))!;
            Assert.Equal(await answering, now.HasAnswers);
            Assert.Equal(await answering ? poll.Question : "Heel iets anders?", now.Question);
        }
    }

    [Fact]
    public async Task Details_stay_when_the_choice_changes_and_every_change_of_them_stands_in_the_history()
    {
        var store = Store(await Tables());
        var poll = Poll();
        await store.Add(poll, Stop);
        poll = (await store.Find(poll.Id, Stop))!;
        var voter = Voter.Of(MunicipalityCode.Parse("GM0867"));
        var details = AnswerDetails.Of([new(PollDetail.Contact, " griffie "), new(PollDetail.Explanation, "")]);
        var first = new PollAnswer(voter, PollChoice.Of("een"), new("bram"), Closing.AddDays(-2), 1) { Details = details };

        Assert.True(await store.Put(poll, first, null, Stop));
        poll = (await store.Find(poll.Id, Stop))!;
        var second = first with { Choice = PollChoice.Of("twee"), Version = 2, Details = null };
        Assert.True(await store.Put(poll, second, TalliedAnswer.Of(first, null), Stop));
        Assert.Equal("griffie", (await store.Details(poll.Id, voter, Stop))[PollDetail.Contact]);
        Assert.Equal(second with { Details = details }, (await store.Answers(poll.Id, Stop)).Single());
        Assert.Equal([first, second], await store.History(poll.Id, voter, Stop));

        Assert.True(await store.Put(poll, second with { Version = 3, Details = AnswerDetails.None }, TalliedAnswer.Of(second, null), Stop));
        Assert.True((await store.Details(poll.Id, voter, Stop)).IsEmpty);
        Assert.Equal(AnswerDetails.None, (await store.History(poll.Id, Stop))[^1].Details);
    }

    [Fact]
    public async Task A_poll_that_closes_earlier_or_later_moves_in_the_list_and_stands_in_it_once()
    {
        var tables = await Tables();
        var store = Store(tables);
        var poll = Poll();
        await store.Add(poll, Stop);
        var read = (await store.Find(poll.Id, Stop))!;

        Assert.True(await store.Replace(PollRules.ClosedEarly(read, Closing.AddDays(-40)), Stop));
        Assert.DoesNotContain(await store.Open(Stop), one => one.Id == poll.Id);
        Assert.False(await store.Replace(read with { Explanation = "Te laat." }, Stop));
        read = (await store.Find(poll.Id, Stop))!;
        Assert.True(await store.Replace(read with { ClosesAt = Closing.AddDays(3) }, Stop));
        Assert.Single(await store.Open(Stop), one => one.Id == poll.Id);
        Assert.Single(await store.ClosingFrom(DateTimeOffset.UnixEpoch, Stop), one => one.Id == poll.Id);
    }

    /// <summary>Empty tables, made.</summary>
    [Fact]
    public async Task Who_was_forgotten_on_another_instance_is_not_counted_twice_here()
    {
        var tables = await Tables();
        var (here, there) = (Store(tables), Store(tables));
        var poll = Poll() with { Per = VoterKind.Person };
        await here.Add(poll, Stop);
        Assert.True(await here.Put((await here.Find(poll.Id, Stop))!, new PollAnswer(Voter.Of(new MemberId("anna")), PollChoice.Of("een"), new("anna"), Closing, 1), null, Stop));

        await there.Forget(new("anna"), [], Stop);
        // What was stored here is known for a second without a look.
        await Task.Delay(TimeSpan.FromSeconds(1.1), Stop);

        var tally = await here.Tally(poll.Id, Stop);
        Assert.Equal((1, 1), (tally.Answered, tally.Count("een")));
        Assert.DoesNotContain(Voter.Of(new MemberId("anna")).ToString(), tally.Answers.Keys);
    }

    protected abstract Task<ITables> Tables();

    private static Poll Poll() => new()
    {
        Id = new(Key.New()),
        Question = "Doet u mee?",
        Explanation = "",
        Options = [.. Options.Select(option => new PollOption(option, $"Antwoord {option}"))],
        Details = [PollDetail.Contact, PollDetail.Explanation],
        ClosesAt = Closing,
    };

    private static Poll Anonymous() => Poll() with { IsAnonymous = true, Results = ResultsFor.AfterClosing, Details = [], Per = VoterKind.Person };

    private static PollStore Store(ITables tables, TimeProvider? clock = null) =>
        new(tables, new OutboxRelay(tables, null!, TimeProvider.System, NullLogger<OutboxRelay>.Instance), clock ?? TimeProvider.System);

    internal enum Failure
    {
        None,
        Before,
        After,
    }

    /// <summary>Somebody clicks, on one of two instances.</summary>
    internal sealed record Click(int Instance, int Person, int Option, bool Confirms, bool Tells, Failure Fault);

    /// <summary>A poll, two instances that take clicks on it, and what people were told.</summary>
    private sealed class PollWorld
    {
        private readonly FaultyTables[] faulty;
        private readonly PollStore[] stores;
        private readonly AnswerPoll[] answering;
        private readonly System.Collections.Concurrent.ConcurrentDictionary<int, bool> asked = new();
        private readonly ITables tables;
        private PollId id;

        public PollWorld(ITables tables)
        {
            this.tables = tables;
            faulty = [new(tables), new(tables)];
            stores = [.. faulty.Select(one => StoredPolls.Store(one))];
            answering = [.. stores.Select(store => new AnswerPoll(store, new NoNetwork(), TimeProvider.System))];
        }

        public PollId Id => id;

        public PollStore Store(int instance) => stores[instance];

        public async Task Add(Poll poll)
        {
            id = poll.Id;
            Assert.True(await stores[0].Add(poll, Stop));
        }

        public async Task Does(Click click)
        {
            asked[click.Person] = true;
            var table = faulty[click.Instance][TableNames.Polls];
            (table.FailBefore, table.FailAfter) = (_ => click.Fault == Failure.Before, _ => click.Fault == Failure.After);
            try
            {
                var outcome = await Answers(click, null);
                if (outcome is AnswerOutcome.ConfirmChange(_, _, var current, _) && click.Confirms) outcome = await Answers(click, current.Version);
                Assert.True(outcome is AnswerOutcome.Stands or AnswerOutcome.ConfirmChange or AnswerOutcome.TookPart, outcome.ToString());
            }
            catch (StorageFaultException)
            {
                Assert.NotEqual(Failure.None, click.Fault);
                (table.FailBefore, table.FailAfter) = (_ => false, _ => false);
                // The same click once more, as the card offers.
                await Answers(click, null);
            }
            finally
            {
                (table.FailBefore, table.FailAfter) = (_ => false, _ => false);
            }
        }

        /// <summary>Every so many writes one fails of who takes part on the first instance, by turns before and after it was stored.</summary>
        public void FailsOften(int often)
        {
            var (table, writes) = (faulty[0][TableNames.Polls], 0);
            table.FailBefore = _ => Interlocked.Increment(ref writes) % (2 * often) == 0;
            table.FailAfter = _ => Volatile.Read(ref writes) % (2 * often) == often;
        }

        /// <summary>In a poll that may close meanwhile; the same click again after a fault, as the card offers.</summary>
        public async Task<AnswerOutcome> TakesPart(Click click)
        {
            for (var i = 0; ; i++)
            {
                try
                {
                    return await Answers(click, null);
                }
                catch (StorageFaultException) when (i < 20)
                {
                }
            }
        }

        public async Task Closes(Failure fault)
        {
            var table = faulty[1][TableNames.Polls];
            var times = 0;
            // Of the batch that closes, not of what others count meanwhile.
            bool Now(IReadOnlyList<RowChange> batch) => batch.Any(change => change.Row.RowKey == "p") && Interlocked.Increment(ref times) == 1;
            (table.FailBefore, table.FailAfter) = (batch => fault == Failure.Before && Now(batch), batch => fault == Failure.After && Now(batch));
            var author = new AuthorPoll(stores[1], null!, null!, TimeProvider.System);
            try
            {
                await author.Close(id, Stop);
            }
            catch (StorageFaultException)
            {
                Assert.NotEqual(Failure.None, fault);
                await author.Close(id, Stop);
            }
        }

        public async Task Hold() =>
            Assert.Equal(asked.Keys.Select(VoterOf).Distinct().Select(voter => voter.ToString()).Order(), (await HoldWhole()).Answers.Keys.Order());

        /// <summary>One answer for each voter, with its whole history, and a tally that says the same.</summary>
        public async Task<PollTally> HoldWhole()
        {
            var fresh = StoredPolls.Store(tables);
            var (tally, answers, history) = (await fresh.Tally(id, Stop), await fresh.Answers(id, Stop), await fresh.History(id, Stop));
            Assert.Equal(answers.Count, tally.Answered);
            foreach (var answer in answers)
            {
                var lines = history.Where(line => line.Voter == answer.Voter).ToList();
                Assert.Equal(Enumerable.Range(1, answer.Version), lines.Select(line => line.Version));
                Assert.Equal(lines[^1] with { Details = null }, answer with { Details = null });
                Assert.Equal(lines.LastOrDefault(line => line.Details is not null)?.Details ?? AnswerDetails.None, answer.Details);
                Assert.Equal(answer.Choice, tally.Of(answer.Voter)!.Choice);
                // Nothing is stored that changes nothing.
                Assert.All(lines.Zip(lines.Skip(1)), pair => Assert.True(pair.First.Choice != pair.Second.Choice || pair.Second.Details is not null));
                // Who gave an answer that somebody else changed hears of it.
                var work = await tables[TableNames.Polls].Begins(id.ToString(), "o|", Stop).List(Stop);
                foreach (var (before, after) in lines.Zip(lines.Skip(1)).Where(pair => pair.First.By != pair.Second.By))
                    Assert.Single(work, row => row.Text(nameof(WorkItem.Subject)) == PollWork.Changed(id, after, before.By).Subject);
            }

            foreach (var option in Options) Assert.Equal(answers.Count(answer => answer.Choice.Has(option)), tally.Count(option));
            return tally;
        }

        public async Task HoldAnonymous()
        {
            var fresh = StoredPolls.Store(tables);
            var tally = await fresh.Tally(id, Stop);
            Assert.Equal(asked.Keys.Select(person => Member(person).Id.ToString()).Order(), tally.Answers.Keys.Order());
            Assert.Equal(asked.Count, Options.Sum(option => tally.Count(option)));
            Assert.Empty(await fresh.Answers(id, Stop));
            Assert.Empty(await fresh.History(id, Stop));
        }

        private Task<AnswerOutcome> Answers(Click click, int? seen)
        {
            var member = Member(click.Person);
            var details = click.Tells && !IsAnonymous ? AnswerDetails.Of([new(PollDetail.Contact, $"m{click.Person}")]) : null;
            return answering[click.Instance].Answer(new(member.Id, Language.Dutch, Task.FromResult(member)), id, new(PollChoice.Of(Options[click.Option])) { SeenVersion = seen, Details = details }, Stop);
        }

        private bool IsAnonymous => stores[0].Find(id, Stop).GetAwaiter().GetResult()!.IsAnonymous;

        private static Voter VoterOf(int person) => Voter.Of(((Affiliation.OfMunicipality)Member(person).Affiliation!).Code);

        private static Member Member(int person) =>
            new(new(person.ToString(CultureInfo.InvariantCulture)), $"Persoon {person}", null, Language.Dutch, new Affiliation.OfMunicipality(MunicipalityCode.Parse($"GM000{person % 3}")), Closing);
    }

    private sealed class SetClock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class NoNetwork : INetwork
    {
        public ValueTask<Network> Current(CancellationToken cancellationToken) => new(Network.Empty);
    }
}
