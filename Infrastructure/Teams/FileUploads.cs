using System.Net.Http.Headers;

namespace LeerkringBot.Infrastructure.Teams;

/// <summary>Puts a file where somebody consented to (learn: bots/how-to/bots-filesv4). The address itself is the right to write there, so no token goes along.</summary>
public sealed class FileUploads(HttpClient http, UploadHosts hosts)
{
    /// <returns>False where the address is not one the bot writes to, or it was refused or did not answer.</returns>
    public async Task<bool> Put(string? uploadUrl, ReadOnlyMemory<byte> file, CancellationToken cancellationToken)
    {
        if (!hosts.Allows(uploadUrl) || file.Length == 0) return false;
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(uploadUrl!)) { Content = new ReadOnlyMemoryContent(file) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        request.Content.Headers.ContentRange = new ContentRangeHeaderValue(0, file.Length - 1, file.Length);
        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (Exception fault) when (fault is HttpRequestException || fault is OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
