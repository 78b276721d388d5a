using System.Text.Json;
using LeerkringBot.Bot.Files;
using LeerkringBot.Infrastructure.Teams;

namespace LeerkringBot.Bot.Teams;

/// <summary>Somebody said yes or no to a file. After a yes the file is made anew, put where Teams says, and shown; the question goes.</summary>
public sealed class FileConsentHandler(FileTickets tickets, FileUploads uploads, UploadHosts hosts, ConnectorClient connector, ILogger<FileConsentHandler> logger)
{
    private const string Accept = "accept";

    public async Task Handle(TurnContext turn, CancellationToken cancellationToken)
    {
        var message = MessageActivity.OfText(turn.Texts["File.NotUploaded"]);
        try
        {
            var value = turn.Activity.Value;
            var ticket = await tickets.Open(value.Member("context").Text("ticket"), cancellationToken);
            if (ticket is null || ticket.Member != turn.Member || !turn.IsPersonal) message = MessageActivity.OfText(turn.Texts["File.Unknown"]);
            else if (value.Text("action") != Accept) message = MessageActivity.OfText(turn.Texts["File.Declined"]);
            else if (tickets.IsOver(ticket)) message = MessageActivity.OfText(turn.Texts["File.Over"]);
            else if (await Upload(ticket, value.Member("uploadInfo"), turn, cancellationToken) is { } shown) message = shown;
            else
            {
                // The question stays, so that one can try once more.
                await connector.Send(turn.Reference, message, cancellationToken);
                return;
            }
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            logger.Failed("A file", fault);
        }

        await Replace(turn, message, cancellationToken);
    }

    /// <returns>What shows the file; null when it could not be put there.</returns>
    private async Task<MessageActivity?> Upload(FileTicket ticket, JsonElement place, TurnContext turn, CancellationToken cancellationToken)
    {
        if (await tickets.Make(ticket.Kind, ticket.Subject, ticket.Member, cancellationToken) is not { } file) return MessageActivity.OfText(turn.Texts["File.Unknown"]);
        if (!await uploads.Put(place.Text("uploadUrl"), file.Content, cancellationToken)) return null;
        return place.Text("contentUrl") is { } address && hosts.Allows(address) && place.Text("uniqueId") is { } id
            ? MessageActivity.OfFile(place.Text("name") ?? file.Name, address, new(id, place.Text("fileType") ?? Path.GetExtension(file.Name).TrimStart('.')))
            : MessageActivity.OfText(turn.Texts["File.Uploaded"]);
    }

    // Teams can't make another kind of card of the question, so the answer is a message of its own.
    private async Task Replace(TurnContext turn, MessageActivity message, CancellationToken cancellationToken)
    {
        await connector.Send(turn.Reference, message, cancellationToken);
        if (turn.Activity.ReplyToId is not { } question) return;
        try
        {
            await connector.Delete(turn.Reference, question, cancellationToken);
        }
        catch (HttpRequestException fault)
        {
            logger.LogWarning(fault, "A question about a file could not be removed");
        }
    }
}
