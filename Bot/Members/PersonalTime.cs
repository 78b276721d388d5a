using System.Globalization;
using LeerkringBot.Domain;

namespace LeerkringBot.Bot.Members;

/// <summary>Moments in a person's file.</summary>
public static class PersonalTime
{
    /// <summary>"2027-02-04 13:30", Dutch time: for people and programs alike.</summary>
    public static string Of(DateTimeOffset moment) => DutchTime.WallClock(moment).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
