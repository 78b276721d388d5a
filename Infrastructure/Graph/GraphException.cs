using System.Net;

namespace LeerkringBot.Infrastructure.Graph;

/// <summary>Microsoft Graph refused, or did not answer.</summary>
/// <param name="status">Null where there was no answer.</param>
/// <param name="code">Graph's own word, such as "ErrorItemNotFound"; null where it gave none.</param>
/// <param name="message">In Graph's words.</param>
/// <param name="retryAfter">How long it asks to wait; null where it did not say.</param>
/// <param name="inner">What happened instead of an answer.</param>
public sealed class GraphException(HttpStatusCode? status, string? code, string message, TimeSpan? retryAfter = null, Exception? inner = null) : Exception(message, inner)
{
    public HttpStatusCode? Status => status;

    public string? Code => code;

    public TimeSpan? RetryAfter => retryAfter;

    /// <summary>Graph was not reached, so nothing was done.</summary>
    public bool NeverLeft { get; init; }

    /// <summary>The same may succeed later. What was asked may have been done all the same.</summary>
    public bool IsPassing => status is null or HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;
}
