using System.Collections.Concurrent;
using CsCheck;
using LeerkringBot.Bot.Mails;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Ideas;
using LeerkringBot.Domain.Mails;
using LeerkringBot.Infrastructure.Ideas;
using LeerkringBot.Infrastructure.Mails;
using LeerkringBot.Infrastructure.Storage;
using LeerkringBot.Infrastructure.Work;
using LeerkringBot.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace LeerkringBot.Tests.Mails;

/// <summary>Every mail becomes its ideas exactly once and gets one answer, whatever the mailbox, storage and the mail server do, and wherever the program is killed.</summary>
public sealed class ReadMailboxTests
{
    private static readonly DateTimeOffset Now = new(2027, 1, 5, 9, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_mail_becomes_its_ideas_exactly_once_and_gets_one_answer() =>
        await Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[1, 8], Gen.Int[0, 2]).SampleAsync(
            async (seed, mails, kind) => await Play(new(seed), mails, mailboxFaults: kind == 0 ? 0 : 0.25, kills: kind == 2 ? 0.08 : 0),
            iter: 150,
            threads: 1);

    [Fact]
    public async Task A_mail_that_always_fails_goes_to_a_person_and_keeps_nobody_waiting()
    {
        using var database = SqliteDatabase.Memory();
        var world = await World.Of(database, new Random(1), 0);
        var mailbox = new BrokenMailbox("kapot");
        mailbox.Deliver("kapot", Mime(1, "- a\n- b"));
        mailbox.Deliver("heel", Mime(2, "Een idee dat wel leesbaar is."));

        for (var i = 0; i < MailLimits.MostTries; i++)
        {
            Assert.Empty(await world.Log.ToCheck(Cancel));
            Assert.Null(await world.Log.Position(Cancel));
            Assert.Single((await world.Read.Pass(Cancel, mailbox)).Faults);
            Assert.Single(await world.Texts());
            world.Clock.Advance(TimeSpan.FromMinutes(2));
        }

        Assert.Equal(CheckReason.Failed, Assert.Single(await world.Log.ToCheck(Cancel)).Reason);
        Assert.Equal("2", await world.Log.Position(Cancel));
        Assert.Empty((await world.Read.Pass(Cancel, mailbox)).Faults);
    }

    [Fact]
    public async Task One_mail_that_a_working_mailbox_never_gives_goes_to_a_person_after_a_day()
    {
        using var database = SqliteDatabase.Memory();
        var world = await World.Of(database, new Random(1), 0);
        var mailbox = new BrokenMailbox("aaa", isPassing: true);
        mailbox.Deliver("aaa", Mime(1, "- a\n- b"));
        for (var hour = 0; hour < 24; hour++)
        {
            mailbox.Deliver($"heel-{hour:00}", Mime(2 + hour, $"Een idee in uur {hour}."));
            await world.Loops(mailbox, TimeSpan.FromHours(1), every: TimeSpan.FromMinutes(10));
            Assert.Equal(hour + 1, (await world.Texts()).Count);
            Assert.Empty(await world.Log.ToCheck(Cancel));
            Assert.Null(await world.Log.Position(Cancel));
        }

        await world.Loops(mailbox, TimeSpan.FromMinutes(20));
        Assert.Equal(CheckReason.Failed, Assert.Single(await world.Log.ToCheck(Cancel)).Reason);
        Assert.Equal("25", await world.Log.Position(Cancel));
    }

