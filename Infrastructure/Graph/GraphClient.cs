using Azure.Core;
using Microsoft.Graph;
using Microsoft.Kiota.Abstractions.Authentication;

namespace LeerkringBot.Infrastructure.Graph;

public static class GraphClient
{
    private static readonly TimeSpan LongestRequest = TimeSpan.FromSeconds(60);

    public static Uri Public { get; } = new("https://graph.microsoft.com/v1.0");

    /// <param name="address">Of Graph, with its version.</param>
    /// <param name="credential">Null where nobody asks who we are: a server on this machine.</param>
    /// <param name="handlers">Between the SDK and the network, the outermost first.</param>
    public static GraphServiceClient Create(Uri address, TokenCredential? credential, params IEnumerable<DelegatingHandler> handlers)
    {
        HttpMessageHandler pipeline = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
        foreach (var handler in handlers.Append(new GraphErrors(LongestRequest)).Reverse())
        {
            handler.InnerHandler = pipeline;
            pipeline = handler;
        }

        // No retries in here: whoever asks knows what may be asked again, and when.
        var http = new HttpClient(pipeline) { Timeout = Timeout.InfiniteTimeSpan };
        IAuthenticationProvider identity = credential is null ? new AnonymousAuthenticationProvider() : new GraphIdentity(credential, address);
        return new(http, identity, address.ToString().TrimEnd('/'));
    }
}
