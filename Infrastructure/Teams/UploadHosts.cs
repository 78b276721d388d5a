namespace LeerkringBot.Infrastructure.Teams;

/// <summary>Where the bot may put a file. The address comes with an activity, so it could be anybody's.</summary>
/// <param name="alsoAllowed">Origins beside SharePoint's own, such as "http://127.0.0.1:5000".</param>
public sealed class UploadHosts(params IReadOnlyList<string> alsoAllowed)
{
    /// <summary>OneDrive for Business is SharePoint: "tenant-my.sharepoint.com". Bots have no file consent in GCC High and DoD.</summary>
    private const string SharePoint = ".sharepoint.com";

    public bool Allows(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) && url.UserInfo.Length == 0
        && (alsoAllowed.Contains(url.GetLeftPart(UriPartial.Authority), StringComparer.OrdinalIgnoreCase)
            || url.Scheme == Uri.UriSchemeHttps && url.IsDefaultPort && url.Host.EndsWith(SharePoint, StringComparison.OrdinalIgnoreCase));
}