    [Fact]
    public async Task A_mailbox_that_fails_twice_in_a_row_is_left_alone_for_now()
    {
        using var database = SqliteDatabase.Memory();
        var world = await World.Of(database, new Random(1), 0);
        var mailbox = new BrokenMailbox("kapot", isPassing: true);
        foreach (var id in new[] { "kapot-1", "kapot-2", "kapot-3" }) mailbox.Deliver(id, Mime(1, "- a\n- b"));

        await Assert.ThrowsAsync<MailboxFaultException>(() => world.Read.Next(Cancel, mailbox));

        Assert.Equal(["kapot-1", "kapot-2"], mailbox.Opened);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(30)]
    public async Task Mails_that_the_mailbox_does_not_give_keep_no_others_waiting(int? retryAfter)
    {
        using var database = SqliteDatabase.Memory();
        var world = await World.Of(database, new Random(1), 0);
        var mailbox = new BrokenMailbox("b-", isPassing: true, pageSize: 4) { RetryAfter = retryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : null };
        foreach (var (id, i) in new[] { "b-1", "b-2", "c", "d", "e", "f" }.Select((id, i) => (id, i))) mailbox.Deliver(id, Mime(i, $"Het idee van mail {id}."));

        await world.Loops(mailbox, TimeSpan.FromMinutes(2));
        Assert.Equal(["c", "d", "e", "f"], (await world.Texts()).Select(text => text["Het idee van mail ".Length..^1]).Order(StringComparer.Ordinal));
        Assert.Null(await world.Log.Position(Cancel));

        // What another program would begin with, gives what failed here.
        mailbox.Broken = "nothing";
        world.Begin();
        await world.Loops(mailbox, TimeSpan.FromMinutes(1));
        Assert.Equal(6, (await world.Texts()).Count);
        Assert.Empty(await world.Log.ToCheck(Cancel));
        Assert.Equal("6", await world.Log.Position(Cancel));
    }

    [Fact]
    public async Task While_the_whole_mailbox_gives_no_mail_none_is_given_up_however_long_it_takes()
    {
        using var database = SqliteDatabase.Memory();
        var world = await World.Of(database, new Random(1), 0);
        var mailbox = new BrokenMailbox("", isPassing: true, pageSize: 4);
        for (var i = 0; i < 6; i++) mailbox.Deliver($"{i}", Mime(i, $"Het idee van mail {i}."));

        await world.Loops(mailbox, TimeSpan.FromDays(3), every: TimeSpan.FromMinutes(10));
        Assert.Empty(await world.Log.ToCheck(Cancel));
        Assert.Null(await world.Log.Position(Cancel));

        mailbox.Broken = "nothing";
        await world.Loops(mailbox, TimeSpan.FromHours(1));
        Assert.Equal(6, (await world.Texts()).Count);
        Assert.Empty(await world.Log.ToCheck(Cancel));
        Assert.Equal("6", await world.Log.Position(Cancel));
    }

    [Fact]
    public async Task Storage_that_always_refuses_one_mail_keeps_no_others_waiting()
    {
        using var database = SqliteDatabase.Memory();
        var world = await World.Of(database, new Random(1), 0);
        var mailbox = new BrokenMailbox("nothing", pageSize: 4);
        for (var i = 0; i < 6; i++) mailbox.Deliver($"{i:00}", Mime(i, $"Het idee van mail {i}."));
        world.Refuses(row => row.Text("Address") == "afzender0@waalwijk.example");

        await world.Loops(mailbox, TimeSpan.FromMinutes(1));
        Assert.Equal(5, (await world.Texts()).Count);
        for (var i = 6; i < 30; i++)
        {
            mailbox.Deliver($"{i:00}", Mime(i, $"Het idee van mail {i}."));
            await world.Loops(mailbox, TimeSpan.FromHours(1), every: TimeSpan.FromMinutes(10));
        }

        await world.Loops(mailbox, TimeSpan.FromMinutes(20));
        Assert.Equal(CheckReason.Failed, Assert.Single(await world.Log.ToCheck(Cancel)).Reason);
    }

