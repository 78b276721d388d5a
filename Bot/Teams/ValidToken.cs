using System.Collections.Frozen;
using LeerkringBot.Infrastructure.Teams;

namespace LeerkringBot.Bot.Teams;

/// <summary>A token that passed every check that needs no activity.</summary>
/// <param name="ServiceUrl">For which connector it was made.</param>
/// <param name="Endorsements">For which channels its key may sign.</param>
/// <param name="ExpiresAt">With the skew.</param>
public sealed record ValidToken(string ServiceUrl, FrozenSet<string> Endorsements, DateTimeOffset ExpiresAt)
{
    public bool Covers(Activity activity) =>
        activity.ChannelId is { } channel && Endorsements.Contains(channel)
        && ServiceUrl.Equals(activity.ServiceUrl, StringComparison.OrdinalIgnoreCase);
}
