using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Infrastructure.Broadcasts;

/// <summary>One recipient, row "m|member" or "c|channel".</summary>
internal static class DeliveryRow
{
    public static Row Write(string broadcast, Delivery delivery) => Row.Of(
        broadcast,
        delivery.Recipient.Key,
        (nameof(Delivery.Name), delivery.Name),
        (nameof(Delivery.State), delivery.State.ToString()),
        (nameof(Delivery.Route), delivery.Route == DeliveryRoute.Teams ? null : delivery.Route.ToString()),
        (nameof(Delivery.KeepsRoute), delivery.KeepsRoute ? true : null),
        (nameof(Delivery.Reason), delivery.Reason?.ToString()),
        (nameof(Delivery.Skipped), delivery.Skipped?.ToString()),
        (nameof(Delivery.ActivityId), delivery.ActivityId),
        (nameof(Delivery.ClaimedAt), delivery.ClaimedAt),
        (nameof(Delivery.ClaimedBy), delivery.ClaimedBy),
        (nameof(Delivery.Postponements), delivery.Postponements == 0 ? null : delivery.Postponements),
        (nameof(Delivery.NotBefore), delivery.NotBefore),
        (nameof(Delivery.Fingerprint), delivery.Fingerprint),
        (nameof(Delivery.Edition), delivery.Edition == 0 ? null : delivery.Edition),
        (nameof(Delivery.NotUpdated), delivery.NotUpdated?.ToString()));

    public static Delivery Read(Row row) => new(Recipient.Parse(row.RowKey), row.Text(nameof(Delivery.Name)) ?? "")
    {
        State = Enum.Parse<DeliveryState>(row.Text(nameof(Delivery.State))!),
        Route = One<DeliveryRoute>(row, nameof(Delivery.Route)) ?? DeliveryRoute.Teams,
        KeepsRoute = row.Flag(nameof(Delivery.KeepsRoute)),
        Reason = One<NotSentReason>(row, nameof(Delivery.Reason)),
        Skipped = One<SkipReason>(row, nameof(Delivery.Skipped)),
        ActivityId = row.Text(nameof(Delivery.ActivityId)),
        ClaimedAt = row.Moment(nameof(Delivery.ClaimedAt)),
        ClaimedBy = row.Text(nameof(Delivery.ClaimedBy)),
        Postponements = (int)(row.Whole(nameof(Delivery.Postponements)) ?? 0),
        NotBefore = row.Moment(nameof(Delivery.NotBefore)),
        Fingerprint = row.Text(nameof(Delivery.Fingerprint)),
        Edition = (int)(row.Whole(nameof(Delivery.Edition)) ?? 0),
        NotUpdated = One<NotSentReason>(row, nameof(Delivery.NotUpdated)),
        Stamp = row.ETag,
    };

    private static T? One<T>(Row row, string name)
        where T : struct, Enum => row.Text(name) is { } text ? Enum.Parse<T>(text) : null;
}
