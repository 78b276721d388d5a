namespace LeerkringBot.Infrastructure.Graph;

/// <summary>Asks for ids that stay the same when a mail is moved; Graph wants to hear so with every request (learn: graph/outlook-immutable-id).</summary>
public sealed class ImmutableIds : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Add("Prefer", "IdType=\"ImmutableId\"");
        return base.SendAsync(request, cancellationToken);
    }
}
