using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace LeerkringBot.Domain.Registrations;

/// <summary>Who was there.</summary>
public static class AttendanceRules
{
    private const string CodeLetters = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private const int CodeLength = 5;

    /// <summary>How long before the start one can check in.</summary>
    public static TimeSpan Early { get; } = TimeSpan.FromHours(1);

    /// <summary>Whether one can check in now.</summary>
    public static bool IsOpen(RegistrationSheet sheet, DateTimeOffset now) => !Admission.IsOver(sheet, now) && now >= sheet.StartsAt - Early;

    /// <summary>What stands on the wall that day: five letters and digits that can't be mistaken for each other.</summary>
    public static string Code(RegistrationSheet sheet)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{sheet.Secret} {sheet.Gathering} {DutchTime.DayOf(sheet.StartsAt):O}"));
        return string.Concat(hash.Take(CodeLength).Select(one => CodeLetters[one % CodeLetters.Length]));
    }

    public static RegistrationChange<AttendanceOutcome> CheckIn(RegistrationSheet sheet, Registration? mine, DateTimeOffset now)
    {
        if (!IsOpen(sheet, now)) return Nothing(new AttendanceOutcome.NotNow(sheet, mine));
        if (MyRegistration.Of(sheet, mine) is not MyRegistration.Coming) return Nothing(new AttendanceOutcome.NotExpected(sheet, mine));
        if (mine!.PresentAt is not null) return Nothing(new AttendanceOutcome.Present(sheet, mine));
        var (next, present) = (sheet with { Present = sheet.Present + 1 }, mine with { PresentAt = now });
        return new(new AttendanceOutcome.Present(next, present), next, [present], []);
    }

    /// <summary>An organiser ticks a list; also afterwards.</summary>
    /// <param name="sheet">As it stands.</param>
    /// <param name="shown">Who stood on the list.</param>
    /// <param name="present">Who is ticked.</param>
    /// <param name="now">The moment.</param>
    public static RegistrationChange<RegistrationSheet> Tick(RegistrationSheet sheet, IReadOnlyCollection<Registration> shown, IReadOnlyCollection<MemberId> present, DateTimeOffset now)
    {
        ImmutableArray<Registration> changed =
        [
            .. shown.Where(one => MyRegistration.Of(sheet, one) is MyRegistration.Coming && present.Contains(one.Member) == one.PresentAt is null)
                .Select(one => one with { PresentAt = one.PresentAt is null ? now : null }),
        ];
        if (changed.IsEmpty || sheet.IsCancelled || now < sheet.StartsAt - Early) return RegistrationChange.Nothing(sheet);
        var next = sheet with { Present = sheet.Present + changed.Sum(one => one.PresentAt is null ? -1 : 1) };
        return new(next, next, changed, []);
    }

    private static RegistrationChange<AttendanceOutcome> Nothing(AttendanceOutcome outcome) => RegistrationChange.Nothing(outcome);
}
