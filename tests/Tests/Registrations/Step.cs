namespace LeerkringBot.Tests.Registrations;

/// <summary>One thing that somebody does, or time that goes by.</summary>
public abstract record Step
{
    public sealed record Come(int Person) : Step;

    /// <summary>Tracks: 0 none, 1 and 2 the first and second of the round.</summary>
    public sealed record Fill(int Person, int Morning, int Afternoon, bool Wishes) : Step;

    public sealed record Decline(int Person) : Step;

    public sealed record Bring(int Person, int First, int Second, bool Together) : Step;

    public sealed record CancelFor(int Person, int Colleague) : Step;

    public sealed record Confirm(int First, int Second) : Step;

    public sealed record Refuse(int Person) : Step;

    /// <summary>To the other date and later back.</summary>
    public sealed record Move(int Person) : Step;

    public sealed record CheckIn(int Person) : Step;

    public sealed record Forget(int Person) : Step;

    public sealed record Places(int Gathering, int Track, bool Approval) : Step;

    public sealed record Reaffiliate(int Person) : Step;

    public sealed record Pass(int Minutes) : Step;
}
