using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;

namespace LeerkringBot.Cards.Broadcasts;

/// <summary>An organiser chooses what to send, and where.</summary>
public static class ComposeCard
{
    public static readonly CardAction<PreviewData> Preview = new("broadcast.preview");

    /// <summary>Prefix of <see cref="PreviewData.Where"/> for a channel itself.</summary>
    public const string ToChannel = "channel:";

    /// <summary>Prefix of <see cref="PreviewData.Where"/> for the members of a channel's team, each personally.</summary>
    public const string ToMembers = "team:";

    private const int MostUnfolded = 6;

    /// <summary>Groups of people that what is sent may go to, beside channels and teams: kinds of audience.</summary>
    /// <param name="kind">What is sent.</param>
    public static IReadOnlyList<string> Groups(string kind) => kind switch
    {
        "invitation" => ["everybody", "unanswered", "registered"],
        "poll" => ["everybody", "silent"],
        _ => ["everybody"],
    };

    /// <param name="Kind">What is sent: "invitation" or "poll".</param>
    /// <param name="Draft">Makes sending twice the same as once.</param>
    /// <param name="Subject">Chosen.</param>
    /// <param name="Where">Chosen: a prefix and a <see cref="ChannelId"/>.</param>
    /// <param name="LastDay">Of a new poll, yyyy-MM-dd.</param>
    public sealed record PreviewData(string Kind, string Draft, string? Subject = null, string? Where = null, string? LastDay = null);

    /// <param name="Subjects">What can be sent.</param>
    /// <param name="LastDay">Proposed last day for a new subject, with its bounds; null where there is nothing to choose.</param>
    public sealed record Choices(IReadOnlyList<Choice> Subjects, (DateOnly Proposed, DateOnly First)? LastDay);

    public static AdaptiveCard Render(string kind, Choices choices, IReadOnlyList<Channel> channels, IReadOnlyList<string> groups, PreviewData chosen, string? mistake, Texts texts) =>
        new(
            [
                .. mistake is null ? Array.Empty<CardElement>() : [Part.Notice(mistake, "warning")],
                Part.Title(texts[$"Compose.{kind}.Title"]),
                .. choices.Subjects.Count == 0 ? [new TextBlock(texts.Rich($"Compose.{kind}.Nothing"))]
                    : channels.Count == 0 ? [new TextBlock(texts.Rich("Compose.NoChannels"))]
                    : Inputs(kind, choices, channels, groups, chosen, texts),
            ],
            texts[$"Compose.{kind}.Title"])
        {
            Lang = texts.Lang,
        };

    private static IEnumerable<CardElement> Inputs(string kind, Choices choices, IReadOnlyList<Channel> channels, IReadOnlyList<string> groups, PreviewData chosen, Texts texts)
    {
        yield return new ChoiceSetInput(texts[$"Compose.{kind}.Subject"], choices.Subjects)
        {
            Id = "subject",
            Value = chosen.Subject ?? choices.Subjects[0].Value,
            // A list that folds shows one line and cuts it off.
            Style = choices.Subjects.Count <= MostUnfolded ? "expanded" : "compact",
            Wrap = true,
            IsRequired = true,
            ErrorMessage = texts["Compose.SubjectFirst"],
        };
        if (choices.LastDay is { } last)
        {
            yield return new DateInput(texts[$"Compose.{kind}.LastDay"])
            {
                Id = "lastDay",
                Value = chosen.LastDay ?? last.Proposed.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                Min = last.First.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                IsRequired = true,
                ErrorMessage = texts["Compose.LastDayFirst"],
            };
        }

        yield return new ChoiceSetInput(texts["Compose.Where"],
        [
            .. channels.Select(channel => new Choice(texts.Plain("Compose.Channel", channel.Name, channel.TeamName), ToChannel + channel.Id)),
            .. channels.DistinctBy(channel => channel.Team).Select(channel => new Choice(texts.Plain("Compose.Members", channel.TeamName), ToMembers + channel.Id)),
            .. groups.Select(group => new Choice(texts[$"Compose.To.{group}"], group + ":")),
        ])
        {
            Id = "where",
            Value = chosen.Where ?? ToChannel + channels[0].Id,
            Style = "expanded",
            Wrap = true,
            IsRequired = true,
            ErrorMessage = texts["Compose.WhereFirst"],
        };
        yield return Part.Buttons(Preview.Button(texts["Compose.Preview"], new(kind, chosen.Draft)));
    }
}
