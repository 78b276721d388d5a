using LeerkringBot.Bot.Web;
using LeerkringBot.Domain;

namespace LeerkringBot.Bot.Files;

/// <summary>GET /bestand/{ticket}: makes the file and gives it. Fetching changes nothing, so a scanner that follows links does no harm.</summary>
public static class FileDownloads
{
    public static IEndpointRouteBuilder MapFiles(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Links.FilePath + "{ticket}", async (string ticket, FileTickets tickets, INetwork network, HttpResponse response, CancellationToken cancellationToken) =>
        {
            response.Headers.CacheControl = "no-store";
            try
            {
                var known = await tickets.Open(ticket, cancellationToken);
                if (known is not null && tickets.IsOver(known)) return await Notices.Gone(network, response, StatusCodes.Status410Gone, cancellationToken);
                if (known is null || await tickets.Make(known.Kind, known.Subject, known.Member, cancellationToken) is not { } file)
                    return await Notices.Gone(network, response, StatusCodes.Status404NotFound, cancellationToken);

                response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
                response.Headers.XContentTypeOptions = "nosniff";
                response.Headers["Referrer-Policy"] = "no-referrer";
                return Results.Bytes(file.Content, file.ContentType, file.Name);
            }
            catch (StorageFaultException)
            {
                return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
            }
        });
        return endpoints;
    }
}
