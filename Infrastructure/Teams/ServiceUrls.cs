namespace LeerkringBot.Infrastructure.Teams;

/// <summary>Which connectors the bot talks to. A token goes nowhere else, whatever an activity says.</summary>
/// <param name="development">No app registration: connectors on this machine only, and without a token.</param>
/// <param name="alsoAllowed">Origins beside Teams' own, such as "http://127.0.0.1:5000".</param>
public sealed class ServiceUrls(bool development, params IReadOnlyList<string> alsoAllowed)
{
    /// <summary>The connector of the public cloud, for whoever has not told theirs yet (learn: bots/how-to/conversations/send-proactive-messages).</summary>
    public const string Global = "https://smba.trafficmanager.net/teams/";

    /// <summary>Public cloud, GCC, GCC High and DoD (learn: bots/how-to/conversations/send-proactive-messages).</summary>
    private static readonly string[] Hosts =
    [
        "smba.trafficmanager.net",
        "smba.infra.gcc.teams.microsoft.com",
        "smba.infra.gov.teams.microsoft.us",
        "smba.infra.dod.teams.microsoft.us",
    ];

    public bool Allows(string? serviceUrl)
    {
        if (!Uri.TryCreate(serviceUrl, UriKind.Absolute, out var url) || url.UserInfo.Length > 0 || url.Query.Length > 0 || url.Fragment.Length > 0) return false;
        if (alsoAllowed.Contains(url.GetLeftPart(UriPartial.Authority), StringComparer.OrdinalIgnoreCase)) return true;
        if (development) return url.IsLoopback && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps);
        return url.Scheme == Uri.UriSchemeHttps && url.IsDefaultPort
            && (Hosts.Contains(url.Host, StringComparer.OrdinalIgnoreCase) || url.Host.EndsWith(".botframework.com", StringComparison.OrdinalIgnoreCase));
    }
}
