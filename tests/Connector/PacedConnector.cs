using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LeerkringBot.Connector;

/// <summary>A Bot Connector on this machine that keeps Teams' limits, makes the mistakes that a script asks for and counts what arrived in each conversation. It keeps no message.</summary>
/// <remarks>
/// Whose user id is "29:x" has the object id x and the chat "a:x", so that whoever fills a store can know a chat before it is made.
/// A request that is refused for the limits counts for none of them; its Retry-After is in whole seconds, rounded up.
/// </remarks>
internal sealed class PacedConnector : IAsyncDisposable
{
    public const string CountsPath = "/counts";

    private const int PageSize = 500;

    private readonly WebApplication app;
    private readonly Limits limits;
    private readonly TimeProvider clock;
    private readonly long start;
    private readonly SlidingWindow overall;
    private readonly Dictionary<string, Chat> chats = [];
    private readonly Lock gate = new();
    private int requests;
    private int refused;
    private int messages;
    private int updates;
    private int reached;
    private int inFlight;

    private PacedConnector(WebApplication app, Limits limits, TimeProvider clock)
    {
        (this.app, this.limits, this.clock, start, overall) = (app, limits, clock, clock.GetTimestamp(), new(limits.Overall));
        app.Run(Answer);
    }

    public string ServiceUrl => app.Urls.Single() + "/";

    /// <summary>Asked for every request that the limits let through; null leaves it to the connector.</summary>
    public Func<ConnectorRequest, Fault?> Script { get; set; } = _ => null;

    /// <summary>The user ids in every team.</summary>
    public IReadOnlyList<string> Roster { get; set; } = [];

    public ConnectorCounts Counts
    {
        get
        {
            lock (gate) return new(clock.GetElapsedTime(start).TotalSeconds, requests, refused, messages, updates, reached, Volatile.Read(ref inFlight));
        }
    }

    /// <param name="limits">Kept.</param>
    /// <param name="port">0 for a free one.</param>
    /// <param name="clock">Which the limits look at; null for the machine's.</param>
    public static async Task<PacedConnector> Start(Limits limits, int port = 0, TimeProvider? clock = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var connector = new PacedConnector(builder.Build(), limits, clock ?? TimeProvider.System);
        await connector.app.StartAsync();
        return connector;
    }

    /// <summary>How many messages arrived in each conversation that had a request.</summary>
    public IReadOnlyDictionary<string, int> MessagesByConversation()
    {
        lock (gate) return chats.Values.ToDictionary(chat => chat.Id, chat => chat.Messages);
    }

