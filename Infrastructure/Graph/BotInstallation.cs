using System.Net;
using LeerkringBot.Domain;
using Microsoft.Extensions.Logging;
using Microsoft.Graph;
using Microsoft.Graph.Models;

namespace LeerkringBot.Infrastructure.Graph;

/// <summary>Installs the bot for somebody who hasn't got it.</summary>
/// <param name="graph">With the permission TeamsAppInstallation.ReadWriteSelfForUser.All.</param>
/// <param name="teamsApp">Its id in the organisation's Teams catalogue, which is not the one in the manifest.</param>
/// <param name="logger">Told in Graph's words why not.</param>
public sealed class BotInstallation(GraphServiceClient graph, Guid teamsApp, ILogger<BotInstallation> logger)
{
    /// <summary>May be repeated: who has the bot keeps it. Sends no message.</summary>
    public async Task<InstalledChat> Install(MemberId member, CancellationToken cancellationToken)
    {
        // Who is known by something else has no account in Entra that we know of.
        if (!Guid.TryParse(member.ToString(), out _)) return new(null, new SendOutcome.NotSent(NotSentReason.Unreachable));
        try
        {
            await Add(member, cancellationToken);
        }
        catch (GraphException fault)
        {
            return new(null, Failure(fault, fault.Status switch
            {
                HttpStatusCode.Forbidden => NotSentReason.InstallationRefused,
                HttpStatusCode.NotFound => NotSentReason.NotInDirectory,
                _ => NotSentReason.Refused,
            }));
        }

        try
        {
            // Just installed, it may not show yet.
            return await Chat(member, cancellationToken) is { } chat ? new(chat, null) : new(null, new SendOutcome.Postponed(null));
        }
        catch (GraphException fault)
        {
            return new(null, fault.Status == HttpStatusCode.NotFound ? new SendOutcome.Postponed(null) : Failure(fault, NotSentReason.InstallationRefused));
        }
    }

    private async Task Add(MemberId member, CancellationToken cancellationToken)
    {
        try
        {
            var app = new UserScopeTeamsAppInstallation { AdditionalData = new Dictionary<string, object> { ["teamsApp@odata.bind"] = $"{graph.RequestAdapter.BaseUrl}/appCatalogs/teamsApps/{teamsApp:D}" } };
            await graph.Users[member.ToString()].Teamwork.InstalledApps.PostAsync(app, cancellationToken: cancellationToken);
        }
        catch (GraphException fault) when (fault.Status == HttpStatusCode.Conflict)
        {
            // It was there already.
        }
    }

    private async Task<string?> Chat(MemberId member, CancellationToken cancellationToken)
    {
        var installedApps = graph.Users[member.ToString()].Teamwork.InstalledApps;
        var found = await installedApps.GetAsync(request => request.QueryParameters.Filter = $"teamsApp/id eq '{teamsApp:D}'", cancellationToken);
        if (found?.Value is not [{ Id: { } installation }, ..]) return null;
        return (await installedApps[installation].Chat.GetAsync(request => request.QueryParameters.Select = ["id"], cancellationToken))?.Id;
    }

    private SendOutcome Failure(GraphException fault, NotSentReason reason)
    {
        if (fault.IsPassing) return new SendOutcome.Postponed(fault.RetryAfter);
        logger.LogWarning("The bot can't be installed for somebody: {Status} {Code}: {Message}", fault.Status, fault.Code, fault.Message);
        return new SendOutcome.NotSent(reason);
    }
}

/// <summary>Either the chat that comes with the bot, or why there is none.</summary>
public readonly record struct InstalledChat(string? ChatId, SendOutcome? Failure);
