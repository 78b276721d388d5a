using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using LeerkringBot.Infrastructure.Teams;

namespace LeerkringBot.Bot.Teams;

/// <summary>What somebody said: without the mention of the bot and without markup; lines stay lines.</summary>
public static partial class SpokenText
{
    public static string Of(Activity activity)
    {
        var text = activity.Text ?? "";
        foreach (var mention in Mentions(activity)) text = text.Replace(mention, " ", StringComparison.Ordinal);
        return WebUtility.HtmlDecode(Tag().Replace(LineEnd().Replace(text, "\n"), " ")).Trim();
    }

    /// <summary>As they stand in the text: <c>&lt;at&gt;Leerkring&lt;/at&gt;</c>.</summary>
    private static IEnumerable<string> Mentions(Activity activity)
    {
        if (activity.Entities.ValueKind != JsonValueKind.Array || activity.Recipient?.Id is not { } bot) yield break;
        foreach (var entity in activity.Entities.EnumerateArray())
        {
            if (entity.Text("type") == "mention" && entity.Member("mentioned").Text("id") == bot && entity.Text("text") is { Length: > 0 } mention)
                yield return mention;
        }
    }

    [GeneratedRegex("<br */?>|</(p|div|li)>", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex LineEnd();

    [GeneratedRegex("<[^<>]{0,200}>", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Tag();
}
