using System.Collections.Immutable;
using System.Globalization;

namespace LeerkringBot.Domain.Polls;

/// <summary>The poll that a typed text means, as far as it can be read, and all that is wrong with it.</summary>
public sealed record PollReading(Poll Poll, ImmutableArray<PollMistake> Mistakes)
{
    /// <param name="text">As typed.</param>
    /// <param name="id">Which poll it is, or will be.</param>
    /// <param name="before">As it stands; null for a new poll.</param>
    /// <param name="now">A closing moment that changes must be ahead.</param>
    public static PollReading Of(PollText text, PollId id, Poll? before, DateTimeOffset now)
    {
        var mistakes = new List<PollMistake>();
        var closesAt = Closing(text);
        if (closesAt is null) mistakes.Add(new(PollField.ClosesAt, text.LastDay.Length == 0 ? PollFault.Missing : PollFault.Unreadable));
        var poll = new Poll
        {
            Id = id,
            Template = text.Template,
            Question = text.Question.Trim(),
            Explanation = text.Explanation.Trim(),
            Links = [.. Lines(text.Links).Select(Link)],
            Options = Options(text, before),
            Gathering = text.Template == PollTemplate.Host && GatheringId.TryParse(text.Gathering, out var gathering) ? gathering : null,
            Form = text.Template switch { PollTemplate.Host => PollForm.OneChoice, PollTemplate.Dates => PollForm.YesIfNeedBeNo, _ => text.Form },
            Per = text.Template == PollTemplate.Host ? VoterKind.Municipality : text.Per,
            Results = text.Results,
            IsAnonymous = text.IsAnonymous,
            Details = text.Template == PollTemplate.Host ? HostPoll.Details : [.. text.Details.Split(',', StringSplitOptions.RemoveEmptyEntries).Where(name => Enum.TryParse<PollDetail>(name, out var detail) && Enum.IsDefined(detail)).Select(Enum.Parse<PollDetail>).Distinct()],
            // To the minute that was typed: what was not touched is not a change.
            ClosesAt = before is not null && PollText.Of(before) is var stands && (text.LastDay, text.LastTime) == (stands.LastDay, stands.LastTime) ? before.ClosesAt : closesAt ?? before?.ClosesAt ?? now.AddDays(1),
            Host = before?.Host,
            By = before?.By,
            HasAnswers = before?.HasAnswers ?? false,
            Stamp = before?.Stamp,
        };
        if (text.Template == PollTemplate.Dates && text.NewDateFault(now) is { } fault) mistakes.Add(new(PollField.NewDate, fault, Number: PollLimits.MostDates));
        mistakes.AddRange(PollRules.Mistakes(poll));
        mistakes.AddRange(PollRules.Forbidden(before, poll, now));
        return new(poll, [.. mistakes.DistinctBy(mistake => (mistake.Field, mistake.Item)).OrderBy(mistake => mistake.Field)]);
    }

    private static DateTimeOffset? Closing(PollText text)
    {
        if (!DateOnly.TryParseExact(text.LastDay, PollText.Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day.Year is < 2000 or > 9000) return null;
        if (text.LastTime.Trim().Length == 0) return DutchTime.At(day.AddDays(1), TimeOnly.MinValue);
        return TimeOnly.TryParseExact(text.LastTime, PollText.Clock, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? DutchTime.At(day, time) : null;
    }

    private static ImmutableArray<PollOption> Options(PollText text, Poll? before)
    {
        if (text.Template == PollTemplate.Thorbecke) return ThorbeckePoll.Create(new("new"), default).Options;
        if (text.Template == PollTemplate.Host) return HostPoll.Options;
        // What stands keeps its keys; cards that were sent carry them.
        if (before is not null && before.Question == text.Question.Trim() && PollText.Of(before).Options.Split('\n').SequenceEqual(Lines(text.Options))) return before.Options;
        return
        [
            .. Lines(text.Options).Select(title => new PollOption(KeyOf(text.Question.Trim(), title), title) { Moment = text.Template == PollTemplate.Dates ? PollMoment.Read(title) : null }),
        ];
    }

    // An old card must never answer a question that it doesn't show: another question or title makes another key.
    private static string KeyOf(string question, string title) =>
        $"{Slug.Of(title, "optie")[..Math.Min(24, Slug.Of(title, "optie").Length)]}-{Key.Hash($"{question}\n{title}", 10)}";

    private static PollLink Link(string line)
    {
        var at = line.LastIndexOf(' ');
        return at < 0 ? new(Host(line), line) : new(line[..at].Trim(), line[(at + 1)..]);
    }

    private static string Host(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Host.Length > 0 ? uri.Host : address;

    private static IEnumerable<string> Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
