namespace LeerkringBot.Domain;

/// <summary>One way to say who is meant. Each feature has those that it knows of: who registered, who is silent on a poll.</summary>
public interface IAudience
{
    /// <summary>As it stands in <see cref="Audience.Kind"/>.</summary>
    string Kind { get; }

    /// <summary>Everybody who is meant now, each once.</summary>
    /// <param name="subject">The <see cref="Audience.Subject"/>; may be anything.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    IAsyncEnumerable<Addressee> Of(string subject, CancellationToken cancellationToken);

    /// <summary>Asked again of each recipient right before sending.</summary>
    /// <returns>Why they aren't meant any more; null while they are.</returns>
    Task<SkipReason?> Excludes(string subject, Recipient recipient, CancellationToken cancellationToken);
}

/// <param name="Recipient">Who.</param>
/// <param name="Name">Shown to organisers.</param>
public sealed record Addressee(Recipient Recipient, string Name);

/// <summary>Why somebody who was meant is passed over after all.</summary>
public enum SkipReason
{
    /// <summary>They answered in between.</summary>
    Answered,

    /// <summary>They don't belong to those meant any more.</summary>
    Left,

    /// <summary>They had themselves deleted.</summary>
    Forgotten,

    /// <summary>What it is about is over, closed or gone.</summary>
    Over,

    /// <summary>They want no reminders.</summary>
    Muted,

    /// <summary>The organiser stopped the sending.</summary>
    Cancelled,

    /// <summary>The organiser took the message back.</summary>
    Recalled,
}
