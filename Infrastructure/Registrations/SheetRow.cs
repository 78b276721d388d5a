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
            (nameof(RegistrationSheet.NextTicket), sheet.NextTicket),
            ("Participants", (long)sheet.Participants),
            .. Chunked.Values(nameof(RegistrationSheet.Coming), JsonSerializer.Serialize(new Dictionary<string, int>(sheet.Coming), StoredJson.Default.DictionaryStringInt32)),
            .. Chunked.Values(nameof(RegistrationSheet.Waiting), JsonSerializer.Serialize(
                [.. sheet.Waiting.Select(place => new WaitingEntry(place.Member.ToString(), place.Affiliation, place.Ticket, place.OfferedAt))],
                StoredJson.Default.ListWaitingEntry)),
        ]);

    public static RegistrationSheet Read(Row row) => new()
    {
        Gathering = new(row.PartitionKey, row.RowKey[2..]),
        ClosesAt = row.Moment(nameof(RegistrationSheet.ClosesAt))!.Value,
        StartsAt = row.Moment(nameof(RegistrationSheet.StartsAt))!.Value,
        EndsAt = row.Moment(nameof(RegistrationSheet.EndsAt))!.Value,
        IsCancelled = row.Flag(nameof(RegistrationSheet.IsCancelled)),
        Capacity = (int?)row.Whole(nameof(RegistrationSheet.Capacity)),
        NextTicket = row.Whole(nameof(RegistrationSheet.NextTicket))!.Value,
        Coming = JsonSerializer.Deserialize(Chunked.Read(row, nameof(RegistrationSheet.Coming)), StoredJson.Default.DictionaryStringInt32)!
            .ToImmutableSortedDictionary(StringComparer.Ordinal),
        Waiting = [.. JsonSerializer.Deserialize(Chunked.Read(row, nameof(RegistrationSheet.Waiting)), StoredJson.Default.ListWaitingEntry)!
            .Select(entry => new WaitingPlace(new(entry.M), entry.A, entry.T, entry.O))],
    };
}
