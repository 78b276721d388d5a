using CsCheck;
using LeerkringBot.Bot.Mails;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Ideas;
using LeerkringBot.Domain.Mails;
using LeerkringBot.Graph;
using LeerkringBot.Infrastructure.Graph;
using LeerkringBot.Infrastructure.Ideas;
using LeerkringBot.Infrastructure.Mails;
using LeerkringBot.Infrastructure.Storage;
using LeerkringBot.Infrastructure.Work;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using Moq;

namespace LeerkringBot.Tests.Graph;

/// <summary>Whatever becomes of a mailbox in Microsoft 365, of Graph and of the program that reads it: every mail becomes its ideas exactly once, and gets one answer at most.</summary>
public sealed class MailHistoryTests : IAsyncLifetime
{
    private FakeGraph graph = null!;

    private enum Step
    {
        MailComes,
        SameMailComesAgain,
        MailIsDeleted,
        MailIsDraggedAway,
        MailIsDraggedBack,
        FolderIsRemoved,
        PositionsAreForgotten,
        ProgramReads,
        ProgramReadsWithFaults,
        ProgramIsKilled,
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => graph = await FakeGraph.Start();

    public async ValueTask DisposeAsync() => await graph.DisposeAsync();

    [Fact]
    public Task Every_mail_becomes_its_ideas_exactly_once() =>
        Gen.Select(Gen.Enum<Step>().Array[4, 40], Gen.Int[0, 1_000_000]).SampleAsync(async (steps, seed) => await Play(steps, new Random(seed)), iter: 60, threads: 1);

    [Fact]
    public async Task A_mail_is_not_given_up_because_the_mailbox_asks_to_be_left_alone()
    {
        using var history = new History(graph, new Random(1));
        await history.Begin();
        await history.Take(Step.MailComes);
        var left = MailLimits.MostTries * 2;
        graph.Script = call => call.Path.EndsWith("$value", StringComparison.Ordinal) && Interlocked.Decrement(ref left) >= 0 ? GraphAnswer.Error(429, "ApplicationThrottled", "3") : null;
        for (var i = 0; i < MailLimits.MostTries * 3; i++)
        {
            await history.Take(Step.ProgramReads);
            history.Waits();
        }

        Assert.True(left < 0);
        await history.End();
    }

    private async Task Play(IReadOnlyList<Step> steps, Random random)
    {
        graph.Mailbox = new() { PageSize = 3, Arrange = count => [.. Enumerable.Range(0, count).Concat(Enumerable.Range(0, count).Where(_ => random.Next(4) == 0)).OrderBy(_ => random.Next())] };
        using var history = new History(graph, random);
        await history.Begin();
        foreach (var step in steps) await history.Take(step);
        await history.End();
    }

    private sealed class History(FakeGraph graph, Random random) : IDisposable
    {
        private readonly SqliteDatabase database = SqliteDatabase.Memory();
        private readonly FakeTimeProvider clock = new(new DateTimeOffset(2027, 1, 5, 9, 0, 0, TimeSpan.Zero));
        private readonly Dictionary<string, string> mimes = [];

        /// <summary>Of every mail its ideas, and those that people took away before they were read.</summary>
        private readonly Dictionary<string, string[]> expected = [];
        private readonly HashSet<string> taken = [];
        private Program? program;

        public void Dispose()
        {
            program?.Dispose();
            database.Dispose();
        }

        public async Task Begin()
        {
            await new SqliteTables(database).Create(Cancel);
            program = new(graph, database, clock);
        }

