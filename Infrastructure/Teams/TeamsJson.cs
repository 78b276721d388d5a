using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeerkringBot.Infrastructure.Teams;

/// <summary>The protocol's JSON contracts, generated at build. Unknown members are ignored; a member of the wrong type is a <see cref="JsonException"/>.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(MessageActivity))]
[JsonSerializable(typeof(FileConsentContent))]
[JsonSerializable(typeof(FileInfoContent))]
[JsonSerializable(typeof(ConversationParameters))]
[JsonSerializable(typeof(ConversationResourceResponse))]
[JsonSerializable(typeof(ResourceResponse))]
[JsonSerializable(typeof(ErrorResponse))]
[JsonSerializable(typeof(TeamsChannelAccount))]
[JsonSerializable(typeof(PagedMembersResult))]
[JsonSerializable(typeof(TeamInfo))]
[JsonSerializable(typeof(ConversationList))]
public sealed partial class TeamsJson : JsonSerializerContext
{
    /// <summary>For what we send: it stands in no HTML page, so "é" stays "é".</summary>
    public static TeamsJson Outgoing { get; } =
        new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        });
}
