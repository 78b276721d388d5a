using System.Collections.Concurrent;
using System.Net;
using LeerkringBot.Domain.Mails;
using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Item.MailFolders.Item.Messages.Delta;
using Microsoft.Graph.Users.Item.Messages.Item.Move;
using MailFolder = LeerkringBot.Domain.Mails.MailFolder;

namespace LeerkringBot.Infrastructure.Graph;

/// <summary>The inbox of a mailbox in Microsoft 365, by delta query: every page says where the next one begins, and the last one where the next look begins.</summary>
/// <param name="mailbox">With the permission Mail.ReadWrite.</param>
/// <param name="clock">For a mail of which Graph does not say when it came.</param>
public sealed class GraphMailbox(MailboxClient mailbox, TimeProvider clock) : IMailbox
{
    private const string Inbox = "inbox";
    private const int PageSize = 50;
    private static readonly TimeSpan LongestDownload = TimeSpan.FromMinutes(2);
    private readonly ConcurrentDictionary<MailFolder, string> folders = new();

    public TimeSpan LookEvery { get; } = TimeSpan.FromSeconds(30);

    /// <summary>Positions of another mailbox, or of mail in files, are none of ours.</summary>
    private string Ours => $"graph {mailbox.Mailbox} ";

    public Task<MailboxPage> Next(string? position, CancellationToken cancellationToken) => Guard(async () =>
    {
        var link = position?.StartsWith(Ours, StringComparison.Ordinal) is true ? position[Ours.Length..] : null;
        try
        {
            return Page(await Read(link, cancellationToken));
        }
        catch (GraphException fault) when (link is not null && IsForgotten(fault))
        {
            return Page(await Read(null, cancellationToken));
        }
    });

    public Task<Stream?> Open(string id, CancellationToken cancellationToken) => Guard(async () =>
    {
        try
        {
            return await mailbox.Ask<Stream?>(
                async user =>
                {
                    using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                    ending.CancelAfter(LongestDownload);
                    await using var mime = await user.Messages[id].Content.GetAsync(cancellationToken: ending.Token);
                    return mime is null ? null : await Copy(mime, ending.Token);
                },
                cancellationToken);
        }
        catch (GraphException fault) when (fault.Status == HttpStatusCode.NotFound)
        {
            return null;
        }
        catch (Exception fault) when (fault is IOException || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new GraphException(null, null, "A mail broke off on its way.", inner: fault);
        }
    });

    public Task Move(string id, MailFolder folder, CancellationToken cancellationToken) => Guard(async () =>
    {
        try
        {
            await MoveTo(id, await Folder(folder, cancellationToken), cancellationToken);
        }
        catch (GraphException fault) when (fault is { IsPassing: false, Status: not HttpStatusCode.Forbidden })
        {
            // The mail is gone, or there already, or somebody removed the folder.
            folders.TryRemove(folder, out _);
            var to = await Folder(folder, cancellationToken);
            if (await Where(id, cancellationToken) is { } place && place != to) await MoveTo(id, to, cancellationToken);
        }

        return true;
    });

    public Task<int> CountWaiting(CancellationToken cancellationToken) => Guard(async () =>
        (await mailbox.Ask(user => user.MailFolders[Inbox].GetAsync(request => request.QueryParameters.Select = ["totalItemCount"], cancellationToken), cancellationToken))?.TotalItemCount ?? 0);

    /// <summary>As people see it in the mailbox.</summary>
    public static string NameOf(MailFolder folder) => folder switch
    {
        MailFolder.Processed => "Verwerkt",
        MailFolder.ToCheck => "Ter controle",
        _ => throw new ArgumentOutOfRangeException(nameof(folder)),
    };

    /// <summary>Makes it where it isn't there.</summary>
    /// <returns>Its id.</returns>
    /// <exception cref="GraphException">Graph refused or did not answer.</exception>
    public async Task<string> Folder(MailFolder folder, CancellationToken cancellationToken)
    {
        if (folders.TryGetValue(folder, out var known)) return known;
        var name = NameOf(folder);
        return folders[folder] = await Find(name, cancellationToken) ?? await Make(name, cancellationToken);
    }

