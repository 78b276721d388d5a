using System.Net.Http.Headers;
using Azure.Core;

namespace LeerkringBot.Infrastructure.Teams;

/// <summary>Who we are towards the connector. Azure.Identity remembers the token until shortly before it expires.</summary>
/// <param name="credential">Null without an app registration: then we are nobody, and only connectors on this machine listen.</param>
public sealed class ConnectorToken(TokenCredential? credential)
{
    private static readonly TokenRequestContext Scope = new(["https://api.botframework.com/.default"]);

    /// <exception cref="Azure.Identity.AuthenticationFailedException">Entra refused or did not answer.</exception>
    public async ValueTask<AuthenticationHeaderValue?> Header(CancellationToken cancellationToken) =>
        credential is null ? null : new("Bearer", (await credential.GetTokenAsync(Scope, cancellationToken)).Token);
}