    [Fact]
    public async Task A_position_that_could_not_be_kept_is_kept_the_next_time()
    {
        using var database = SqliteDatabase.Memory();
        var world = await World.Of(database, new Random(1), 0);
        var mailbox = new BrokenMailbox("nothing");
        mailbox.Deliver("een", Mime(1, "Een idee."));
        world.RefusesOnce(row => row.RowKey == "p");

        await Assert.ThrowsAsync<StorageFaultException>(() => world.Read.Next(Cancel, mailbox));
        Assert.False(await world.Read.Next(Cancel, mailbox));
        Assert.Equal("1", await world.Log.Position(Cancel));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_that_cannot_be_opened_or_moved_does_not_slow_the_others(bool opens)
    {
        using var database = SqliteDatabase.Memory();
        var world = await World.Of(database, new Random(1), 0);
        using var folder = new MailFiles(world.Clock);
        var mailbox = new BrokenMailbox("kapot", opens: opens, moves: false, inner: folder.Mailbox);
        folder.Drop("kapot.eml", Mime(0, "Het idee in het kapotte bestand."));
        await world.Loops(mailbox, TimeSpan.FromMinutes(1), every: mailbox.LookEvery);
        Assert.Equal(opens ? 1 : 0, (await world.Texts()).Count);

        for (var i = 1; i <= 20; i++)
        {
            folder.Drop($"{i}.eml", Mime(i, $"Het idee van bestand {i}."));
            await world.Loops(mailbox, TimeSpan.FromSeconds(5), every: mailbox.LookEvery);
            Assert.Equal(i + (opens ? 1 : 0), (await world.Texts()).Count);
        }

        Assert.InRange(mailbox.Opened.Count(id => id == "kapot.eml"), 1, 10);
        Assert.Equal(opens ? 0 : 1, (await world.Log.ToCheck(Cancel)).Count);
    }

    [Fact]
    public async Task The_same_mail_that_comes_by_two_ways_is_noted_and_answered_once()
    {
        using var database = SqliteDatabase.Memory();
        var world = await World.Of(database, new Random(1), 0);
        const string Ideas = "- Een burgerforum per kern\r\n- Een gids voor inwoners\r\n";
        world.Mailbox.Deliver("rechtstreeks", Mime(1, Ideas));
        world.Mailbox.Deliver("groep", Mime(1, $"LET OP: deze mail komt van buiten de organisatie.\r\n\r\n{Ideas.Replace("- Een", "-  Een", StringComparison.Ordinal)}").Replace("Subject: ", "Subject: [groep] ", StringComparison.Ordinal));
        while (await world.Read.Next(Cancel)) { }
        await world.Drain();

        Assert.Equal(2, (await world.Texts()).Count);
        Assert.Single(world.Mailer.Sent);
        Assert.Equal(2, world.Mailbox.Moved.Count);

        // Also when it was withdrawn before the second copy came.
        foreach (var idea in await world.All()) await new OwnIdea(world.Ideas, world.Clock).Withdraw(idea.Id, idea.Sender, Cancel);
        world.Mailbox.Deliver("nog een groep", Mime(1, Ideas).Replace("Subject: ", "Subject: [ander] ", StringComparison.Ordinal));
        while (await world.Read.Next(Cancel)) { }
        await world.Drain();
        Assert.Empty(await world.Texts());
        Assert.Single(world.Mailer.Sent);
    }

    [Fact]
    public async Task Nobody_suppresses_a_mail_by_using_its_id()
    {
        using var database = SqliteDatabase.Memory();
        var world = await World.Of(database, new Random(1), 0);
        // A list gives a copy that nobody takes ideas from; somebody else, and the sender's own program, use the id once more.
        world.Mailbox.Deliver("lijst", Mime(1, "Het echte idee.", "List-Id: <lijst.example>\r\n"));
        world.Mailbox.Deliver("ander", Mime(1, "Het echte idee.").Replace("afzender1", "afzender2", StringComparison.Ordinal));
        world.Mailbox.Deliver("zelf", Mime(1, "Iets heel anders."));
        world.Mailbox.Deliver("echt", Mime(1, "Het echte idee."));
        while (await world.Read.Next(Cancel)) { }
        await world.Drain();

        Assert.Equal(["Het echte idee.", "Het echte idee.", "Iets heel anders."], (await world.Texts()).Order(StringComparer.Ordinal));
        Assert.Equal(["afzender1@waalwijk.example", "afzender1@waalwijk.example", "afzender2@waalwijk.example"], world.Mailer.Sent.Select(mail => mail.To).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_an_idea_came_in_is_kept_to_go_back_to()
    {
        using var database = SqliteDatabase.Memory();
        var world = await World.Of(database, new Random(1), 0);
        world.Mailbox.Deliver("een", Mime(1, "--b\r\nContent-Type: text/plain\r\n\r\nEen idee met een tekening.\r\n--b\r\nContent-Type: image/png; name=plein.png\r\nContent-Disposition: attachment\r\n\r\nx\r\n--b--", "Content-Type: multipart/mixed; boundary=b\r\n"));

        await world.Read.Next(Cancel);

        Assert.Equal(new("1@waalwijk.example", new("https://outlook.example/een"), "een.eml", true), Assert.Single(await world.All()).Original);
    }

    [Fact]
    public async Task A_robot_that_answers_every_answer_gets_no_more_than_so_many_a_day()
    {
        using var database = SqliteDatabase.Memory();
        var world = await World.Of(database, new Random(1), 0);
        for (var i = 0; i < MailLimits.MostAnswersPerDay + 5; i++) world.Mailbox.Deliver($"{i}", Mime(i, $"Wij hebben uw bericht ontvangen onder nummer {i}."));
        while (await world.Read.Next(Cancel)) { }

        await world.Drain();
        Assert.Equal(MailLimits.MostAnswersPerDay, world.Mailer.Sent.Count);
        Assert.Equal(MailLimits.MostAnswersPerDay + 5, (await world.Texts()).Count);

        world.Clock.Advance(TimeSpan.FromDays(1));
        world.Mailbox.Deliver("morgen", Mime(999, "Een idee van een dag later."));
        while (await world.Read.Next(Cancel)) { }
        await world.Drain();
        Assert.Equal(MailLimits.MostAnswersPerDay + 1, world.Mailer.Sent.Count);
    }

    private static async Task Play(Random random, int count, double mailboxFaults, double kills)
    {
        using var database = SqliteDatabase.Memory();
        var world = await World.Of(database, random, mailboxFaults);
        var expected = new Dictionary<string, string[]>();
        for (var i = 0; i < count; i++)
        {
            var (mime, ideas) = Any(random, i);
            expected[$"afzender{i}@waalwijk.example"] = ideas;
            world.Mailbox.Deliver($"{i}", mime);
            // The same mail again, under another id of the mailbox.
            if (random.NextDouble() < mailboxFaults) world.Mailbox.Deliver($"{i}-again", mime);
        }

        world.Kills(random, kills);
        for (var turn = 0; turn < 400; turn++)
        {
            try
            {
                var more = await world.Read.Next(Cancel);
                await world.Empty();
                if (!more && random.Next(4) == 0) break;
            }
            catch (StorageFaultException)
            {
                world.Begin();
            }
            catch (MailboxFaultException)
            {
                // Tried again in a moment.
            }

            world.Clock.Advance(TimeSpan.FromSeconds(random.Next(30)));
        }

        world.Kills(random, 0);
        world.Begin();
        for (var quiet = 0; quiet < 3; world.Clock.Advance(TimeSpan.FromMinutes(10)))
        {
            try
            {
                quiet = await world.Read.Pass(Cancel) is { HasMore: false, Faults: [] } ? quiet + 1 : 0;
            }
            catch (MailboxFaultException)
            {
                quiet = 0;
            }
        }

        await world.Drain();
        var noted = (await world.All()).GroupBy(idea => ((IdeaSender.ByMail)idea.Sender).Address).ToDictionary(group => group.Key, group => group.Select(idea => idea.Text).Order(StringComparer.Ordinal).ToArray());
        Assert.Equal(expected.Where(one => one.Value.Length > 0).Select(one => one.Key).Order(StringComparer.Ordinal), noted.Keys.Order(StringComparer.Ordinal));
        Assert.All(noted, one => Assert.Equal(expected[one.Key].Order(StringComparer.Ordinal), one.Value));
        Assert.All(world.Mailer.Sent.GroupBy(mail => mail.To), answers => Assert.Single(answers));
        if (kills == 0) Assert.Equal(noted.Keys.Order(StringComparer.Ordinal), world.Mailer.Sent.Select(mail => mail.To).Order(StringComparer.Ordinal));
        Assert.Equal(0, await world.Mailbox.CountWaiting(Cancel));
        Assert.Empty(await world.Outbox.All(Cancel).ToListAsync(Cancel));
    }

    private static (string Mime, string[] Ideas) Any(Random random, int i) => random.Next(5) switch
    {
        0 => (Mime(i, "Ik ben er niet.", "Auto-Submitted: auto-replied\r\n"), []),
        1 => (Mime(i, ""), []),
        2 => (Mime(i, $"Een los idee van afzender {i}."), [$"Een los idee van afzender {i}."]),
        _ => Several(i, random.Next(2, 5)),
    };

    private static (string, string[]) Several(int i, int count)
    {
        var ideas = Enumerable.Range(1, count).Select(j => $"Het idee met nummer {j} van {i}").ToArray();
        return (Mime(i, string.Concat(ideas.Select(idea => $"- {idea}\r\n"))), ideas);
    }

    private static string Mime(int i, string text, string headers = "") =>
        $"{headers}Authentication-Results: dmarc=pass header.from=waalwijk.example\r\nFrom: Afzender <afzender{(i >= 900 || text.StartsWith("Wij", StringComparison.Ordinal) ? "-robot" : $"{i}")}@waalwijk.example>\r\nSubject: Idee\r\nMessage-ID: <{i}@waalwijk.example>\r\n\r\n{text}\r\n";

    private sealed class World
    {
        private readonly FaultyTables tables;

        private World(SqliteDatabase database, Random random, double faults)
        {
            tables = new(new SqliteTables(database));
            Mailbox = new(random, faults);
            Log = new(tables, new());
            Outbox = new(tables);
            Ideas = new(tables, new OutboxRelay(tables, null!, Clock, NullLogger<OutboxRelay>.Instance), Clock);
            Begin();
        }

        public FakeTimeProvider Clock { get; } = new(Now);

        public UnreliableMailbox Mailbox { get; }

        public MailLog Log { get; }

        public MailOutbox Outbox { get; }

        public IdeaStore Ideas { get; }

        public UncertainMailer Mailer { get; } = new();

        public Reader Read { get; private set; } = null!;

        public static async Task<World> Of(SqliteDatabase database, Random random, double faults)
        {
            var world = new World(database, random, faults);
            await world.tables.Create(Cancel);
            return world;
        }

        /// <summary>As a program that just started.</summary>
        public void Begin() => Read = new(this);

        /// <summary>Before and after every write of the rows.</summary>
        public void Kills(Random random, double chance)
        {
            foreach (var table in new[] { tables[TableNames.Mails], tables[TableNames.Ideas] })
            {
                table.FailBefore = _ => random.NextDouble() < chance;
                table.FailAfter = _ => random.NextDouble() < chance;
            }
        }

        /// <summary>Never takes a row of which this holds.</summary>
        public void Refuses(Func<Row, bool> isRefused) =>
            tables[TableNames.Ideas].FailBefore = batch => batch.OfType<RowChange.Insert>().Any(insert => isRefused(insert.Row));

        /// <summary>Doesn't take the first row of which this holds.</summary>
        public void RefusesOnce(Func<Row, bool> isRefused)
        {
            var refused = false;
            tables[TableNames.Mails].FailBefore = batch => !refused && (refused = batch.Any(change => isRefused(change.Row)));
        }

        /// <summary>As the loop does: what there is, and a little later again.</summary>
        public async Task Loops(IMailbox mailbox, TimeSpan during, TimeSpan? every = null)
        {
            for (var end = Clock.GetUtcNow() + during; Clock.GetUtcNow() < end; Clock.Advance(every ?? TimeSpan.FromSeconds(5)))
            {
                try
                {
                    while (await Read.Next(Cancel, mailbox)) { }
                }
                catch (Exception fault) when (fault is MailboxFaultException or StorageFaultException)
                {
                    // Tried again in a moment.
                }
            }
        }

        public async Task Empty()
        {
            await foreach (var _ in new SendOutgoingMails(Outbox, Mailer, Clock).Send(Cancel)) { }
        }

        /// <summary>Also what was put back, each time.</summary>
        public async Task Drain()
        {
            for (var i = 0; i < 10; i++)
            {
                Clock.Advance(TimeSpan.FromMinutes(61));
                await Empty();
            }
        }

        public async Task<IReadOnlyList<Idea>> All() => await Ideas.All(Cancel).ToListAsync(Cancel);

        public async Task<IReadOnlyList<string>> Texts() => [.. (await All()).Select(idea => idea.Text)];
    }

    private sealed class Reader(World world)
    {
        private ReadMailbox? read;

        public async Task<bool> Next(CancellationToken cancellationToken, IMailbox? mailbox = null) => (await Pass(cancellationToken, mailbox)).HasMore;

        public Task<MailboxPass> Pass(CancellationToken cancellationToken, IMailbox? mailbox = null) =>
            (read ??= new(mailbox ?? world.Mailbox, new MailReader(), world.Log, new MailedIdeas(new NoteIdea(world.Ideas, world.Clock)), new ShortAnswers(), new Nowhere(), new Nobody(), new Somewhere(), world.Clock)).Next(cancellationToken);
    }

    /// <summary>Gives its mails in order, and fails at those whose id begins so.</summary>
    private sealed class BrokenMailbox(string broken, bool isPassing = false, int pageSize = 100, bool opens = false, bool moves = true, IMailbox? inner = null) : IMailbox
    {
        private readonly SortedDictionary<string, string> mails = new(StringComparer.Ordinal);

        public string Broken { get; set; } = broken;

        public TimeSpan? RetryAfter { get; init; }

        public List<string> Opened { get; } = [];

        public TimeSpan LookEvery => inner?.LookEvery ?? TimeSpan.FromSeconds(1);

        public void Deliver(string id, string mime) => mails.Add(id, mime);

        public Task<MailboxPage> Next(string? position, CancellationToken cancellationToken)
        {
            if (inner is not null) return inner.Next(position, cancellationToken);
            var from = int.Parse(position ?? "0", System.Globalization.CultureInfo.InvariantCulture);
            var ids = mails.Keys.Skip(from).Take(pageSize).ToList();
            return Task.FromResult(new MailboxPage([.. ids.Select(id => new MailboxItem(id, Now, null))], $"{from + ids.Count}", from + ids.Count == mails.Count));
        }

        public Task<Stream?> Open(string id, CancellationToken cancellationToken)
        {
            Opened.Add(id);
            if (!opens) Fail(id);
            return inner?.Open(id, cancellationToken) ?? Task.FromResult<Stream?>(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(mails[id])));
        }

        public Task Move(string id, MailFolder folder, CancellationToken cancellationToken)
        {
            if (!moves) Fail(id);
            return inner?.Move(id, folder, cancellationToken) ?? Task.CompletedTask;
        }

        public Task<int> CountWaiting(CancellationToken cancellationToken) => Task.FromResult(0);

        private void Fail(string id)
        {
            if (id.StartsWith(Broken, StringComparison.Ordinal)) throw new MailboxFaultException("Always.") { IsPassing = isPassing, RetryAfter = RetryAfter };
        }
    }

    private sealed class MailFiles(TimeProvider clock) : IDisposable
    {
        private readonly string folder = Directory.CreateTempSubdirectory("mailbox-").FullName;
        private FileMailbox? mailbox;

        public FileMailbox Mailbox => mailbox ??= new(folder, clock);

        public void Dispose() => Directory.Delete(folder, recursive: true);

        public void Drop(string name, string mime)
        {
            Directory.CreateDirectory(Path.Join(folder, "inbox"));
            File.WriteAllText(Path.Join(folder, "inbox", name), mime);
        }
    }

    private sealed class UncertainMailer : IMailer
    {
        private int turn;

        public ConcurrentQueue<Mail> Sent { get; } = new();

        public Task<MailOutcome> Send(Mail mail, CancellationToken cancellationToken)
        {
            // Nothing sent now and then; sent without an answer now and then.
            if (++turn % 3 == 0) return Task.FromResult<MailOutcome>(new MailOutcome.Postponed(TimeSpan.FromHours(1)));
            Sent.Enqueue(mail);
            return Task.FromResult<MailOutcome>(turn % 5 == 0 ? new MailOutcome.Uncertain() : new MailOutcome.Sent());
        }
    }

    private sealed class ShortAnswers : IMailAnswers
    {
        public Task<Mail> Write(IncomingMail mail, MailAuthor author, Subject? about, IReadOnlyList<NotedIdea> noted, CancellationToken cancellationToken) =>
            Task.FromResult(new Mail(author.Sender.Address, "", "Re: idee", string.Join('\n', noted.Select(idea => idea.Number))));
    }

    private sealed class Nowhere : ISubjects
    {
        public Task<Subject?> Find(SubjectReference reference, CancellationToken cancellationToken) => Task.FromResult<Subject?>(null);

        public Task<string?> Title(Subject subject, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

        public Task<IReadOnlyList<(Subject Subject, string Title)>> Current(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<(Subject, string)>>([]);
    }

    private sealed class Nobody : IMembers
    {
        public Task<Member?> Find(MemberId id, CancellationToken cancellationToken) => Task.FromResult<Member?>(null);

        public IAsyncEnumerable<Member> Each(CancellationToken cancellationToken) => AsyncEnumerable.Empty<Member>();
    }

    private sealed class Somewhere : INetwork
    {
        public ValueTask<Network> Current(CancellationToken cancellationToken) => ValueTask.FromResult(Network.Empty with { Name = "M50", Mailbox = "leerkring@m50.example" });
    }
}
