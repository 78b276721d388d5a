using Azure.Core;
using Moq;

namespace LeerkringBot.Tests.Graph;

/// <summary>Who the bot is, in Entra's place.</summary>
internal static class Credentials
{
    /// <summary>Gives the token "graph-token" to whoever asks.</summary>
    public static Mock<TokenCredential> Mock()
    {
        var credential = new Mock<TokenCredential>();
        credential.Setup(one => one.GetTokenAsync(It.IsAny<TokenRequestContext>(), It.IsAny<CancellationToken>())).ReturnsAsync(new AccessToken("graph-token", DateTimeOffset.MaxValue));
        return credential;
    }
}