    /// <inheritdoc cref="MessagesByConversation"/>
    public IReadOnlyDictionary<string, int> UpdatesByConversation()
    {
        lock (gate) return chats.Values.ToDictionary(chat => chat.Id, chat => chat.Updates);
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task Answer(HttpContext http)
    {
        if (http.Request.Path == CountsPath)
        {
            await http.Response.WriteAsJsonAsync(Counts);
            return;
        }

        Interlocked.Increment(ref inFlight);
        try
        {
            var asked = await Asked.Read(http.Request);
            var (wait, request) = Admit(asked);
            if (request is null) await Refuse(http.Response, Fault.Throttled((int)Math.Ceiling(wait.TotalSeconds)));
            else await Answer(http, asked, request, Script(request));
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Whoever asked is gone.
        }
        catch (IOException)
        {
            // Gone before all of it had arrived: then nothing has.
        }
        finally
        {
            Interlocked.Decrement(ref inFlight);
        }
    }

    private async Task Answer(HttpContext http, Asked asked, ConnectorRequest request, Fault? fault)
    {
        var number = fault is null or { Arrives: true } ? Accept(request) : 0;
        if (fault is { Delay: var delay } && delay > TimeSpan.Zero) await Task.Delay(delay, http.RequestAborted);
        switch (fault)
        {
            case { Ending: FaultEnding.Closes }:
                http.Abort();
                break;
            case { Ending: FaultEnding.NeverAnswers }:
                await Task.Delay(Timeout.Infinite, http.RequestAborted);
                break;
            case { Status: not null }:
                await Refuse(http.Response, fault);
                break;
            default:
                (http.Response.StatusCode, http.Response.ContentType) = (asked.Method == HttpMethods.Post ? StatusCodes.Status201Created : StatusCodes.Status200OK, "application/json");
                await http.Response.WriteAsync(Usual(asked, number));
                break;
        }
    }

    /// <returns>The request where the limits let it through, else how long it has to wait.</returns>
    private (TimeSpan Wait, ConnectorRequest? Request) Admit(Asked asked)
    {
        lock (gate)
        {
            var now = clock.GetElapsedTime(start).Ticks;
            if (!chats.TryGetValue(asked.Conversation, out var chat)) chats[asked.Conversation] = chat = new(asked.Conversation, limits.PerConversation);
            var isPaced = asked.Kind is RequestKind.Create or RequestKind.Send;
            var wait = overall.Wait(now);
            if (isPaced && chat.Window.Wait(now) is var longer && longer > wait) wait = longer;
            if (wait > TimeSpan.Zero)
            {
                refused++;
                return (wait, null);
            }

            overall.Add(now);
            if (isPaced) chat.Window.Add(now);
            requests++;
            return (wait, new(asked.Kind, asked.Conversation, ++chat.Requests));
        }
    }

    /// <returns>The message's number, unique among all conversations.</returns>
    private int Accept(ConnectorRequest request)
    {
        lock (gate)
        {
            var chat = chats[request.Conversation];
            switch (request.Kind)
            {
                case RequestKind.Send:
                    if (++chat.Messages == 1) reached++;
                    return ++messages;
                case RequestKind.Update:
                    chat.Updates++;
                    updates++;
                    break;
            }

            return 0;
        }
    }

    private static async Task Refuse(HttpResponse response, Fault fault)
    {
        response.StatusCode = fault.Status!.Value;
        if (fault.RetryAfter is { } seconds) response.Headers.RetryAfter = $"{seconds}";
        if (fault.Code is null) return;
        response.ContentType = "application/json";
        await response.WriteAsync($$$"""{"error":{"code":"{{{fault.Code}}}","message":"Asked for by the script."}}""");
    }

    private string Usual(Asked asked, int number) => asked switch
    {
        { Kind: RequestKind.Create } => $$"""{"id":"{{asked.Conversation}}"}""",
        { Kind: RequestKind.Send, BeginsThread: true } => $$"""{"id":"{{asked.Conversation}};messageid=sent-{{number}}","activityId":"sent-{{number}}"}""",
        { Kind: RequestKind.Send } => $$"""{"id":"sent-{{number}}"}""",
        { Kind: RequestKind.Update } => $$"""{"id":"{{asked.Last}}"}""",
        { Kind: RequestKind.Delete } => "{}",
        { Last: "pagedmembers" } => Page(asked.Continuation),
        { Last: "conversations" } => """{"conversations":[{"id":"19:team@thread.tacv2"},{"id":"19:werk@thread.tacv2","name":"Werksessies"}]}""",
        _ when asked.Path.StartsWith("teams/", StringComparison.Ordinal) => """{"id":"19:team@thread.tacv2","name":"M50"}""",
        _ => Account(asked.Last),
    };

    private string Page(int from)
    {
        var members = string.Join(',', Roster.Skip(from).Take(PageSize).Select(Account));
        return from + PageSize < Roster.Count ? $$"""{"members":[{{members}}],"continuationToken":"{{from + PageSize}}"}""" : $$"""{"members":[{{members}}]}""";
    }

    private static string Account(string userId) =>
        $$"""{"id":"{{userId}}","aadObjectId":"{{userId[3..]}}","name":"Naam {{userId[3..]}}","email":"{{userId[3..]}}@gemeente.example","userRole":"user"}""";
}
