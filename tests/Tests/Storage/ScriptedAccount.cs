using System.Net;
using System.Text;

namespace LeerkringBot.Tests.Storage;

/// <summary>A storage account that answers as a test tells it.</summary>
public sealed class ScriptedAccount(Func<int, HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    public List<string> Requests { get; } = [];

    public static HttpResponseMessage Answer(HttpStatusCode status, string? code = null)
    {
        var body = code is null ? "" : "{\"odata.error\":{\"code\":\"" + code + "\",\"message\":{\"lang\":\"en-US\",\"value\":\"As scripted.\"}}}";
        return new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        lock (Requests)
        {
            Requests.Add($"{request.Method} {request.RequestUri!.AbsolutePath}");
            return answer(Requests.Count, request, cancellationToken);
        }
    }
}
