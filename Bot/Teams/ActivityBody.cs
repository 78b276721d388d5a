using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
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

    private static Activity? Parse(ReadOnlySequence<byte> body)
    {
        var json = body.IsSingleSegment ? body.FirstSpan : body.ToArray();
        try
        {
            return IsText(json) ? JsonSerializer.Deserialize(json, TeamsJson.Default.Activity) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>False where a character is broken: such a text can't be written back, and a card gives back what was typed.</summary>
    private static bool IsText(ReadOnlySpan<byte> json)
    {
        if (!Utf8.IsValid(json)) return false;
        if (json.IndexOf("\\ud"u8) < 0 && json.IndexOf("\\uD"u8) < 0) return true;
        try
        {
            var reader = new Utf8JsonReader(json);
            while (reader.Read())
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName) _ = reader.GetString();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
