using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LeerkringBot.Graph;

/// <summary>One mailbox, as Graph shows it (learn: graph/api/message-delta, message-move, user-sendmail, user-post-mailfolders): ids that stay only for who asks for immutable ones,
/// tokens that can be forgotten, and no more than four requests at once.</summary>
internal sealed class Mailbox
{
    public const string Address = "leerkring@m50.example";
    private const string Inbox = "AAinbox";

    private readonly Lock gate = new();
    private readonly Dictionary<string, Message> messages = [];
    private readonly Dictionary<string, string> folders = new() { [Inbox] = "Postvak IN", ["AAtrash"] = "Verwijderde items" };

    /// <summary>What happened to the inbox, oldest first: a message that came, changed or left.</summary>
    private readonly List<string> changes = [];

    /// <summary>Pages of rounds that have begun.</summary>
    private readonly Dictionary<string, Page> pages = [];

    private readonly Dictionary<string, GraphAnswer> denied = [];
    private readonly List<string> sent = [];
    private int generation;
    private int lastId;
    private int atOnce;

    /// <summary>Messages in a page, whatever the client prefers.</summary>
    public int PageSize { get; set; } = 10;

    /// <summary>Chooses the order within a round, and what comes twice: given how many there are, their indexes.</summary>
    public Func<int, IEnumerable<int>> Arrange { get; set; } = count => Enumerable.Range(0, count);

    /// <summary>How long each request takes.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>The most requests there ever were at once.</summary>
    public int MostAtOnce { get; private set; }

    /// <summary>Mails that were sent, as MIME.</summary>
    public IReadOnlyList<string> Sent
    {
        get
        {
            lock (gate) return [.. sent];
        }
    }

    public IReadOnlyCollection<string> Folders
    {
        get
        {
            lock (gate) return [.. folders.Values];
        }
    }

    /// <summary>A mail arrives in the inbox.</summary>
    /// <returns>Its immutable id.</returns>
    public string Receive(string mime) => Receive(Encoding.UTF8.GetBytes(mime));

    public string Receive(byte[] mime)
    {
        lock (gate)
        {
            var id = $"AA+{++lastId}/=";
            messages[id] = new(mime, Inbox, new DateTimeOffset(2027, 1, 5, 9, 0, 0, TimeSpan.Zero).AddSeconds(lastId));
            changes.Add(id);
            return id;
        }
    }

    /// <summary>Somebody deletes it for good.</summary>
    public void Delete(string id)
    {
        lock (gate)
        {
            if (messages.Remove(id, out var message) && message.Folder == Inbox) changes.Add(id);
        }
    }

    /// <summary>Somebody drags it to another folder, or back; a read mark counts as a change too.</summary>
    public void Drag(string id, string folder)
    {
        lock (gate) Put(id, folder);
    }

    public void DragToInbox(string id) => Drag(id, Inbox);

    public void DragToTrash(string id) => Drag(id, "AAtrash");

    /// <summary>Somebody removes a folder with all that is in it.</summary>
    public void RemoveFolder(string name)
    {
        lock (gate)
        {
            foreach (var folder in folders.Where(one => one.Value == name).Select(one => one.Key).ToList())
            {
                folders.Remove(folder);
                foreach (var id in messages.Where(one => one.Value.Folder == folder).Select(one => one.Key).ToList()) messages.Remove(id);
            }
        }
    }

    /// <summary>No position given so far is known any more: 410.</summary>
    public void ForgetPositions()
    {
        lock (gate)
        {
            generation++;
            pages.Clear();
        }
    }

    /// <summary>Answers so whatever asks for that permission, "Mail.ReadWrite" or "Mail.Send".</summary>
    public void Deny(string permission, GraphAnswer answer)
    {
        lock (gate) denied[permission] = answer;
    }

