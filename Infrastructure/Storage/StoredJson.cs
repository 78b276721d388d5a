using System.Text.Json;
using System.Text.Json.Serialization;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Infrastructure.Gatherings;
using LeerkringBot.Infrastructure.Polls;
using LeerkringBot.Infrastructure.Registrations;

namespace LeerkringBot.Infrastructure.Storage;

/// <summary>What stands as JSON inside a row.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.General, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(GatheringDocument))]
[JsonSerializable(typeof(DraftDocument))]
[JsonSerializable(typeof(Domain.Mail))]
[JsonSerializable(typeof(PollDocument))]
[JsonSerializable(typeof(PollDraftDocument))]
[JsonSerializable(typeof(BroadcastProgress))]
[JsonSerializable(typeof(WrittenText))]
[JsonSerializable(typeof(Dictionary<string, int>))]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(Dictionary<string, TrackEntry>))]
[JsonSerializable(typeof(List<WaitingEntry>))]
internal sealed partial class StoredJson : JsonSerializerContext;
