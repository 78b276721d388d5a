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
        "invitation" => ["everybody", "unanswered", "registered", .. Picked],
        "poll" => ["everybody", "silent", .. Picked],
        "poll-reminder" => ["reminder-silent"],
        _ => ["everybody", .. Picked],
    };

    /// <summary>Kinds of audience whose members are picked after this card.</summary>
    public static IReadOnlyList<string> Picked { get; } = ["role", "municipalities", "people"];

    /// <summary>A subject that is made when it is sent.</summary>
    public const string New = "new";

    /// <param name="Kind">What is sent: "invitation", "poll", "message" or "resource".</param>
    /// <param name="Draft">Makes sending twice the same as once.</param>
    /// <param name="Subject">Chosen.</param>
    /// <param name="Where">Chosen: a prefix and a <see cref="ChannelId"/>.</param>
    /// <param name="LastDay">Of a new poll, yyyy-MM-dd.</param>
    public sealed record PreviewData(string Kind, string Draft, string? Subject = null, string? Where = null, string? LastDay = null);

    /// <param name="Subjects">What can be sent.</param>
    /// <param name="LastDay">Proposed last day for a new subject, with its bounds; null where there is nothing to choose.</param>
    public sealed record Choices(IReadOnlyList<Choice> Subjects, (DateOnly Proposed, DateOnly First)? LastDay);

    /// <param name="kind">What is sent.</param>
    /// <param name="choices">Null where it was written before.</param>
    /// <param name="channels">Where it can go.</param>
    /// <param name="groups">Whom it can go to.</param>
    /// <param name="chosen">So far.</param>
    /// <param name="mistake">What is wrong, or null.</param>
    /// <param name="texts">In the organiser's language.</param>
    public static AdaptiveCard Render(string kind, Choices? choices, IReadOnlyList<Channel> channels, IReadOnlyList<string> groups, PreviewData chosen, string? mistake, Texts texts) =>
        new(
            [
                .. mistake is null ? Array.Empty<CardElement>() : [Part.Notice(mistake, "warning")],
                Part.Title(texts[$"Compose.{kind}.Title"]),
                .. choices is { Subjects.Count: 0 } ? [new TextBlock(texts.Rich($"Compose.{kind}.Nothing"))] : Inputs(kind, choices, channels, groups, chosen, texts),
            ],
            texts[$"Compose.{kind}.Title"])
        {
            Lang = texts.Lang,
        };

    private static IEnumerable<CardElement> Inputs(string kind, Choices? choices, IReadOnlyList<Channel> channels, IReadOnlyList<string> groups, PreviewData chosen, Texts texts) =>
    [
        .. choices is null ? [] : Subject(kind, choices, chosen, texts),
        .. channels.Count == 0 ? [Part.Note(texts.Rich("Compose.NoChannels"))] : Array.Empty<CardElement>(),
        new ChoiceSetInput(texts["Compose.Where"],
        [
            .. channels.Select(channel => new Choice(texts.Plain("Compose.Channel", channel.Name, channel.TeamName), ToChannel + channel.Id)),
            .. channels.DistinctBy(channel => channel.Team).Select(channel => new Choice(texts.Plain("Compose.Members", channel.TeamName), ToMembers + channel.Id)),
            .. groups.Select(group => new Choice(texts[$"Compose.To.{group}"], group + ":")),
        ])
        {
            Id = "where",
            Value = chosen.Where ?? (channels.Count > 0 ? ToChannel + channels[0].Id : null),
            Style = "expanded",
            Wrap = true,
            IsRequired = true,
            ErrorMessage = texts["Compose.WhereFirst"],
        },
        Part.Buttons(
        [
            Preview.Button(texts["Compose.Preview"], new(kind, chosen.Draft)),
            .. WrittenCard.IsWritten(kind) ? [WriteCard.Open.Button(texts["Preview.Text"], new(chosen.Draft), withInputs: false)] : Array.Empty<CardButton>(),
        ]),
    ];

    private static IEnumerable<CardElement> Subject(string kind, Choices choices, PreviewData chosen, Texts texts)
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
    }
}