    /// <returns>The folder's name; null for a mail that is gone.</returns>
    public string? Where(string id)
    {
        lock (gate) return messages.TryGetValue(id, out var message) ? folders.GetValueOrDefault(message.Folder) : null;
    }

    public int InboxCount
    {
        get
        {
            lock (gate) return messages.Values.Count(message => message.Folder == Inbox);
        }
    }

    /// <returns>Null where it is about something else.</returns>
    public async Task<GraphAnswer?> Answer(GraphCall call, Uri graph, CancellationToken cancellationToken)
    {
        if (call.Path.Split('/', 3) is not ["users", var user, var rest] || rest.StartsWith("teamwork", StringComparison.Ordinal)) return null;
        if (user != Address) return GraphAnswer.Error(404, "ErrorInvalidUser");
        try
        {
            lock (gate)
            {
                MostAtOnce = Math.Max(MostAtOnce, ++atOnce);
                if (atOnce > 4) return GraphAnswer.Error(429, "ApplicationThrottled", "1");
            }

            if (Delay > TimeSpan.Zero) await Task.Delay(Delay, cancellationToken);
            lock (gate) return Answer(call, rest, graph);
        }
        finally
        {
            lock (gate) atOnce--;
        }
    }

    private GraphAnswer Answer(GraphCall call, string path, Uri graph)
    {
        if (denied.GetValueOrDefault(path == "sendMail" ? "Mail.Send" : "Mail.ReadWrite") is { } refusal) return refusal;
        if (!call.Prefer.Contains("IdType=\"ImmutableId\"")) return GraphAnswer.Error(400, "MutableIdsAreNotUnderstoodHere");
        var segments = path.Split('/');
        return (call.Method, segments) switch
        {
            ("GET", ["mailFolders", "inbox", "messages", "delta()" or "delta" or "microsoft.graph.delta()"]) => Delta(call.Query, graph),
            ("GET", ["mailFolders", "inbox"]) => GraphAnswer.Of(new { id = Inbox, totalItemCount = InboxCount }),
            ("GET", ["mailFolders"]) => Found(call.Query),
            ("POST", ["mailFolders"]) => Make((string)JsonNode.Parse(call.Body)!["displayName"]!),
            ("PATCH", ["mailFolders", var folder]) => folders.ContainsKey(folder) ? GraphAnswer.Of(new { id = folder }) : GraphAnswer.Error(404, "ErrorItemNotFound"),
            ("POST", ["sendMail"]) => Send(call),
            (_, ["messages", .. var message]) => OfMessage(call, message),
            _ => GraphAnswer.Error(404, "ErrorInvalidUrl"),
        };
    }

    private GraphAnswer OfMessage(GraphCall call, string[] rest)
    {
        // A slash in an id is still escaped here: only so it is no border between segments.
        var (id, action) = (Uri.UnescapeDataString(rest[0]), rest.ElementAtOrDefault(1) ?? "");
        if (!messages.TryGetValue(id, out var message)) return GraphAnswer.Error(404, "ErrorItemNotFound");
        switch (call.Method, action)
        {
            case ("GET", "$value"):
                return new(200, ContentType: "text/plain") { Bytes = message.Mime };
            case ("GET", ""):
                return GraphAnswer.Of(new { id, parentFolderId = message.Folder });
            case ("POST", "move"):
                var folder = (string)JsonNode.Parse(call.Body, new() { PropertyNameCaseInsensitive = true })!["destinationId"]!;
                if (!folders.ContainsKey(folder)) return GraphAnswer.Error(404, "ErrorItemNotFound");
                if (message.Folder == folder) return GraphAnswer.Error(400, "ErrorMoveCopyFailed");
                Put(id, folder);
                return new(201, JsonSerializer.Serialize(new { id, parentFolderId = folder }));
            default:
                return GraphAnswer.Error(405, "MethodNotAllowed");
        }
    }

    private void Put(string id, string folder)
    {
        if (!messages.TryGetValue(id, out var message)) return;
        if (message.Folder == Inbox || folder == Inbox) changes.Add(id);
        messages[id] = message with { Folder = folder };
    }

