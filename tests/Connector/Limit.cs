using System.Globalization;

namespace LeerkringBot.Connector;

/// <summary>At most so many requests in any stretch of time as long as <paramref name="Within"/>.</summary>
internal sealed record Limit(int Requests, TimeSpan Within)
{
    /// <param name="text">Such as "7/1 8/2": requests and seconds. Empty for none.</param>
    public static IReadOnlyList<Limit> Parse(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split('/')).Select(pair => new Limit(Number(pair[0]), TimeSpan.FromSeconds(Number(pair[1]))))];

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
