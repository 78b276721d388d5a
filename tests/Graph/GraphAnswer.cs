using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace LeerkringBot.Graph;

/// <summary>What Graph answers.</summary>
/// <param name="Status">Of HTTP; 0 closes the connection without an answer.</param>
/// <param name="Body">Null for none.</param>
/// <param name="ContentType">Of the body.</param>
/// <param name="RetryAfter">The header as Graph writes it, "3" or "2.128"; null for none.</param>
internal sealed record GraphAnswer(int Status, string? Body = null, string ContentType = "application/json", string? RetryAfter = null)
{
    public static GraphAnswer NoAnswer { get; } = new(0);

    /// <summary>In place of <see cref="Body"/>.</summary>
    public byte[]? Bytes { get; init; }

    /// <summary>Breaks off in the middle of the bytes.</summary>
    public bool BreaksOff { get; init; }

    public static GraphAnswer Of(object body) => new(200, JsonSerializer.Serialize(body));

    public static GraphAnswer Error(int status, string code, string? retryAfter = null) =>
        new(status, JsonSerializer.Serialize(new { error = new { code, message = $"In Graph's words: {code}.", innerError = new { date = "2027-01-05T09:00:00" } } }), RetryAfter: retryAfter);

    public async Task Write(HttpContext http)
    {
        if (Status == 0)
        {
            http.Abort();
            return;
        }

        http.Response.StatusCode = Status;
        if (RetryAfter is not null) http.Response.Headers.RetryAfter = RetryAfter;
        if (Bytes is not null)
        {
            (http.Response.ContentType, http.Response.ContentLength) = (ContentType, Bytes.Length);
            await http.Response.Body.WriteAsync(Bytes.AsMemory(0, BreaksOff ? Bytes.Length / 2 : Bytes.Length));
            if (BreaksOff) http.Abort();
            return;
        }

        if (Body is null) return;
        http.Response.ContentType = ContentType;
        await http.Response.WriteAsync(Body);
    }
}
