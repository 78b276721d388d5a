using System.Collections.Immutable;
using System.Globalization;

namespace LeerkringBot.Domain.Gatherings;

/// <summary>Makes a gathering of what an organiser typed.</summary>
/// <param name="Gathering">Good for nothing while there are mistakes.</param>
/// <param name="Mistakes">In the order of the form.</param>
public sealed record GatheringReading(Gathering Gathering, ImmutableArray<GatheringMistake> Mistakes)
{
    /// <param name="text">As typed.</param>
    /// <param name="id">Which it is or will be.</param>
    /// <param name="before">As it stands; null for a new one.</param>
    /// <param name="today">The Dutch day.</param>
    public static GatheringReading Of(GatheringText text, GatheringId id, Gathering? before, DateOnly today)
    {
        var mistakes = new List<GatheringMistake>();
        var date = Day(GatheringField.Date, text.Date);
        var lastDay = Day(GatheringField.RegisterBefore, text.LastDay);
        var (programme, unreadItems) = ProgrammeText.Read(text.Programme);
        var (rounds, unreadRounds) = RoundsText.Read(text.Rounds, before?.Rounds ?? []);
        var gathering = new Gathering
        {
            Id = id,
            Title = text.Title.Trim(),
            Kind = text.Kind.Trim(),
            Why = text.Why.ReplaceLineEndings("\n").Trim(),
            Date = date,
            Start = Time(GatheringField.Start, text.Start),
            End = Time(GatheringField.End, text.End),
            Place = new(text.PlaceName.Trim(), text.Address.Trim()),
            Programme = programme,
            Audience = [.. Lines.Of(text.Audience)],
            Roles = [.. text.Roles.Split(',').SelectMany(name => Enum.TryParse<Role>(name, out var role) && Enum.IsDefined(role) ? [role] : Array.Empty<Role>()).Distinct().Order()],
            Hosts = [.. Lines.Of(text.Hosts)],
            RegisterBefore = lastDay < DateOnly.MaxValue ? lastDay.AddDays(1) : lastDay,
            Contact = text.Contact.Trim(),
            Capacity = Capacity(),
            NeedsApproval = text.NeedsApproval,
            Rounds = rounds,
            Questions = [.. text.Questions.Select(question => question.Read())],
            AsksWishes = text.AsksWishes,
            Revision = before?.Revision ?? 0,
            Before = before?.Before,
            Cancellation = before?.Cancellation,
        };
        mistakes.AddRange([.. unreadItems, .. unreadRounds]);
        var unread = mistakes.Select(mistake => mistake.Field).ToHashSet();
        var ruled = GatheringRules.Mistakes(gathering).Concat(GatheringRules.Gone(gathering, before, today)).Where(mistake => !unread.Contains(mistake.Field) && !unread.Contains(ComparedWith(mistake)));
        return new(gathering, [.. mistakes.Concat(ruled).OrderBy(mistake => mistake.Field)]);

        DateOnly Day(GatheringField field, string typed)
        {
            if (DateOnly.TryParseExact(typed.Trim(), GatheringText.Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
            mistakes.Add(new(field, typed.Trim().Length == 0 ? GatheringFault.Missing : GatheringFault.Unreadable));
            return DateOnly.MinValue;
        }

        TimeOnly Time(GatheringField field, string typed)
        {
            if (TimeSpanText.Time(typed) is { } time) return time;
            mistakes.Add(new(field, typed.Trim().Length == 0 ? GatheringFault.Missing : GatheringFault.Unreadable));
            return TimeOnly.MinValue;
        }

        int? Capacity()
        {
            if (text.Capacity.Trim().Length == 0) return null;
            if (int.TryParse(text.Capacity.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var places)) return places;
            mistakes.Add(new(GatheringField.Capacity, GatheringFault.Unreadable));
            return null;
        }
    }

    // Compared with something that can't be read, anything would be wrong.
    private static GatheringField ComparedWith(GatheringMistake mistake) => mistake switch
    {
        { Field: GatheringField.End, Fault: GatheringFault.NotAfterStart } => GatheringField.Start,
        { Field: GatheringField.RegisterBefore } => GatheringField.Date,
        _ => mistake.Field,
    };
}
