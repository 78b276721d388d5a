using System.Globalization;
using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Infrastructure.Broadcasts;

/// <summary>An organiser's card that shows how far a broadcast is, row "w|000001".</summary>
internal static class WatcherRow
{
    private const string To = nameof(To);
    private const string Prefix = "w|";

    public static Row Write(string broadcast, int number, PostedCard card) => Row.Of(
        broadcast,
        Prefix + number.ToString("000000", CultureInfo.InvariantCulture),
        (To, card.Recipient.Key),
        (nameof(PostedCard.ActivityId), card.ActivityId));

    public static PostedCard Read(Row row) => new(Recipient.Parse(row.Text(To)!), row.Text(nameof(PostedCard.ActivityId))!);

    public static int Number(Row row) => int.Parse(row.RowKey[Prefix.Length..], CultureInfo.InvariantCulture);

    public static bool IsOf(Row row, string recipientKey) => row.RowKey.StartsWith(Prefix, StringComparison.Ordinal) && row.Text(To) == recipientKey;
}
