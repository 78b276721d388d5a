using System.Globalization;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Ideas;
using LeerkringBot.Infrastructure.Ideas;
using LeerkringBot.Infrastructure.Storage;
using LeerkringBot.Infrastructure.Work;
using Microsoft.Extensions.Logging.Abstractions;

namespace LeerkringBot.Tests.Ideas;

/// <summary>What must hold for ideas, whatever stores them, also when many act at once on two instances.</summary>
public abstract class IdeaStoreContract
{
    private readonly SetClock clock = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Empty tables, made.</summary>
    protected abstract Task<ITables> Tables();

    [Fact]
    public async Task What_came_in_stands_with_all_that_was_said()
    {
        var store = Store(await Tables());
        var draft = new IdeaDraft("Eerste regel \r\n\r\n\r\n  * tweede <b>regel</b>\u200B\r\n", new IdeaSender.ByMail("jan@waalwijk.example", "Jan", true))
        {
            Theme = " Kernen \n en wijken",
            About = new Subject.OfGathering(GatheringId.Parse("kick-off.kick-off")),
            Affiliation = new Affiliation.OfMunicipality(MunicipalityCode.Parse("GM0867")),
            IsAffiliationConfirmed = false,
            Source = IdeaSource.Mail,
            Original = new("abc@waalwijk.example", new("https://outlook.example/mail/1"), "een.eml", true),
            ShowsName = true,
        };

        var noted = Assert.IsType<NoteOutcome.Noted>(await Note(store).Note(draft, "<abc@waalwijk.example> 1", Cancellation));

        var idea = (await store.Find(noted.Idea.Id, Cancellation))!;
        Assert.True(noted.IsNew);
        Assert.Equal("Eerste regel\n\n  * tweede <b>regel</b>", idea.Text);
        Assert.Equal(
            ("Kernen en wijken", draft.About, draft.Sender, draft.Affiliation, false, IdeaSource.Mail, draft.Original, true, clock.GetUtcNow(), IdeaStatus.New),
            (idea.Theme, idea.About, idea.Sender, idea.Affiliation, idea.IsAffiliationConfirmed, idea.Source, idea.Original, idea.ShowsName, idea.At, idea.Status));
        Assert.Equal(idea.Id, await store.Find(idea.Number, Cancellation));
        Assert.True(IdeaNumber.TryParse(idea.Number.ToString().ToLowerInvariant(), out var typed));
        Assert.Equal(idea.Number, typed);
    }