        public async Task Take(Step step)
        {
            switch (step)
            {
                case Step.MailComes:
                    var number = mimes.Count;
                    var ideas = Enumerable.Range(1, random.Next(1, 4)).Select(one => $"Het idee met nummer {one} van mail {number}").ToArray();
                    Comes(Mime(number, ideas), ideas);
                    break;
                case Step.SameMailComesAgain when Any() is { } again:
                    Comes(mimes[again], expected[again]);
                    break;
                case Step.MailIsDeleted when Any() is { } gone:
                    if (graph.Mailbox.Where(gone) is "Postvak IN" or "Verwijderde items") taken.Add(gone);
                    graph.Mailbox.Delete(gone);
                    break;
                case Step.MailIsDraggedAway when Any() is { } away:
                    graph.Mailbox.DragToTrash(away);
                    break;
                case Step.MailIsDraggedBack when Any() is { } back:
                    graph.Mailbox.DragToInbox(back);
                    break;
                case Step.FolderIsRemoved:
                    graph.Mailbox.RemoveFolder("Verwerkt");
                    break;
                case Step.PositionsAreForgotten:
                    graph.Mailbox.ForgetPositions();
                    break;
                case Step.ProgramReads:
                    await program!.Reads(pages: random.Next(1, 4));
                    break;
                case Step.ProgramReadsWithFaults:
                    Errs();
                    await program!.Reads(pages: random.Next(1, 6));
                    Works();
                    clock.Advance(TimeSpan.FromSeconds(5));
                    break;
                case Step.ProgramIsKilled:
                    await IsKilled();
                    break;
            }
        }

        /// <summary>Longer than what failed waits before it is tried again.</summary>
        public void Waits() => clock.Advance(TimeSpan.FromMinutes(10));

        public async Task End()
        {
            Works();
            clock.Advance(TimeSpan.FromMinutes(10));
            await program!.ReadsAll();
            for (var i = 0; i < 6; i++)
            {
                clock.Advance(TimeSpan.FromMinutes(61));
                await program.Mails();
            }

            var noted = (await program.Ideas()).GroupBy(idea => idea.Text).ToDictionary(group => group.Key, group => group.Count());
            Assert.All(noted, one => Assert.Equal(1, one.Value));
            var certain = expected.Where(mail => !taken.Contains(mail.Key) && graph.Mailbox.Where(mail.Key) != "Verwijderde items").SelectMany(mail => mail.Value).ToHashSet();
            Assert.Subset(noted.Keys.ToHashSet(), certain);
            Assert.Subset(expected.Values.SelectMany(ideas => ideas).ToHashSet(), noted.Keys.ToHashSet());
            Assert.Equal(0, graph.Mailbox.InboxCount);
            Assert.DoesNotContain(expected.Keys, id => graph.Mailbox.Where(id) == "Ter controle");
            Assert.InRange(graph.Mailbox.Folders.Count(name => name == "Verwerkt"), 0, 1);
            Assert.InRange(graph.Mailbox.MostAtOnce, 0, 4);
            Assert.All(graph.Mailbox.Sent.Select(Receiver).GroupBy(to => to), answers => Assert.Single(answers));
        }

        private string? Any() => mimes.Count == 0 ? null : mimes.Keys.ElementAt(random.Next(mimes.Count));

        private void Comes(string mime, string[] ideas)
        {
            var id = graph.Mailbox.Receive(mime);
            (mimes[id], expected[id]) = (mime, ideas);
        }

        private async Task IsKilled()
        {
            using var kill = new CancellationTokenSource();
            var left = random.Next(1, 12);
            GraphAnswer? Kill(GraphCall call)
            {
                if (Interlocked.Decrement(ref left) == 0) kill.Cancel();
                return null;
            }

            // Before or after Graph does what it is asked.
            if (random.Next(2) == 0) graph.Script = Kill;
            else graph.Lose = Kill;
            await program!.Reads(pages: 6, kill.Token);
            Works();
            program.Dispose();
            program = new(graph, database, clock);
        }

        private void Works() => (graph.Script, graph.Lose) = (_ => null, _ => null);

        /// <summary>As often as it likes: however often Graph fails, no mail is given up for it.</summary>
        private void Errs()
        {
            GraphAnswer? Err(GraphCall call)
            {
                if (random.Next(100) >= 30) return null;
                if (random.Next(3) == 0) return GraphAnswer.Error(random.Next(2) == 0 ? 429 : 503, "ApplicationThrottled", "1");
                return random.Next(3) switch
                {
                    0 => GraphAnswer.NoAnswer,
                    1 => new(502, "<html>", "text/html"),
                    _ => GraphAnswer.Error(500, "ErrorInternalServerError"),
                };
            }

            graph.Script = Err;
            // What was throttled was not done.
            graph.Lose = call => Err(call) is { Status: not (429 or 503) } lost ? lost : null;
        }

