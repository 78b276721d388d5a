using System.Buffers;
using System.Text.Json;
using LeerkringBot.Infrastructure.Teams;

namespace LeerkringBot.Bot.Teams;

public static class ActivityBody
{
    /// <summary>Bytes; Teams' own limit for a message is 100 KB.</summary>
    public const int MostBytes = 256 * 1024;

    /// <returns>Either an activity or the status to refuse with.</returns>
    public static async ValueTask<(int? Refusal, Activity? Activity)> Read(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasJsonContentType()) return (StatusCodes.Status400BadRequest, null);
        if (request.ContentLength > MostBytes) return (StatusCodes.Status413PayloadTooLarge, null);
        var body = request.BodyReader;
        while (true)
        {
            var read = await body.ReadAsync(cancellationToken);
            if (read.Buffer.Length > MostBytes) return (StatusCodes.Status413PayloadTooLarge, null);
            if (!read.IsCompleted)
            {
                body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                continue;
            }

            var activity = Parse(read.Buffer);
            body.AdvanceTo(read.Buffer.End);
            return activity is null ? (StatusCodes.Status400BadRequest, null) : (null, activity);
        }
    }

    private static Activity? Parse(ReadOnlySequence<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            return JsonSerializer.Deserialize(ref reader, TeamsJson.Default.Activity) is { } activity && !reader.Read() ? activity : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