    /// <summary>A round: of everything in the inbox, or of what changed since a token. Its pages are fixed when it begins, and may be read again.</summary>
    private GraphAnswer Delta(string query, Uri graph)
    {
        if (Token(query, "$skiptoken") is { } skip) return pages.TryGetValue(skip, out var page) ? Show(page) : GraphAnswer.Error(410, "SyncStateNotFound");
        List<string> ids;
        if (Token(query, "$deltatoken") is { } delta)
        {
            var known = delta.Split('-');
            if (known[0] != $"{generation}") return GraphAnswer.Error(410, "SyncStateNotFound");
            ids = [.. changes.Skip(int.Parse(known[1], CultureInfo.InvariantCulture)).Distinct()];
        }
        else
        {
            ids = [.. messages.Where(one => one.Value.Folder == Inbox).Select(one => one.Key)];
        }

        var link = $"{graph}/users/{Address}/mailFolders/inbox/messages/delta()?";
        var last = $"{link}$deltatoken={generation}-{changes.Count}";
        var chunks = Arrange(ids.Count).Select(index => ids[index]).Chunk(PageSize).DefaultIfEmpty([]).ToList();
        string? first = null;
        for (var i = chunks.Count - 1; i >= 0; i--)
        {
            pages[first = $"{generation}-{pages.Count}"] = new(chunks[i], last, i == chunks.Count - 1);
            last = $"{link}$skiptoken={first}";
        }

        return Show(pages[first!]);
    }

    private GraphAnswer Show(Page page)
    {
        var value = new JsonArray([.. page.Ids.Select(Entry)]);
        return new(200, new JsonObject { ["value"] = value, [page.IsLast ? "@odata.deltaLink" : "@odata.nextLink"] = page.Next }.ToJsonString());
    }

    private JsonObject Entry(string id) => messages.TryGetValue(id, out var message) && message.Folder == Inbox
        ? new JsonObject
        {
            ["@odata.type"] = "#microsoft.graph.message",
            ["id"] = id,
            ["receivedDateTime"] = message.ReceivedAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["webLink"] = $"https://outlook.office365.example/owa/?ItemID={Uri.EscapeDataString(id)}",
        }
        : new JsonObject { ["id"] = id, ["@removed"] = new JsonObject { ["reason"] = "deleted" } };

    private GraphAnswer Found(string query)
    {
        var found = folders.Where(one => query.Contains($"displayName eq '{one.Value}'", StringComparison.Ordinal)).Select(one => new { id = one.Key, displayName = one.Value });
        return GraphAnswer.Of(new { value = found.ToArray() });
    }

    private GraphAnswer Make(string name)
    {
        if (folders.ContainsValue(name)) return GraphAnswer.Error(409, "ErrorFolderExists");
        var id = $"AAfolder{folders.Count}-{++lastId}";
        folders[id] = name;
        return new(201, JsonSerializer.Serialize(new { id, displayName = name }));
    }

    private GraphAnswer Send(GraphCall call)
    {
        // As JSON it is only asked for to see whether it is allowed: nobody to send to.
        if (call.ContentType?.StartsWith("application/json", StringComparison.Ordinal) is true) return GraphAnswer.Error(400, "ErrorInvalidRecipients");
        if (call.ContentType != "text/plain") return GraphAnswer.Error(415, "UnsupportedMediaType");
        sent.Add(Encoding.UTF8.GetString(Convert.FromBase64String(call.Body)));
        return new(202);
    }

    private static string? Token(string query, string name) =>
        query.TrimStart('?').Split('&').FirstOrDefault(part => part.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..];

    private sealed record Message(byte[] Mime, string Folder, DateTimeOffset ReceivedAt);

    private sealed record Page(IReadOnlyList<string> Ids, string Next, bool IsLast);
}
