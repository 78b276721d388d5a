using LeerkringBot.Infrastructure.Teams;

namespace LeerkringBot.Bot.Teams;

/// <summary>POST /api/messages: lets in, reads, and hands to who handles that kind of activity. Only here are status codes.</summary>
public sealed class TeamsEndpoint(Admission admission, MessageHandler messages, InvokeHandler invokes, InstallationHandler installations, IHostApplicationLifetime lifetime)
{
    private const string Playground = "x-ms-agents-playground";

    public async Task Handle(HttpContext http)
    {
        var (refusal, token) = await admission.AtTheDoor(http);
        Activity? activity = null;
        if (refusal is null) (refusal, activity) = await ActivityBody.Read(http.Request, http.RequestAborted);
        if (refusal is null) refusal = admission.Refusal(token, activity!);
        refusal ??= Refusal(activity!);
        if (refusal is not null) http.Response.StatusCode = refusal.Value;
        else if (IsKnown(activity!)) await Handle(activity!, http);
    }

    private static bool IsKnown(Activity activity) =>
        activity.Type is ActivityTypes.Invoke or ActivityTypes.Message or ActivityTypes.InstallationUpdate or ActivityTypes.ConversationUpdate;

    private static int? Refusal(Activity activity)
    {
        if (activity.Type is null) return StatusCodes.Status400BadRequest;
        return activity.Type == ActivityTypes.Invoke && !InvokeHandler.Handles(activity.Name) ? StatusCodes.Status501NotImplemented : null;
    }

    private Task Handle(Activity activity, HttpContext http)
    {
        // An invoke's answer is the response. What is answered by a message goes on when the channel gives up waiting, because what it sends again is not answered again.
        var cancellationToken = activity.Type == ActivityTypes.Invoke ? http.RequestAborted : lifetime.ApplicationStopped;

        // The Agents Playground says "en-US" whatever the person reads.
        if (http.Request.Headers.ContainsKey(Playground)) activity = activity with { Locale = null };
        if (TurnContext.Of(activity) is { } turn)
        {
            return activity.Type switch
            {
                ActivityTypes.Invoke => invokes.Handle(turn, http.Response, cancellationToken),
                ActivityTypes.Message => messages.Handle(turn, cancellationToken),
                ActivityTypes.InstallationUpdate => installations.Installation(turn, cancellationToken),
                _ => installations.Conversation(turn, cancellationToken),
            };
        }

        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }
}
