namespace LeerkringBot.Infrastructure.Teams;

/// <summary>How long a response asks to wait.</summary>
internal static class RetryAfter
{
    /// <summary>A moment counts from the one that the response itself names, so that our clock need not agree; a moment gone by is no wait at all.</summary>
    /// <param name="response">With the header Retry-After, in seconds or as a date, or without.</param>
    /// <param name="clock">For a response that names no moment.</param>
    /// <returns>Null where it doesn't ask.</returns>
    public static TimeSpan? Of(HttpResponseMessage response, TimeProvider clock) => response.Headers.RetryAfter switch
    {
        { Delta: { } wait } => wait,
        { Date: { } until } => until - (response.Headers.Date ?? clock.GetUtcNow()) is { Ticks: > 0 } wait ? wait : TimeSpan.Zero,
        _ => null,
    };
}
