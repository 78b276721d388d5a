using System.Globalization;

namespace LeerkringBot.Domain.Polls;

/// <summary>A poll as an organiser types it, mistakes included.</summary>
public sealed record PollText
{
    public const string Day = "yyyy-MM-dd";
    public const string Clock = "HH:mm";

    public PollTemplate Template { get; init; }

    public string Question { get; init; } = "";

    public string Explanation { get; init; } = "";

    /// <summary>One a line: a title, then an address.</summary>
    public string Links { get; init; } = "";

    /// <summary>One a line; each a <see cref="PollMoment"/> as text in a poll for dates.</summary>
    public string Options { get; init; } = "";

    /// <summary>A <see cref="GatheringId"/> as text; in a poll for hosts.</summary>
    public string Gathering { get; init; } = "";

    /// <summary>A date that is being added, <see cref="Day"/> and <see cref="Clock"/>; the times of the last one are proposed for the next.</summary>
    public string NewDay { get; init; } = "";

    public string NewStart { get; init; } = "";

    public string NewEnd { get; init; } = "";

    public PollForm Form { get; init; }

    public VoterKind Per { get; init; }

    public ResultsFor Results { get; init; }

    public bool IsAnonymous { get; init; }

    /// <summary>Names of <see cref="PollDetail"/>, with commas.</summary>
    public string Details { get; init; } = "";

    /// <summary>The last day on which one can answer, <see cref="Day"/>.</summary>
    public string LastDay { get; init; } = "";

    /// <summary>Until when on that day, <see cref="Clock"/>; empty means to its end.</summary>
    public string LastTime { get; init; } = "";

    /// <summary>What a template begins with.</summary>
    public static PollText Of(PollTemplate template, DateOnly lastDay)
    {
        var day = lastDay.ToString(Day, CultureInfo.InvariantCulture);
        return template switch
        {
            PollTemplate.Thorbecke => Of(ThorbeckePoll.Create(new("new"), DutchTime.At(lastDay.AddDays(1), TimeOnly.MinValue))),
            PollTemplate.Host => new() { Template = template, LastDay = day, Question = HostPoll.Question },
            PollTemplate.Dates => new() { Template = template, LastDay = day, Form = PollForm.YesIfNeedBeNo },
            _ => new() { Template = template, LastDay = day },
        };
    }

    public static PollText Of(Poll poll)
    {
        var closing = DutchTime.WallClock(poll.ClosesAt);
        var atMidnight = closing.TimeOfDay == TimeSpan.Zero;
        return new()
        {
            Template = poll.Template,
            Question = poll.Question,
            Explanation = poll.Explanation,
            Links = string.Join('\n', poll.Links.Select(link => $"{link.Title} {link.Address}")),
            Options = string.Join('\n', poll.Options.Select(option => option.Moment?.ToString() ?? option.Title)),
            Gathering = poll.Gathering?.ToString() ?? "",
            Form = poll.Form,
            Per = poll.Per,
            Results = poll.Results,
            IsAnonymous = poll.IsAnonymous,
            Details = string.Join(',', poll.Details),
            LastDay = (atMidnight ? closing.AddDays(-1) : closing).ToString(Day, CultureInfo.InvariantCulture),
            LastTime = atMidnight ? "" : closing.ToString(Clock, CultureInfo.InvariantCulture),
        };
    }

    /// <summary>What somebody typed over what stood when they began, brought over what stands now: what they left alone follows.</summary>
    public PollText Over(PollText basis, PollText stands) => new()
    {
        Template = stands.Template,
        Question = Pick(Question, basis.Question, stands.Question),
        Explanation = Pick(Explanation, basis.Explanation, stands.Explanation),
        Links = Pick(Links, basis.Links, stands.Links),
        Options = Pick(Options, basis.Options, stands.Options),
        Gathering = Pick(Gathering, basis.Gathering, stands.Gathering),
        NewDay = NewDay,
        NewStart = NewStart,
        NewEnd = NewEnd,
        Form = Pick(Form, basis.Form, stands.Form),
        Per = Pick(Per, basis.Per, stands.Per),
        Results = Pick(Results, basis.Results, stands.Results),
        IsAnonymous = Pick(IsAnonymous, basis.IsAnonymous, stands.IsAnonymous),
        Details = Pick(Details, basis.Details, stands.Details),
        LastDay = Pick(LastDay, basis.LastDay, stands.LastDay),
        LastTime = Pick(LastTime, basis.LastTime, stands.LastTime),
    };

    /// <summary>Somebody answered: all but explanation and closing is as it stands again.</summary>
    public PollText Answered(PollText stands) => stands with { Explanation = Explanation, LastDay = LastDay, LastTime = LastTime };

    /// <summary>The date that is being added joins the others, in their order; one that can't stays where it was typed.</summary>
    public PollText WithNewDate(DateTimeOffset now) =>
        NewDay.Length == 0 || NewDateFault(now) is not null ? this
        : this with { Options = string.Join('\n', Dates().Append(PollMoment.Read(NewDay, NewStart, NewEnd)!.ToString()).Order(StringComparer.Ordinal)), NewDay = "" };

    /// <summary>Why it can't join them; null where it can, or no day was typed.</summary>
    public PollFault? NewDateFault(DateTimeOffset now)
    {
        if (NewDay.Length == 0) return null;
        if (NewStart.Trim().Length == 0 || NewEnd.Trim().Length == 0) return PollFault.Missing;
        if (PollMoment.Read(NewDay, NewStart, NewEnd) is not { } moment) return PollFault.Unreadable;
        return moment.Fault() is { } fault ? fault
            : moment.StartsAt() <= now ? PollFault.Past
            : Dates().Contains(moment.ToString()) ? PollFault.Twice
            : Dates().Count() >= PollLimits.MostDates ? PollFault.TooMany
            : null;
    }

    private IEnumerable<string> Dates() => Options.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static T Pick<T>(T mine, T basis, T stands) => EqualityComparer<T>.Default.Equals(mine, basis) ? stands : mine;
}
