using System.Net;
using System.Text.Json;
using LeerkringBot.Domain;

namespace LeerkringBot.Infrastructure.Teams;

/// <summary>What a refused send means (learn: bots/how-to/conversations/conversation-messages, status codes).</summary>
internal static class SendFailure
{
    public static async Task<SendOutcome> Of(HttpResponseMessage response, TimeProvider clock, CancellationToken cancellationToken) => response.StatusCode switch
    {
        HttpStatusCode.PreconditionFailed or HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable =>
            new SendOutcome.Postponed(RetryAfter.Of(response, clock)),
        HttpStatusCode.RequestEntityTooLarge => new SendOutcome.NotSent(NotSentReason.TooLarge),
        HttpStatusCode.NotFound => new SendOutcome.NotSent(NotSentReason.NotFound),
        HttpStatusCode.Forbidden => new SendOutcome.NotSent(Reason(await Code(response, cancellationToken))),
        >= HttpStatusCode.InternalServerError => new SendOutcome.Uncertain(),
        _ => new SendOutcome.NotSent(NotSentReason.Refused),
    };

    private static NotSentReason Reason(string? code) => code switch
    {
        "ConversationBlockedByUser" => NotSentReason.BlockedByUser,
        "BotNotInConversationRoster" => NotSentReason.NotInstalled,
        "BotDisabledByAdmin" => NotSentReason.DisabledByAdmin,
        _ => NotSentReason.Refused,
    };

    private static async Task<string?> Code(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return JsonSerializer.Deserialize(body, TeamsJson.Default.ErrorResponse)?.Error?.Code;
        }
        catch (Exception fault) when (fault is JsonException or HttpRequestException)
        {
            return null;
        }
    }
}
