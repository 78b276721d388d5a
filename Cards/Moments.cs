using LeerkringBot.Domain;

namespace LeerkringBot.Cards;

/// <summary>"donderdag 21 januari 2027, 09.00 uur".</summary>
public static class Moments
{
    public static string Of(DateTimeOffset moment, Texts texts)
    {
        var local = DutchTime.WallClock(moment);
        return texts.Plain("Delivery.At", texts.Day(DateOnly.FromDateTime(local), 0), texts.Time(TimeOnly.FromDateTime(local)));
    }
}
