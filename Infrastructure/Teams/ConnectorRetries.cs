using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Timeout;

namespace LeerkringBot.Infrastructure.Teams;

/// <summary>What may be repeated is repeated, at the connector's pace: GET, PUT and DELETE on the statuses that the platform names. A POST is tried once: its message may have arrived. What has a turn of <see cref="Pace"/> is tried once too: the next try takes another turn.</summary>
public static class ConnectorRetries
{
    internal static readonly HttpRequestOptionsKey<bool> IsPaced = new(nameof(IsPaced));

    public static void AddConnectorRetries(this IHttpClientBuilder client) =>
        client.AddResilienceHandler("connector", (pipeline, context) =>
        {
            var clock = context.ServiceProvider.GetRequiredService<TimeProvider>();
            var options = context.ServiceProvider.GetRequiredService<IOptions<ConnectorOptions>>().Value;
            pipeline
                .AddRetry(new HttpRetryStrategyOptions
                {
                    MaxRetryAttempts = options.Retries,
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                    Delay = options.RetryDelay,
                    MaxDelay = options.MaxRetryDelay,
                    ShouldRetryAfterHeader = true,
                    ShouldHandle = attempt => ValueTask.FromResult(
                        IsRepeatable(attempt.Context.GetRequestMessage())
                        && (attempt.Outcome.Exception is HttpRequestException or TimeoutRejectedException
                            || attempt.Outcome.Exception is OperationCanceledException && !attempt.Context.CancellationToken.IsCancellationRequested
                            || attempt.Outcome.Result is { } response && IsPassing(response.StatusCode) && !(RetryAfter.Of(response, clock) > options.MaxRetryDelay))),
                })
                .AddTimeout(options.AttemptTimeout);
        });

    private static bool IsRepeatable(HttpRequestMessage? request) =>
        request is not null && !(request.Options.TryGetValue(IsPaced, out var isPaced) && isPaced)
        && (request.Method == HttpMethod.Get || request.Method == HttpMethod.Put || request.Method == HttpMethod.Delete);

    private static bool IsPassing(HttpStatusCode status) =>
        status is HttpStatusCode.PreconditionFailed or HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;
}
