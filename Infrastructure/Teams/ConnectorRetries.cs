using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Timeout;

namespace LeerkringBot.Infrastructure.Teams;

/// <summary>What may be repeated is repeated, at the connector's pace: GET, PUT and DELETE on the statuses that the platform names. A POST is tried once: its message may have arrived.</summary>
public static class ConnectorRetries
{
    public static void AddConnectorRetries(this IHttpClientBuilder client) =>
        client.AddResilienceHandler("connector", (pipeline, context) =>
        {
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
                        IsRepeatable(attempt.Context.GetRequestMessage()?.Method)
                        && (attempt.Outcome.Exception is HttpRequestException or TimeoutRejectedException
                            || attempt.Outcome.Exception is OperationCanceledException && !attempt.Context.CancellationToken.IsCancellationRequested
                            || attempt.Outcome.Result is { } response && IsPassing(response.StatusCode) && !AsksForMore(response, options.MaxRetryDelay))),
                })
                .AddTimeout(options.AttemptTimeout);
        });

    private static bool IsRepeatable(HttpMethod? method) =>
        method == HttpMethod.Get || method == HttpMethod.Put || method == HttpMethod.Delete;

    private static bool IsPassing(HttpStatusCode status) =>
        status is HttpStatusCode.PreconditionFailed or HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    private static bool AsksForMore(HttpResponseMessage response, TimeSpan most) => response.Headers.RetryAfter?.Delta > most;
}
