using System.Collections.Immutable;
using System.Text.Json;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Registrations;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Infrastructure.Registrations;

/// <summary>The head "g|id" of a gathering.</summary>
internal static class SheetRow
{
    public static string Key(GatheringId gathering) => $"g|{gathering.Item}";

    public static Row Write(RegistrationSheet sheet) => Row.Of(
        sheet.Gathering.Series,
        Key(sheet.Gathering),
        [
            (nameof(RegistrationSheet.ClosesAt), sheet.ClosesAt),
            (nameof(RegistrationSheet.StartsAt), sheet.StartsAt),
            (nameof(RegistrationSheet.EndsAt), sheet.EndsAt),
            (nameof(RegistrationSheet.IsCancelled), sheet.IsCancelled),
            (nameof(RegistrationSheet.Capacity), sheet.Capacity is { } capacity ? (long)capacity : null),
            (nameof(RegistrationSheet.NeedsApproval), sheet.NeedsApproval),
            (nameof(RegistrationSheet.AsksFirst), sheet.AsksFirst),
            (nameof(RegistrationSheet.NextTicket), sheet.NextTicket),
            (nameof(RegistrationSheet.Present), (long)sheet.Present),
            (nameof(RegistrationSheet.Wishes), (long)sheet.Wishes),
            (nameof(RegistrationSheet.Caterer), sheet.Caterer?.ToString()),
            (nameof(RegistrationSheet.Secret), sheet.Secret),
            (nameof(RegistrationSheet.Revision), (long)sheet.Revision),
            ("Participants", (long)sheet.Participants),
            .. Chunked.Values(nameof(RegistrationSheet.Coming), JsonSerializer.Serialize(new Dictionary<string, int>(sheet.Coming), StoredJson.Default.DictionaryStringInt32)),
            .. Line(nameof(RegistrationSheet.Waiting), sheet.Waiting),
            .. Line(nameof(RegistrationSheet.Requests), sheet.Requests),
            .. sheet.Tracks.IsEmpty ? [] : Chunked.Values(nameof(RegistrationSheet.Tracks), JsonSerializer.Serialize(
                sheet.Tracks.ToDictionary(track => track.Key, track => new TrackEntry(track.Value.Round, track.Value.Capacity, track.Value.Taken, [.. track.Value.Waiting.Select(WaitingEntry.Of)])),
                StoredJson.Default.DictionaryStringTrackEntry)),
        ]);

    public static RegistrationSheet Read(Row row) => new()
    {
        Gathering = new(row.PartitionKey, row.RowKey[2..]),
        ClosesAt = row.Moment(nameof(RegistrationSheet.ClosesAt))!.Value,
        StartsAt = row.Moment(nameof(RegistrationSheet.StartsAt))!.Value,
        EndsAt = row.Moment(nameof(RegistrationSheet.EndsAt))!.Value,
        IsCancelled = row.Flag(nameof(RegistrationSheet.IsCancelled)),
        Capacity = (int?)row.Whole(nameof(RegistrationSheet.Capacity)),
        NeedsApproval = row.Flag(nameof(RegistrationSheet.NeedsApproval)),
        AsksFirst = row.Flag(nameof(RegistrationSheet.AsksFirst)),
        NextTicket = row.Whole(nameof(RegistrationSheet.NextTicket))!.Value,
        Present = (int)(row.Whole(nameof(RegistrationSheet.Present)) ?? 0),
        Wishes = (int)(row.Whole(nameof(RegistrationSheet.Wishes)) ?? 0),
        Caterer = row.Text(nameof(RegistrationSheet.Caterer)) is { } caterer ? new MemberId(caterer) : null,
        Secret = row.Text(nameof(RegistrationSheet.Secret)) ?? "",
        Revision = (int)(row.Whole(nameof(RegistrationSheet.Revision)) ?? 0),
        Coming = JsonSerializer.Deserialize(Chunked.Read(row, nameof(RegistrationSheet.Coming)), StoredJson.Default.DictionaryStringInt32)!
            .ToImmutableSortedDictionary(StringComparer.Ordinal),
        Waiting = Line(row, nameof(RegistrationSheet.Waiting)),
        Requests = Line(row, nameof(RegistrationSheet.Requests)),
        Tracks = Chunked.Find(row, nameof(RegistrationSheet.Tracks)) is { } tracks
            ? JsonSerializer.Deserialize(tracks, StoredJson.Default.DictionaryStringTrackEntry)!.ToImmutableSortedDictionary(
                track => track.Key,
                track => new TrackSheet(track.Value.Round, track.Value.Capacity, track.Value.Taken, [.. track.Value.Waiting.Select(entry => entry.ToPlace())]),
                StringComparer.Ordinal)
            : ImmutableSortedDictionary<string, TrackSheet>.Empty.WithComparers(StringComparer.Ordinal),
    };

    private static IEnumerable<(string Name, object? Value)> Line(string name, ImmutableList<WaitingPlace> line) =>
        line.IsEmpty ? [] : Chunked.Values(name, JsonSerializer.Serialize([.. line.Select(WaitingEntry.Of)], StoredJson.Default.ListWaitingEntry));

    private static ImmutableList<WaitingPlace> Line(Row row, string name) =>
        Chunked.Find(row, name) is { } line ? [.. JsonSerializer.Deserialize(line, StoredJson.Default.ListWaitingEntry)!.Select(entry => entry.ToPlace())] : [];
}
