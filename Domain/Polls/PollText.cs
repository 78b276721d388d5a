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

    /// <summary>One a line.</summary>
    public string Options { get; init; } = "";

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
        return template == PollTemplate.Thorbecke
            ? Of(ThorbeckePoll.Create(new("new"), DutchTime.At(lastDay.AddDays(1), TimeOnly.MinValue)))
            : new() { Template = template, LastDay = day };
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
            Options = string.Join('\n', poll.Options.Select(option => option.Title)),
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
        Form = Pick(Form, basis.Form, stands.Form),
        Per = Pick(Per, basis.Per, stands.Per),
        Results = Pick(Results, basis.Results, stands.Results),
        IsAnonymous = Pick(IsAnonymous, basis.IsAnonymous, stands.IsAnonymous),
        Details = Pick(Details, basis.Details, stands.Details),
        LastDay = Pick(LastDay, basis.LastDay, stands.LastDay),
        LastTime = Pick(LastTime, basis.LastTime, stands.LastTime),
    };

    private static T Pick<T>(T mine, T basis, T stands) => EqualityComparer<T>.Default.Equals(mine, basis) ? stands : mine;
}
