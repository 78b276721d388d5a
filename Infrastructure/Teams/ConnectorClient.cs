using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure.Identity;
using LeerkringBot.Domain;
using Polly.Timeout;

namespace LeerkringBot.Infrastructure.Teams;

/// <summary>The Bot Connector REST API v3. Reading throws <see cref="HttpRequestException"/> where the connector keeps failing; sending tells what happened.</summary>
public sealed class ConnectorClient(HttpClient http, ServiceUrls serviceUrls, ConnectorToken token, Pace pace, TimeProvider clock)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    /// <param name="to">Where.</param>
    /// <param name="activity">What.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <param name="turn">At the bot's own pace; null for an answer that somebody waits for.</param>
    public Task<SendOutcome> Send(ConversationReference to, MessageActivity activity, CancellationToken cancellationToken, Turn? turn = null) =>
        Deliver(HttpMethod.Post, to, null, activity, turn, cancellationToken);

    public Task<SendOutcome> Reply(ConversationReference to, string activityId, MessageActivity activity, CancellationToken cancellationToken) =>
        Deliver(HttpMethod.Post, to, activityId, activity, null, cancellationToken);

    public Task<SendOutcome> Update(ConversationReference to, string activityId, MessageActivity activity, CancellationToken cancellationToken, Turn? turn = null) =>
        Deliver(HttpMethod.Put, to, activityId, activity, turn, cancellationToken);

    /// <summary>Removes a message; one that is gone counts as removed.</summary>
    public async Task Delete(ConversationReference to, string activityId, CancellationToken cancellationToken)
    {
        using var response = await Ask(HttpMethod.Delete, to.ServiceUrl, Path(to.ConversationId, activityId), cancellationToken);
        if (response.StatusCode != HttpStatusCode.NotFound) response.EnsureSuccessStatusCode();
    }

    /// <summary>The personal chat with somebody: the existing one, or a new one. Sends no message, so it may be asked again.</summary>
    public async Task<ConversationCreation> CreatePersonal(PersonalConversation with, CancellationToken cancellationToken, Turn? turn = null)
    {
        var recipient = new Recipient.OfMember(with.Member);
        var (response, failure) = await Post(HttpMethod.Post, with.ServiceUrl, "v3/conversations", ConversationParameters.Personal(with), TeamsJson.Outgoing.ConversationParameters, turn, cancellationToken);
        using (response)
        {
            if (response is null) return new(null, failure is SendOutcome.Uncertain ? new SendOutcome.Postponed(null) : failure);
            return await Read(response, TeamsJson.Default.ConversationResourceResponse, cancellationToken) is { Id: { } id }
                ? new(new(recipient, with.ServiceUrl, id), null)
                : new(null, new SendOutcome.Postponed(null));
        }
    }

    /// <summary>Begins a thread in a channel.</summary>
    public async Task<SendOutcome> Post(ChannelConversation channel, MessageActivity activity, CancellationToken cancellationToken, Turn? turn = null)
    {
        var (response, failure) = await Post(HttpMethod.Post, channel.ServiceUrl, "v3/conversations", ConversationParameters.Thread(channel, activity), TeamsJson.Outgoing.ConversationParameters, turn, cancellationToken);
        using (response)
        {
            if (response is null) return failure!;
            return await Read(response, TeamsJson.Default.ConversationResourceResponse, cancellationToken) is { ActivityId: { } id }
                ? new SendOutcome.Sent(new(new Recipient.OfChannel(channel.Id), id))
                : new SendOutcome.Uncertain();
        }
    }

    /// <returns>Null where the conversation has no such member.</returns>
    public Task<TeamsChannelAccount?> Member(string serviceUrl, string conversationId, string userId, CancellationToken cancellationToken) =>
        Get(serviceUrl, $"v3/conversations/{Segment(conversationId)}/members/{Segment(userId)}", TeamsJson.Default.TeamsChannelAccount, cancellationToken);

    /// <summary>Everybody in a conversation or team, in pages of 500.</summary>
    public async IAsyncEnumerable<TeamsChannelAccount> Members(string serviceUrl, string conversationId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? continuation = null;
        do
        {
            var path = $"v3/conversations/{Segment(conversationId)}/pagedmembers?pageSize=500"
                + (continuation is null ? "" : $"&continuationToken={Uri.EscapeDataString(continuation)}");
            var page = await Get(serviceUrl, path, TeamsJson.Default.PagedMembersResult, cancellationToken);
            foreach (var member in page?.Members ?? [])
                if (member is not null) yield return member;
            continuation = page?.ContinuationToken;
        }
        while (!string.IsNullOrEmpty(continuation));
    }

    /// <returns>Null where there is no such team.</returns>
    public Task<TeamInfo?> Team(string serviceUrl, string teamId, CancellationToken cancellationToken) =>
        Get(serviceUrl, $"v3/teams/{Segment(teamId)}", TeamsJson.Default.TeamInfo, cancellationToken);

    public async Task<IReadOnlyList<ChannelInfo>> Channels(string serviceUrl, string teamId, CancellationToken cancellationToken)
    {
        var list = await Get(serviceUrl, $"v3/teams/{Segment(teamId)}/conversations", TeamsJson.Default.ConversationList, cancellationToken);
        return [.. (list?.Conversations ?? []).OfType<ChannelInfo>()];
    }

    private async Task<SendOutcome> Deliver(HttpMethod method, ConversationReference to, string? activityId, MessageActivity activity, Turn? turn, CancellationToken cancellationToken)
    {
        var (response, failure) = await Post(method, to.ServiceUrl, Path(to.ConversationId, activityId), activity, TeamsJson.Outgoing.MessageActivity, turn, cancellationToken);
        using (response)
        {
            if (response is null) return failure!;
            var id = (await Read(response, TeamsJson.Default.ResourceResponse, cancellationToken))?.Id ?? (method == HttpMethod.Put ? activityId : null);
            return id is null ? new SendOutcome.Uncertain() : new SendOutcome.Sent(new(to.Recipient, id));
        }
    }

    private async Task<T?> Get<T>(string serviceUrl, string path, JsonTypeInfo<T> type, CancellationToken cancellationToken) where T : class
    {
        using var response = await Ask(HttpMethod.Get, serviceUrl, path, cancellationToken);
        if (response.StatusCode is HttpStatusCode.NotFound) return null;
        response.EnsureSuccessStatusCode();
        return await Read(response, type, cancellationToken);
    }

    private async Task<HttpResponseMessage> Ask(HttpMethod method, string serviceUrl, string path, CancellationToken cancellationToken)
    {
        try
        {
            using var request = await Request(method, serviceUrl, path, cancellationToken);
            return await Send(request, null, cancellationToken);
        }
        catch (Exception fault) when (fault is TimeoutRejectedException or AuthenticationFailedException || IsConnectTimeout(fault, cancellationToken))
        {
            throw new HttpRequestException("The connector did not answer in time, or there was no token for it.", fault);
        }
    }

    /// <returns>A response that succeeded, or else what became of the message.</returns>
    private async Task<(HttpResponseMessage? Response, SendOutcome? Failure)> Post<T>(HttpMethod method, string serviceUrl, string path, T body, JsonTypeInfo<T> type, Turn? turn, CancellationToken cancellationToken)
    {
        if (!serviceUrls.Allows(serviceUrl)) return (null, new SendOutcome.NotSent(NotSentReason.Unreachable));
        try
        {
            using var request = await Request(method, serviceUrl, path, cancellationToken);
            request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, type));
            request.Content.Headers.ContentType = Json;
            var response = await Send(request, turn, cancellationToken);
            if (response.IsSuccessStatusCode) return (response, null);
            using (response) return (null, await SendFailure.Of(response, clock, cancellationToken));
        }
        catch (Exception fault) when (fault is AuthenticationFailedException || IsConnectTimeout(fault, cancellationToken))
        {
            return (null, new SendOutcome.Postponed(null));
        }
        catch (HttpRequestException fault) when (fault.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError)
        {
            return (null, new SendOutcome.Postponed(null));
        }
        catch (Exception fault) when (fault is HttpRequestException or TimeoutRejectedException)
        {
            return (null, new SendOutcome.Uncertain());
        }
    }

    private async Task<HttpResponseMessage> Send(HttpRequestMessage request, Turn? turn, CancellationToken cancellationToken)
    {
        request.Options.Set(ConnectorRetries.IsPaced, turn is not null);
        var departure = await pace.Depart(turn, cancellationToken);
        var response = await http.SendAsync(request, cancellationToken);
        pace.Answered(departure);
        if (response.StatusCode == HttpStatusCode.TooManyRequests) pace.Slow(RetryAfter.Of(response, clock));
        return response;
    }

    // The handler tells a connector that can't be reached by a cancellation that nobody asked for; nothing was sent yet.
    private static bool IsConnectTimeout(Exception fault, CancellationToken cancellationToken) =>
        fault is OperationCanceledException && !cancellationToken.IsCancellationRequested;

    private async ValueTask<HttpRequestMessage> Request(HttpMethod method, string serviceUrl, string path, CancellationToken cancellationToken)
    {
        if (!serviceUrls.Allows(serviceUrl)) throw new HttpRequestException("That connector is not one the bot talks to.");
        return new HttpRequestMessage(method, new Uri(serviceUrl.TrimEnd('/') + "/" + path))
        {
            Headers = { Authorization = await token.Header(cancellationToken) },
        };
    }

    /// <returns>Null where the answer isn't what it should be.</returns>
    private static async Task<T?> Read<T>(HttpResponseMessage response, JsonTypeInfo<T> type, CancellationToken cancellationToken) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(await response.Content.ReadAsByteArrayAsync(cancellationToken), type);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Path(string conversationId, string? activityId) =>
        $"v3/conversations/{Segment(conversationId)}/activities{(activityId is null ? "" : "/" + Segment(activityId))}";

    // "." and ".." mean something in a path even when escaped.
    private static string Segment(string id) =>
        id is "" or "." or ".." ? throw new ArgumentException("Not an id.", nameof(id)) : Uri.EscapeDataString(id);
}
