using System.Collections.Immutable;
using System.Globalization;

namespace LeerkringBot.Infrastructure.Teams;

/// <summary>How fast Teams lets a bot send (learn: bots/how-to/rate-limit).</summary>
/// <param name="PerSecond">Requests of the app and tenant together; 1 to 1,000,000.</param>
/// <param name="PerConversation">So many in so long a window; of each conversation, all of them hold.</param>
public sealed record PaceOptions(double PerSecond, ImmutableArray<(int Most, TimeSpan Window)> PerConversation)
{
    public static PaceOptions Teams { get; } = new(50, Read("7/1 8/2 60/30 1800/3600"));

    /// <param name="text">Pairs such as "7/1 60/30": a number and seconds.</param>
    /// <exception cref="FormatException">It is something else.</exception>
    public static ImmutableArray<(int Most, TimeSpan Window)> Read(string text) =>
    [
        .. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('/') is [var most, var seconds]
            && int.TryParse(most, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            && int.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var window) && window > 0
                ? (number, TimeSpan.FromSeconds(window))
                : throw new FormatException($"'{pair}' is not a number and seconds, such as 7/1.")),
    ];
}
