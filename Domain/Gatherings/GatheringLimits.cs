namespace LeerkringBot.Domain.Gatherings;

/// <summary>How long things may be. Together they keep an invitation well under the 28 KB that Teams takes.</summary>
public static class GatheringLimits
{
    public const int Title = 120;
    public const int Kind = 60;
    public const int Why = 4000;
    public const int PlaceName = 120;
    public const int Address = 200;
    public const int ItemTitle = 400;
    public const int Room = 60;
    public const int Audience = 60;
    public const int Host = 120;
    public const int Contact = 200;
    public const int Question = 200;
    public const int Choice = 80;
    public const int TrackTitle = 120;
    public const int Cancellation = 500;
    public const int Places = 100_000;

    public const int Items = 25;
    public const int Lines = 8;
    public const int Questions = 8;
    public const int Choices = 10;
    public const int Rounds = 5;
    public const int Tracks = 8;

    /// <summary>Of all texts together, in UTF-8.</summary>
    public const int Bytes = 8000;
}
