using System.Text;
using System.Text.Json.Nodes;

namespace LeerkringBot.Graph;

/// <summary>Who has which Teams app, as Graph tells and changes it (learn: graph/api/userteamwork-post-installedapps).</summary>
internal sealed class Teamwork
{
    private readonly Lock gate = new();
    private readonly HashSet<string> users = [];
    private readonly HashSet<string> installed = [];

    /// <summary>The id of the one app in the catalogue.</summary>
    public Guid App { get; } = new("b1c5353a-7aca-41b3-830f-27d5218fe0e5");

    /// <summary>How often the app was really installed, by user.</summary>
    public Dictionary<string, int> Installations { get; } = [];

    /// <summary>Somebody in the directory.</summary>
    public void Add(string user)
    {
        lock (gate) users.Add(user);
    }

    public bool Has(string user)
    {
        lock (gate) return installed.Contains(user);
    }

    public void Install(string user)
    {
        lock (gate)
        {
            users.Add(user);
            installed.Add(user);
        }
    }

    public static string Chat(string user) => $"19:{user}_bot@unq.gbl.spaces";

    /// <returns>Null where it is about something else.</returns>
    public GraphAnswer? Answer(GraphCall call)
    {
        if (call.Path.Split('/') is not ["users", var user, "teamwork", "installedApps", .. var rest]) return null;
        lock (gate)
        {
            if (!users.Contains(user)) return GraphAnswer.Error(404, "NotFound");
            return (call.Method, rest) switch
            {
                ("POST", []) => Add(user, call.Body),
                ("GET", []) when call.Query.Contains($"teamsApp/id eq '{App}'", StringComparison.Ordinal) =>
                    GraphAnswer.Of(new { value = installed.Contains(user) ? [new { id = Installation(user) }] : Array.Empty<object>() }),
                ("GET", [var installation, "chat"]) when installed.Contains(user) && installation == Installation(user) => GraphAnswer.Of(new { id = Chat(user), chatType = "oneOnOne" }),
                _ => GraphAnswer.Error(404, "NotFound"),
            };
        }
    }

    private GraphAnswer Add(string user, string body)
    {
        if ((string?)JsonNode.Parse(body)!["teamsApp@odata.bind"] is not { } app || !app.EndsWith($"/v1.0/appCatalogs/teamsApps/{App}", StringComparison.Ordinal)) return GraphAnswer.Error(404, "NotFound");
        if (!installed.Add(user)) return GraphAnswer.Error(409, "Conflict");
        Installations[user] = Installations.GetValueOrDefault(user) + 1;
        return new(201);
    }

    // As Graph makes it: not an id that goes into a path as it is.
    private string Installation(string user) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}##{App}"));
}
