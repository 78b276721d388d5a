using System.Text.Json.Serialization;
using LeerkringBot.Domain;

namespace LeerkringBot.Infrastructure.Work;

/// <summary>A work item as a queue message.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(WorkItem))]
internal sealed partial class WorkJson : JsonSerializerContext;