    private Task<DeltaGetResponse?> Read(string? link, CancellationToken cancellationToken) => mailbox.Ask(
        user =>
        {
            var delta = user.MailFolders[Inbox].Messages.Delta;
            return (link is null ? delta : delta.WithUrl(link)).GetAsDeltaGetResponseAsync(
                request =>
                {
                    if (link is null) request.QueryParameters.Select = ["id", "receivedDateTime", "webLink"];
                    request.Headers.Add("Prefer", $"odata.maxpagesize={PageSize}");
                },
                cancellationToken);
        },
        cancellationToken);

    /// <summary>What left the inbox is told as removed, which is nothing to us.</summary>
    private MailboxPage Page(DeltaGetResponse? page) => page is { OdataNextLink: null, OdataDeltaLink: null } or null
        ? throw new GraphException(null, null, "Microsoft Graph gave a page that leads nowhere.")
        : new(
            [.. (page.Value ?? []).Where(message => message.Id is not null && !message.AdditionalData.ContainsKey("@removed")).Select(Item)],
            Ours + (page.OdataNextLink ?? page.OdataDeltaLink),
            page.OdataNextLink is null);

    private MailboxItem Item(Message message) =>
        new(message.Id!, message.ReceivedDateTime ?? clock.GetUtcNow(), Uri.TryCreate(message.WebLink, UriKind.Absolute, out var link) && link.Scheme == Uri.UriSchemeHttps ? link : null);

    private Task MoveTo(string id, string folder, CancellationToken cancellationToken) =>
        mailbox.Ask(user => user.Messages[id].Move.PostAsync(new MovePostRequestBody { DestinationId = folder }, cancellationToken: cancellationToken), cancellationToken);

    /// <returns>Null for a mail that is gone.</returns>
    private async Task<string?> Where(string id, CancellationToken cancellationToken)
    {
        try
        {
            return (await mailbox.Ask(user => user.Messages[id].GetAsync(request => request.QueryParameters.Select = ["parentFolderId"], cancellationToken), cancellationToken))?.ParentFolderId;
        }
        catch (GraphException fault) when (fault.Status == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    private async Task<string?> Find(string name, CancellationToken cancellationToken)
    {
        var found = await mailbox.Ask(
            user => user.MailFolders.GetAsync(
                request => (request.QueryParameters.Filter, request.QueryParameters.Select) = ($"displayName eq '{name}'", ["id"]),
                cancellationToken),
            cancellationToken);
        return found?.Value is [{ Id: { } id }, ..] ? id : null;
    }

    private async Task<string> Make(string name, CancellationToken cancellationToken)
    {
        try
        {
            return (await mailbox.Ask(user => user.MailFolders.PostAsync(new() { DisplayName = name }, cancellationToken: cancellationToken), cancellationToken))?.Id
                ?? throw new GraphException(null, null, "Microsoft Graph made a folder without an id.");
        }
        catch (GraphException fault) when (fault.Status == HttpStatusCode.Conflict)
        {
            // Somebody made it meanwhile.
            return await Find(name, cancellationToken) ?? throw new GraphException(fault.Status, fault.Code, fault.Message);
        }
    }

    /// <summary>One byte more than is read of a mail tells that it is too large; what it downloads is bounded by that.</summary>
    private static async Task<MemoryStream> Copy(Stream from, CancellationToken cancellationToken)
    {
        var to = new MemoryStream();
        var buffer = new byte[81_920];
        while (to.Length <= MailLimits.LongestMail && await from.ReadAsync(buffer, cancellationToken) is var count and > 0) to.Write(buffer, 0, count);
        to.Position = 0;
        return to;
    }

    // learn: graph/delta-query-overview, synchronization reset; Exchange has words of its own for it.
    private static bool IsForgotten(GraphException fault) =>
        fault.Status == HttpStatusCode.Gone || fault.Code?.ToLowerInvariant() is "syncstatenotfound" or "syncstateinvalid" or "errorinvalidsyncstatedata" or "resyncrequired";

    private static async Task<T> Guard<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (GraphException fault)
        {
            throw new MailboxFaultException($"The mailbox can't be read: {fault.Status} {fault.Code} {fault.Message}", fault)
            {
                RetryAfter = fault.RetryAfter,
                // A permission that is missing is missing for every mail.
                IsPassing = fault.IsPassing || fault.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden,
            };
        }
    }
}
