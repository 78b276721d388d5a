using System.Globalization;
using System.Text.Json;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Infrastructure.Broadcasts;

/// <summary>The broadcast itself, row "b".</summary>
internal static class BroadcastRow
{
    public const string Key = "b";

    private const string Kind = nameof(BroadcastContent.Kind);
    private const string Subject = nameof(BroadcastContent.Subject);
    private const string AudienceKind = nameof(AudienceKind);
    private const string AudienceSubject = nameof(AudienceSubject);
    private const string People = "people";
    private const string Day = "yyyy-MM-dd";

    public static Row Write(Broadcast broadcast) => Row.Of(
        broadcast.Id,
        Key,
        [
            (Kind, broadcast.Content.Kind),
            (Subject, broadcast.Content.Subject),
            (AudienceKind, broadcast.Audience?.Kind),
            .. broadcast.Audience is { } audience ? Chunked.Values(AudienceSubject, audience.Subject) : [],
            (nameof(Broadcast.By), broadcast.By?.ToString()),
            (nameof(Broadcast.At), broadcast.At),
            (nameof(Broadcast.State), broadcast.State.ToString()),
            (nameof(Broadcast.SendAt), broadcast.SendAt),
            (nameof(Broadcast.Recipients), broadcast.Recipients),
            .. broadcast.Text is { } text ? Chunked.Values(nameof(Broadcast.Text), JsonSerializer.Serialize(text, StoredJson.Default.WrittenText)) : [],
            (nameof(Broadcast.LastDay), broadcast.LastDay?.ToString(Day, CultureInfo.InvariantCulture)),
            (nameof(Broadcast.Correction), broadcast.Correction),
            (nameof(Broadcast.Recall), broadcast.Recall),
            (nameof(Broadcast.Edition), broadcast.Edition),
            (nameof(Broadcast.ChangedEdition), broadcast.ChangedEdition),
            (nameof(Broadcast.MailedEdition), broadcast.MailedEdition),
            (nameof(Broadcast.Run), broadcast.Run.ToString()),
            (nameof(Broadcast.StoppedBy), broadcast.StoppedBy?.ToString()),
        ]);

    public static Broadcast Read(Row row) => new(
        row.PartitionKey,
        new(row.Text(Kind)!, row.Text(Subject)!),
        row.Text(AudienceKind) is { } kind ? new(kind, Chunked.Read(row, AudienceSubject)) : null,
        row.Text(nameof(Broadcast.By)) is { } by ? new MemberId(by) : null,
        row.Moment(nameof(Broadcast.At))!.Value)
    {
        State = Enum.Parse<BroadcastState>(row.Text(nameof(Broadcast.State))!),
        SendAt = row.Moment(nameof(Broadcast.SendAt)),
        Recipients = (int?)row.Whole(nameof(Broadcast.Recipients)),
        Text = Chunked.Find(row, nameof(Broadcast.Text)) is { } text ? JsonSerializer.Deserialize(text, StoredJson.Default.WrittenText) : null,
        LastDay = row.Text(nameof(Broadcast.LastDay)) is { } day ? DateOnly.ParseExact(day, Day, CultureInfo.InvariantCulture) : null,
        Correction = row.Text(nameof(Broadcast.Correction)),
        Recall = row.Text(nameof(Broadcast.Recall)),
        Edition = (int)(row.Whole(nameof(Broadcast.Edition)) ?? 0),
        ChangedEdition = (int?)row.Whole(nameof(Broadcast.ChangedEdition)),
        MailedEdition = (int?)row.Whole(nameof(Broadcast.MailedEdition)),
        Run = Enum.Parse<BroadcastRun>(row.Text(nameof(Broadcast.Run))!),
        StoppedBy = row.Text(nameof(Broadcast.StoppedBy)) is { } reason ? Enum.Parse<NotSentReason>(reason) : null,
    };

    /// <returns>The row without the member who sent it or was named in it; null where they are not in it.</returns>
    public static Row? Without(Row row, MemberId member)
    {
        var broadcast = Read(row);
        var without = broadcast with
        {
            By = broadcast.By == member ? null : broadcast.By,
            Audience = broadcast.Audience is { Kind: People } named
                ? named with { Subject = string.Join(' ', named.Subject.Split(' ').Where(id => id != member.ToString())) }
                : broadcast.Audience,
        };
        return without == broadcast ? null : Write(without) with { ETag = row.ETag };
    }
}
