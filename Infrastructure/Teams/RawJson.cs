using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeerkringBot.Infrastructure.Teams;

/// <summary>JSON that was made elsewhere goes in as it is.</summary>
public sealed class RawJson : JsonConverter<ReadOnlyMemory<byte>>
{
    public override ReadOnlyMemory<byte> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Outgoing only.");

    public override void Write(Utf8JsonWriter writer, ReadOnlyMemory<byte> value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.Span, skipInputValidation: true);
}
