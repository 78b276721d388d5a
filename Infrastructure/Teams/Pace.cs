namespace LeerkringBot.Infrastructure.Teams;

/// <summary>Keeps what the bot sends within Teams' limits: requests of the whole app leave evenly, those to one conversation no more often than its windows allow. Slower for a while after Teams says 429.</summary>
/// <remarks>Safe for several threads. Kept in memory, because one instance sends (see <see cref="Domain.Broadcasts.ISenderLease"/>). Our own, because a turn is taken before a delivery is claimed and kept until its request leaves, on a clock that tests move (docs/adr/0007).</remarks>
public sealed class Pace(PaceOptions options, TimeProvider clock)
{
    /// <summary>Below the limit, because a request arrives a little later or earlier than it left.</summary>
    private const double Share = 0.985;

    private const double Least = 0.1;

    /// <summary>So long before its turn a request is handed over, to be claimed meanwhile.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromMilliseconds(50);

    /// <summary>A little more, because a request takes now more, now less time to arrive.</summary>
    private static readonly TimeSpan Second = TimeSpan.FromMilliseconds(1_010);

    /// <summary>What took longer than this had a slow answer rather than a long way.</summary>
    private static readonly TimeSpan LatestArrival = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan RecoverEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);
    private readonly Lock gate = new();
    private readonly Dictionary<string, ConversationLog> conversations = [];
    private readonly TimeSpan even = TimeSpan.FromSeconds(1 / (options.PerSecond * Share));
    private readonly int mostASecond = (int)Math.Max(1, options.PerSecond);
    private readonly Queue<Departure> left = [];
    private TimeSpan next = TimeSpan.Zero;
    private TimeSpan pausedUntil = TimeSpan.Zero;
    private TimeSpan slowedAt = TimeSpan.Zero;
    private TimeSpan recoveredAt = TimeSpan.Zero;
    private double speed = 1;
    private int refusals;
    private int sinceCleaning;

    private readonly long began = clock.GetTimestamp();

    private TimeSpan Now => clock.GetElapsedTime(began);

    /// <summary>Takes the next turn and returns shortly before it.</summary>
    /// <param name="conversation">The channel's own id.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async ValueTask<Turn> Take(string conversation, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (turn, wait) = TryTake(conversation);
            await Wait(wait, cancellationToken);
            if (turn is not null) return turn;
        }
    }

    /// <summary>Returns when the request may leave.</summary>
    /// <param name="turn">Null for what a person waits for: it leaves at once, and counts.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async ValueTask<Departure> Depart(Turn? turn, CancellationToken cancellationToken)
    {
        if (turn is null)
        {
            lock (gate)
            {
                next = Max(next, Now) + even;
                return Leave();
            }
        }

        while (true)
        {
            await Wait(turn.At - Now, cancellationToken);
            lock (gate)
            {
                // Paused meanwhile: another turn, without asking the conversation again.
                if (Now < pausedUntil) turn = turn with { At = TakeNext() };
                else if (FreeAt() is var free && free > Now) turn = turn with { At = free };
                else return Leave();
            }
        }
    }

    // A delay counts in whole milliseconds, and a shorter one is none at all.
    private Task Wait(TimeSpan time, CancellationToken cancellationToken) =>
        time > TimeSpan.Zero ? Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(time.TotalMilliseconds)), clock, cancellationToken) : Task.CompletedTask;

    /// <summary>It was answered, so it has arrived by now.</summary>
    public void Answered(Departure departure)
    {
        lock (gate) departure.Took = Now - departure.At;
    }

    /// <summary>The earliest moment at which one more makes no second too full at Teams, whoever came late to their turn or was long under way.</summary>
    private TimeSpan FreeAt()
    {
        if (left.Count < mostASecond) return TimeSpan.Zero;
        var first = left.Peek();
        var quickest = left.Min(departure => departure.Took) ?? TimeSpan.Zero;
        var late = Max(TimeSpan.Zero, (first.Took ?? Now - first.At) - quickest);
        return first.At + Second + (late < LatestArrival ? late : LatestArrival);
    }

    private Departure Leave()
    {
        var departure = new Departure(Now);
        left.Enqueue(departure);
        if (left.Count > mostASecond) left.Dequeue();
        return departure;
    }

    /// <summary>Teams said 429: everything waits.</summary>
    /// <param name="retryAfter">As long as this; null where it didn't tell.</param>
    public void Slow(TimeSpan? retryAfter)
    {
        lock (gate)
        {
            var backoff = TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, Math.Pow(2, refusals) * (0.5 + Random.Shared.NextDouble())));
            // Several refusals of one moment are one.
            if (Now - slowedAt > TimeSpan.FromSeconds(1) || refusals == 0)
            {
                refusals = Math.Min(refusals + 1, 10);
                speed = Math.Max(Least, speed * 0.7);
            }

            (slowedAt, recoveredAt) = (Now, Now);
            pausedUntil = Max(pausedUntil, Now + (retryAfter ?? backoff));
            next = Max(next, pausedUntil);
        }
    }

    private (Turn? Turn, TimeSpan Wait) TryTake(string conversation)
    {
        lock (gate)
        {
            if (++sinceCleaning >= 1_000) Clean();
            if (!conversations.TryGetValue(conversation, out var log)) conversations[conversation] = log = new();
            if (log.Free(options.PerConversation) is var free && free > Now + Ahead) return (null, free - Now);
            var at = TakeNext();
            log.Add(at);
            return (new(conversation, at), at - Now - Ahead);
        }
    }

    private TimeSpan TakeNext()
    {
        if (speed < 1 && Now - recoveredAt > RecoverEvery)
        {
            (speed, recoveredAt) = (Math.Min(1, speed + 0.1), Now);
            if (speed == 1) refusals = 0;
        }

        var at = Max(Max(Now, next), pausedUntil);
        next = at + (even / speed);
        return at;
    }

    // What was quiet for a while can't be at a limit soon.
    private void Clean()
    {
        sinceCleaning = 0;
        var now = Now;
        foreach (var (conversation, log) in conversations.ToList())
            if (log.IsQuiet(now)) conversations.Remove(conversation);
    }

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;

    /// <summary>When requests to one conversation left.</summary>
    private sealed class ConversationLog
    {
        private const int MostOfAQuietOne = 60;
        private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(30);
        private static readonly TimeSpan Longest = TimeSpan.FromHours(1);
        private readonly List<TimeSpan> taken = [];

        /// <summary>The earliest moment that all windows allow.</summary>
        public TimeSpan Free(IReadOnlyList<(int Most, TimeSpan Window)> windows)
        {
            var free = TimeSpan.Zero;
            foreach (var (most, window) in windows)
                if (taken.Count >= most) free = Max(free, taken[^most] + (window * 1.02));
            return free;
        }

        public void Add(TimeSpan at)
        {
            if (taken.Count > 0 && taken.Count % 64 == 0) taken.RemoveAll(earlier => at - earlier > Longest * 1.02);
            taken.Add(at);
        }

        public bool IsQuiet(TimeSpan now) => now - taken[^1] > (taken.Count <= MostOfAQuietOne ? Quiet : Longest);
    }
}

/// <summary>When a request may leave.</summary>
/// <param name="Conversation">Where it goes.</param>
/// <param name="At">On the pace's own clock.</param>
public sealed record Turn(string Conversation, TimeSpan At);

/// <summary>A request that has left.</summary>
/// <param name="at">On the pace's own clock.</param>
public sealed class Departure(TimeSpan at)
{
    public TimeSpan At => at;

    /// <summary>Until it was answered.</summary>
    internal TimeSpan? Took { get; set; }
}
