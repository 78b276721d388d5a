using System.Text.Json;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Gatherings;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Infrastructure.Gatherings;

/// <summary>Table Drafts: partition = the organiser, row = the draft.</summary>
public sealed class DraftStore(ITables tables) : IDraftStore
{
    private readonly ITable table = tables[TableNames.Drafts];

    public async Task<GatheringDraft?> Find(MemberId owner, string id, CancellationToken cancellationToken) =>
        await table.Get(owner.ToString(), id, cancellationToken) is { } row ? Read(owner, row) : null;

    public async Task<IReadOnlyList<GatheringDraft>> Of(MemberId owner, CancellationToken cancellationToken) =>
        [.. (await table.Begins(owner.ToString(), "", cancellationToken).List(cancellationToken)).Select(row => Read(owner, row)).OrderByDescending(draft => draft.At)];

    public Task Keep(GatheringDraft draft, CancellationToken cancellationToken) => table.Put(Write(draft), $"The draft {draft.Id}", cancellationToken);

    public Task Remove(GatheringDraft draft, CancellationToken cancellationToken) =>
        table.Write([new RowChange.Delete(new(draft.Owner.ToString(), draft.Id, new Dictionary<string, object>()))], cancellationToken);

    private static Row Write(GatheringDraft draft) => Row.Of(
        draft.Owner.ToString(),
        draft.Id,
        [
            (nameof(GatheringDraft.At), draft.At),
            .. Chunked.Values("Draft", JsonSerializer.Serialize(
                new DraftDocument(draft.Text, draft.Changes?.ToString(), draft.Basis, draft.Series, draft.Published?.ToString(), draft.Mark),
                StoredJson.Default.DraftDocument)),
        ]);

    private static GatheringDraft Read(MemberId owner, Row row)
    {
        var document = JsonSerializer.Deserialize(Chunked.Read(row, "Draft"), StoredJson.Default.DraftDocument)!;
        return new(row.RowKey, owner, document.Text, row.Moment(nameof(GatheringDraft.At)) ?? default)
        {
            Changes = Id(document.Changes),
            Basis = document.Basis,
            Series = document.Series,
            Published = Id(document.Published),
            Mark = document.Mark,
        };
    }

    private static GatheringId? Id(string? text) => text is null ? null : GatheringId.Parse(text);
}
