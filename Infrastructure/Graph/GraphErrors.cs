using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LeerkringBot.Infrastructure.Graph;

/// <summary>Makes every refusal a <see cref="GraphException"/>, whatever its body is: the SDK only understands JSON, and gateways answer in HTML.</summary>
/// <param name="longest">So long one request may take.</param>
public sealed class GraphErrors(TimeSpan longest) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        ending.CancelAfter(longest);
        HttpResponseMessage response;
        try
        {
            response = await base.SendAsync(request, ending.Token);
            // What is short is read to its end here, so that what breaks off does so here as well; a mail may be long.
            if (response.Content.Headers.ContentType?.MediaType == "application/json") await response.Content.LoadIntoBufferAsync(ending.Token);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            throw new GraphException(null, null, "Microsoft Graph did not answer.", inner: fault) { NeverLeft = (fault as HttpRequestException)?.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError };
        }
        catch (OperationCanceledException fault) when (!cancellationToken.IsCancellationRequested)
        {
            // If it wasn't our own patience that ended, no connection was made in time.
            throw new GraphException(null, null, "Microsoft Graph did not answer in time.", inner: fault) { NeverLeft = !ending.IsCancellationRequested };
        }

        if (response.IsSuccessStatusCode) return response;
        using (response) throw await Refusal(response, cancellationToken);
    }

    private static async Task<GraphException> Refusal(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var (code, message) = Error(await Body(response, cancellationToken));
        return new(response.StatusCode, code, message ?? $"Microsoft Graph answered {(int)response.StatusCode}.", RetryAfter(response));
    }

    private static async Task<string> Body(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await response.Content.ReadAsStringAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is HttpRequestException or InvalidOperationException)
        {
            return "";
        }
    }

    private static (string? Code, string? Message) Error(string body)
    {
        try
        {
            return JsonNode.Parse(body) is JsonObject answer && answer["error"] is JsonObject error ? (Text(error["code"]), Text(error["message"])) : (null, null);
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException or InvalidOperationException)
        {
            return (null, null);
        }
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    // Graph also says 2.128, which is no header of HTTP.
    private static TimeSpan? RetryAfter(HttpResponseMessage response) =>
        response.Headers.TryGetValues("Retry-After", out var values)
        && double.TryParse(values.First(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(Math.Min(Math.Ceiling(seconds), TimeSpan.FromHours(1).TotalSeconds))
            : null;
}