    [Fact]
    public async Task The_same_key_is_the_same_idea_also_at_once_on_two_instances_and_also_when_it_was_withdrawn()
    {
        var tables = await Tables();
        var stores = new[] { Store(tables), Store(tables) };
        var all = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() => Note(stores[i % 2]).Note(Draft(1, "Het idee"), "key", Cancellation))));

        var noted = all.Cast<NoteOutcome.Noted>().ToList();
        var idea = Assert.Single(noted.Select(one => one.Idea.Id).Distinct());
        Assert.Single(noted, one => one.IsNew);
        Assert.Single(await All(stores[0]));

        await Own(stores[1]).Withdraw(idea, Sender(1), Cancellation);
        Assert.Equal(new NoteOutcome.Withdrawn(idea.Number), await Note(stores[0]).Note(Draft(1, "Het idee"), "key", Cancellation));
        Assert.Empty(await All(stores[0]));
        Assert.Empty(await stores[0].Alike("Het idee", Cancellation));
        Assert.Equal(idea, await stores[0].Find(idea.Number, Cancellation));
        Assert.Null(await stores[0].Find(idea, Cancellation));
    }

    [Fact]
    public async Task The_newest_comes_first_and_what_says_the_same_is_found()
    {
        var store = Store(await Tables());
        var ids = new List<IdeaId>();
        foreach (var text in new[] { "Één stem telt!", "Iets anders", "een STEM, telt" })
        {
            ids.Add((await Noted(store, Draft(1, text))).Id);
            clock.Now += TimeSpan.FromMilliseconds(1);
        }

        Assert.Equal([ids[2], ids[1], ids[0]], (await All(store)).Select(idea => idea.Id));
        Assert.Equal([ids[2], ids[0]], await store.Alike("Eén stem telt", Cancellation));
        var again = Assert.IsType<NoteOutcome.Noted>(await Note(store).Note(Draft(2, "een stem telt"), "another", Cancellation));
        Assert.Equal([ids[2], ids[0]], again.Same);

        await Own(store).Change(ids[0], Sender(1), Draft(1, "Nu iets heel nieuws"), Cancellation);
        Assert.Equal([again.Idea.Id, ids[2]], await store.Alike("een stem telt", Cancellation));
        Assert.Equal([ids[0]], await store.Alike("nu iets heel nieuws", Cancellation));
    }

    [Fact]
    public async Task What_clicks_share_is_read_once_a_second_and_has_at_once_what_was_stored_here()
    {
        var tables = await Tables();
        var (here, elsewhere) = (Store(tables), Store(tables));
        Assert.Empty(await here.Recent(Cancellation));
        var theirs = await Noted(elsewhere, Draft(1, "Van een andere instantie"));
        clock.Now += TimeSpan.FromMilliseconds(1);
        var ours = await Noted(here, Draft(2, "Van deze instantie"));
        Assert.Equal([ours.Id], (await here.Recent(Cancellation)).Select(idea => idea.Id));
        await Own(here).Withdraw(ours.Id, Sender(2), Cancellation);
        Assert.Empty(await here.Recent(Cancellation));

        await new SupportIdea(here).Support(theirs.Id, Member(3), Cancellation);
        Assert.Equal([Member(3)], Assert.Single(await here.Recent(Cancellation)).Supporters);

        var late = await Noted(elsewhere, Draft(4, "Nog een"));
        clock.Now += TimeSpan.FromSeconds(1);
        Assert.Equal([late.Id, theirs.Id], (await here.Recent(Cancellation)).Select(idea => idea.Id));
    }

    [Fact]
    public async Task Everybody_who_supports_at_once_counts_once()
    {
        var tables = await Tables();
        var stores = new[] { Store(tables), Store(tables) };
        var idea = await Noted(stores[0], Draft(100, "Het idee"));

        await Task.WhenAll(Enumerable.Range(0, 24).Select(i => Task.Run(() => new SupportIdea(stores[i % 2]).Support(idea.Id, Member(i / 2), Cancellation))));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => new SupportIdea(stores[i % 2]).Withdraw(idea.Id, Member(i), Cancellation))));

        Assert.Equal(Enumerable.Range(4, 8).Select(Member).OrderBy(one => one.ToString()), (await stores[1].Find(idea.Id, Cancellation))!.Supporters.OrderBy(one => one.ToString()));
    }

    [Fact]
    public async Task A_thousand_supporters_fit()
    {
        var store = Store(await Tables());
        var idea = await Noted(store, Draft(5_000, new string('x', IdeaText.Longest)));
        var many = Enumerable.Range(0, 1_000).Select(i => new MemberId($"00000000-0000-4000-8000-{i:000000000000}")).ToList();

        await store.Change([idea.Id], read => IdeaChange.Of(true, read[idea.Id]! with { Supporters = [.. many] }), Cancellation);

        Assert.Equal(many, (await store.Find(idea.Id, Cancellation))!.Supporters);
    }

    [Fact]
    public async Task As_many_as_may_be_merged_fit_in_one_batch_and_one_more_is_refused()
    {
        var store = Store(await Tables());
        var follow = new FollowUpIdea(store);
        var ids = new List<IdeaId>();
        for (var i = 0; i < MergeRules.Most + 2; i++) ids.Add((await Noted(store, Draft(i, $"Idee {i}"))).Id);

        for (var i = 1; i < MergeRules.Most; i++) Assert.IsType<FollowUpOutcome.Stands>(await follow.Merge(ids[i], ids[0], Cancellation));
        Assert.IsType<FollowUpOutcome.Stands>(await follow.Merge(ids[0], ids[^1], Cancellation));
        Assert.IsType<FollowUpOutcome.TooMany>(await follow.Merge(ids[^2], ids[^1], Cancellation));
        Assert.Equal(MergeRules.Most, (await store.Find(ids[^1], Cancellation))!.Merged.Length);

        await Own(store).Withdraw(ids[^1], Sender(MergeRules.Most + 1), Cancellation);
        var heir = (await store.Find(ids[0], Cancellation))!;
        Assert.Null(heir.MergedInto);
        Assert.Equal(ids[1..MergeRules.Most], heir.Merged);
    }

    [Fact]
    public async Task A_status_leaves_the_work_of_telling_once_and_nothing_where_there_is_nobody_to_tell()
    {
        var tables = await Tables();
        var store = Store(tables);
        var (chat, spoofed) = (await Noted(store, Draft(1, "Eén")), await Noted(store, new("Twee", new IdeaSender.ByMail("x@y.example", "", false))));
        var follow = new FollowUpIdea(store);

        for (var i = 0; i < 2; i++) await follow.SetStatus(chat.Id, IdeaStatus.TakenUp, "Wij gaan het doen.", Cancellation);
        await follow.SetStatus(spoofed.Id, IdeaStatus.NotPursued, "Helaas.", Cancellation);

        var work = Assert.Single(await tables[TableNames.Ideas].Begins(Partition.Network, "o|", Cancellation).List(Cancellation));
        Assert.Equal((IdeaWork.TellKind, $"{chat.Id} 1"), (work.Text("Kind"), work.Text("Subject")));
        Assert.Equal((chat.Id, 1), IdeaWork.ReadTell(work.Text("Subject")!));
        Assert.Equal("Wij gaan het doen.", (await store.Find(chat.Id, Cancellation))!.StatusLine);
    }

    private static MemberId Member(int number) => new($"member-{number.ToString(CultureInfo.InvariantCulture)}");

    private static IdeaSender Sender(int number) => new IdeaSender.OfMember(Member(number));

    private static IdeaDraft Draft(int number, string text) => new(text, Sender(number));

    private IdeaStore Store(ITables tables) => new(tables, new OutboxRelay(tables, null!, TimeProvider.System, NullLogger<OutboxRelay>.Instance), clock);

    private NoteIdea Note(IIdeaStore store) => new(store, clock);

    private OwnIdea Own(IIdeaStore store) => new(store, clock);

    private async Task<Idea> Noted(IIdeaStore store, IdeaDraft draft) => ((NoteOutcome.Noted)await Note(store).Note(draft, Key.New(), Cancellation)).Idea;

    private static async Task<List<Idea>> All(IIdeaStore store)
    {
        var all = new List<Idea>();
        await foreach (var idea in store.All(Cancellation)) all.Add(idea);
        return all;
    }

    private sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2027, 2, 5, 9, 0, 0, TimeSpan.Zero);

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => Now;

        public override long GetTimestamp() => Now.UtcTicks;
    }
}
