using Azure.Core;

namespace LeerkringBot.Infrastructure.Graph;

/// <param name="Address">Of Microsoft Graph, with its version.</param>
/// <param name="Credential">Who the bot is; null in Development without an app registration, where Graph is a server on this machine.</param>
public sealed record GraphAccess(Uri Address, TokenCredential? Credential);
