using Azure.Core;
using Azure.Identity;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Authentication.Azure;

namespace LeerkringBot.Infrastructure.Graph;

/// <summary>Who we are towards Graph. A token that Entra does not give is a fault like any other, and the token goes to Graph alone.</summary>
internal sealed class GraphIdentity(TokenCredential credential, Uri address) : IAuthenticationProvider
{
    private readonly AzureIdentityAuthenticationProvider identity = new(credential, [address.Host], null, false, "https://graph.microsoft.com/.default");

    public async Task AuthenticateRequestAsync(RequestInformation request, Dictionary<string, object>? additionalAuthenticationContext = null, CancellationToken cancellationToken = default)
    {
        try
        {
            await identity.AuthenticateRequestAsync(request, additionalAuthenticationContext, cancellationToken);
        }
        catch (AuthenticationFailedException fault)
        {
            throw new GraphException(null, null, "There is no token for Microsoft Graph.", inner: fault) { NeverLeft = true };
        }
    }
}
