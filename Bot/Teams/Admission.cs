using System.Net;
using LeerkringBot.Infrastructure.Teams;

namespace LeerkringBot.Bot.Teams;

/// <summary>Who may come in: the channel service with a token for us, from an allowed tenant; without an app registration, programs on this machine.</summary>
/// <param name="settings">Whether there is a registration, and the tenants.</param>
/// <param name="tokens">Null without a registration.</param>
public sealed class Admission(TeamsSettings settings, IncomingTokens? tokens)
{
    private const string Teams = "msteams";

    /// <returns>A status to refuse with, or the token; neither without a registration.</returns>
    public async ValueTask<(int? Refusal, ValidToken? Token)> AtTheDoor(HttpContext http)
    {
        if (tokens is null) return (IsLocal(http) ? null : StatusCodes.Status403Forbidden, null);
        var token = await tokens.Validate(http.Request.Headers.Authorization, http.RequestAborted);
        return (token is null ? StatusCodes.Status401Unauthorized : null, token);
    }

    /// <returns>A status to refuse with, or null.</returns>
    public int? Refusal(ValidToken? token, Activity activity)
    {
        if (tokens is not null && (activity.ChannelId != Teams || token?.Covers(activity) is not true)) return StatusCodes.Status401Unauthorized;
        return IsOurs(activity) ? null : StatusCodes.Status403Forbidden;
    }

    private bool IsOurs(Activity activity)
    {
        if (settings.AllowedTenants.Count == 0) return true;
        var (one, other) = (activity.ChannelData?.Tenant?.Id, activity.Conversation?.TenantId);
        return (one ?? other) is not null
            && (one is null || settings.AllowedTenants.Contains(one))
            && (other is null || settings.AllowedTenants.Contains(other));
    }

    // A tunnel or proxy on this machine calls for others, and says so; a web page in a browser here calls under another host name.
    private static bool IsLocal(HttpContext http)
    {
        var request = http.Request;
        return (http.Connection.RemoteIpAddress is not { } caller || IPAddress.IsLoopback(caller))
            && !request.Headers.ContainsKey("Forwarded") && !request.Headers.ContainsKey("X-Forwarded-For") && !request.Headers.ContainsKey("X-Forwarded-Host")
            && (request.Host.Host == "localhost" || IPAddress.TryParse(request.Host.Host.Trim('[', ']'), out var host) && IPAddress.IsLoopback(host));
    }
}