        private static string Mime(int number, string[] ideas) =>
            $"Authentication-Results: dmarc=pass header.from=waalwijk.example\r\nFrom: Afzender <afzender{number}@waalwijk.example>\r\nSubject: Idee\r\nMessage-ID: <{number}@waalwijk.example>\r\n\r\n"
            + (ideas is [var only] ? only : string.Concat(ideas.Select(idea => $"- {idea}\r\n")));

        private static string Receiver(string mime)
        {
            using var bytes = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(mime));
            using var message = MimeMessage.Load(bytes);
            return message.To.Mailboxes.Single().Address;
        }
    }

    /// <summary>The bot as it starts: what it knows stands in the tables.</summary>
    private sealed class Program : IDisposable
    {
        private readonly FakeTimeProvider clock;
        private readonly MailboxClient client;
        private readonly ReadMailbox read;
        private readonly SendOutgoingMails send;
        private readonly IdeaStore ideas;

        public Program(FakeGraph graph, SqliteDatabase database, FakeTimeProvider clock)
        {
            this.clock = clock;
            var tables = new SqliteTables(database);
            var network = new Mock<INetwork>();
            network.Setup(one => one.Current(It.IsAny<CancellationToken>())).ReturnsAsync(Network.Empty with { Name = "M50", Mailbox = Mailbox.Address });
            var answers = new Mock<IMailAnswers>();
            answers.Setup(one => one.Write(It.IsAny<IncomingMail>(), It.IsAny<MailAuthor>(), It.IsAny<Subject?>(), It.IsAny<IReadOnlyList<NotedIdea>>(), It.IsAny<CancellationToken>()))
                .ReturnsAsync((IncomingMail _, MailAuthor author, Subject? _, IReadOnlyList<NotedIdea> noted, CancellationToken _) => new Mail(author.Sender.Address, "", "Re: idee", string.Join('\n', noted.Select(idea => idea.Number))));
            ideas = new(tables, new OutboxRelay(tables, null!, clock, NullLogger<OutboxRelay>.Instance), clock);
            client = new(new(graph.Address, Credentials.Mock().Object), Mailbox.Address, clock);
            var outbox = new MailOutbox(tables);
            send = new(outbox, new GraphMailer(client, network.Object, clock), clock);
            read = new(
                new GraphMailbox(client, clock),
                new MailReader(),
                new MailLog(tables, new()),
                new MailedIdeas(new NoteIdea(ideas, clock)),
                answers.Object,
                Mock.Of<ISubjects>(one => one.Find(It.IsAny<SubjectReference>(), It.IsAny<CancellationToken>()) == Task.FromResult<Subject?>(null)),
                Mock.Of<IMembers>(one => one.All(It.IsAny<CancellationToken>()) == Task.FromResult<IReadOnlyList<Member>>(new List<Member>())),
                network.Object,
                clock);
        }

        public void Dispose() => client.Dispose();

        public async Task Reads(int pages, CancellationToken kill = default)
        {
            try
            {
                for (var i = 0; i < pages; i++)
                {
                    if (await Next(kill) is { More: false }) break;
                }

                await Mails(kill);
            }
            catch (OperationCanceledException) when (kill.IsCancellationRequested)
            {
                // Killed.
            }
        }

        /// <summary>Until two looks in a row find nothing.</summary>
        public async Task ReadsAll()
        {
            for (var (quiet, looks) = (0, 0); quiet < 2; looks++)
            {
                Assert.InRange(looks, 0, 1_000);
                // What failed before waits a while by itself.
                clock.Advance(TimeSpan.FromMinutes(10));
                quiet = await Next(Cancel) is { More: false, Failed: false } ? quiet + 1 : 0;
            }
        }

        public async Task Mails(CancellationToken kill = default)
        {
            await foreach (var _ in send.Send(kill)) { }
        }

        public async Task<IReadOnlyList<Idea>> Ideas() => await ideas.All(Cancel).ToListAsync(Cancel);

        private async Task<(bool More, bool Failed)> Next(CancellationToken cancellationToken)
        {
            try
            {
                var pass = await read.Next(cancellationToken);
                return (pass.HasMore, !pass.Faults.IsEmpty);
            }
            catch (MailboxFaultException fault)
            {
                clock.Advance(fault.RetryAfter ?? TimeSpan.FromSeconds(1));
                return (true, true);
            }
        }
    }
}
