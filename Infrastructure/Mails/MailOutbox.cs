using System.Text.Json;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Mails;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Infrastructure.Mails;

/// <summary>Table Mails, partition = network: "s|id" that there was such a mail, for good; "q|id" what it says, until it went.</summary>
public sealed class MailOutbox(ITables tables) : IOutgoingMails
{
    private const int LongestOccasion = 100;
    private const string Content = nameof(Content);
    private readonly ITable table = tables[TableNames.Mails];

    /// <summary>To stand in one batch with what causes it; where this address was mailed for this occasion before, the batch fails.</summary>
    /// <param name="occasion">What it is about: 1 to 100 characters, no personal data.</param>
    /// <param name="mail">Kept until it went, no longer.</param>
    public static IReadOnlyList<RowChange> Rows(string occasion, Mail mail)
    {
        if (occasion.Length is 0 or > LongestOccasion) throw new ArgumentException($"An occasion has 1 to {LongestOccasion} characters.", nameof(occasion));
        var id = Id($"{occasion} {mail.To.ToLowerInvariant()}");
        return
        [
            new RowChange.Insert(Row.Of(Partition.Network, $"s|{id}", ("Occasion", occasion))),
            new RowChange.Insert(Row.Of(Partition.Network, $"q|{id}", [.. Chunked.Values(Content, JsonSerializer.Serialize(mail, StoredJson.Default.Mail))])),
        ];
    }

    public async IAsyncEnumerable<OutgoingMail> All([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in table.Begins(Partition.Network, "q|", cancellationToken)) yield return Read(row);
    }

    public async Task<OutgoingMail?> Claim(OutgoingMail mail, string claim, CancellationToken cancellationToken)
    {
        var claimed = mail with { Claim = claim, NotBefore = null };
        if (!await table.Write([new RowChange.Replace(Write(claimed))], cancellationToken)) return null;
        return await table.Get(Partition.Network, $"q|{mail.Id}", cancellationToken) is { } row ? Read(row) : null;
    }

    public async Task PutBack(OutgoingMail claimed, DateTimeOffset notBefore, CancellationToken cancellationToken) =>
        await table.Write([new RowChange.Replace(Write(claimed with { Claim = null, Tries = claimed.Tries + 1, NotBefore = notBefore }))], cancellationToken);

    public async Task Close(OutgoingMail mail, CancellationToken cancellationToken) =>
        await table.Write([new RowChange.Delete(Row.Of(Partition.Network, $"q|{mail.Id}"))], cancellationToken);

    internal static string Id(string text) => Key.Hash(text, 32);

    private static Row Write(OutgoingMail mail) => Row.Of(
        Partition.Network,
        $"q|{mail.Id}",
        [
            (nameof(OutgoingMail.Tries), (long)mail.Tries),
            (nameof(OutgoingMail.NotBefore), mail.NotBefore),
            (nameof(OutgoingMail.Claim), mail.Claim),
            .. Chunked.Values(Content, JsonSerializer.Serialize(mail.Mail, StoredJson.Default.Mail)),
        ]) with
    { ETag = mail.Stamp };

    private static OutgoingMail Read(Row row) => new(
        row.RowKey[2..],
        JsonSerializer.Deserialize(Chunked.Read(row, Content), StoredJson.Default.Mail)!,
        (int)(row.Whole(nameof(OutgoingMail.Tries)) ?? 0),
        row.Moment(nameof(OutgoingMail.NotBefore)),
        row.Text(nameof(OutgoingMail.Claim)),
        row.ETag!);
}
