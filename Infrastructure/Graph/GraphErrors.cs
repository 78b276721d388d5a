using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Identity;

namespace LeerkringBot.Infrastructure.Graph;

/// <summary>Makes every refusal a <see cref="GraphException"/>, whatever its body is: the SDK only understands JSON, and gateways answer in HTML.</summary>
public sealed class GraphErrors : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response;
        try
        {
            response = await base.SendAsync(request, cancellationToken);
        }
        catch (Exception fault) when (fault is HttpRequestException || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new GraphException(null, null, "Microsoft Graph did not answer.", inner: fault);
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
        catch (JsonException)
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
