using System.Text.Json.Serialization;

namespace LeerkringBot.Benchmarks.Load;

/// <summary>One line each way between the comparison and the load.</summary>
[JsonSerializable(typeof(SliceRequest))]
[JsonSerializable(typeof(SliceResult))]
internal sealed partial class LoadJson : JsonSerializerContext;
