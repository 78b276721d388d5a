using System.Text.Encodings.Web;
using System.Text.Json;
using LeerkringBot.Bot.Files;
using LeerkringBot.Domain;

namespace LeerkringBot.Bot.Members;

/// <summary>Everything that is stored about a member, as JSON with names that people understand.</summary>
public sealed class PersonalFile(IEnumerable<IPersonalData> data) : IFileKind
{
    public const string Name = "personal";

    // A file of its own: it stands in no page.
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly IReadOnlyList<IPersonalData> ordered = [.. data.OrderBy(one => one.Order)];

    public string Kind => Name;

    public async Task<MadeFile?> Make(Member member, string subject, CancellationToken cancellationToken)
    {
        if (subject.Length > 0) return null;
        var items = new List<PersonalItem>();
        foreach (var one in ordered) items.AddRange(await one.Of(member, cancellationToken));
        return new(member.Language == Language.English ? "my-data.json" : "mijn-gegevens.json", "application/json", Write(items));
    }

    private static byte[] Write(IEnumerable<PersonalItem> items)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Readable))
        {
            json.WriteStartObject();
            foreach (var heading in items.GroupBy(item => item.Heading))
            {
                json.WriteStartArray(heading.Key);
                foreach (var item in heading) Write(json, item);
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter json, PersonalItem item)
    {
        json.WriteStartObject();
        foreach (var fact in item.Facts) json.WriteString(fact.Label, fact.Value);
        json.WriteEndObject();
    }
}
