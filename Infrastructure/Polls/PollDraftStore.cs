using System.Text.Json;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Infrastructure.Polls;

/// <summary>Table Drafts: partition = "polls|organiser", row = the draft.</summary>
public sealed class PollDraftStore(ITables tables) : IPollDraftStore
{
    private readonly ITable table = tables[TableNames.Drafts];

    public async Task<PollDraft?> Find(MemberId owner, string id, CancellationToken cancellationToken) =>
        await table.Get(PartitionOf(owner), id, cancellationToken) is { } row ? Read(owner, row) : null;

    public async Task<IReadOnlyList<PollDraft>> Of(MemberId owner, CancellationToken cancellationToken) =>
        [.. (await table.Begins(PartitionOf(owner), "", cancellationToken).List(cancellationToken)).Select(row => Read(owner, row)).OrderByDescending(draft => draft.At)];

    public Task Keep(PollDraft draft, CancellationToken cancellationToken) => table.Put(Write(draft), $"The draft {draft.Id}", cancellationToken);

    public Task Remove(PollDraft draft, CancellationToken cancellationToken) =>
        table.Write([new RowChange.Delete(new(PartitionOf(draft.Owner), draft.Id, new Dictionary<string, object>()))], cancellationToken);

    private static string PartitionOf(MemberId owner) => $"polls|{owner}";

    private static Row Write(PollDraft draft) => Row.Of(
        PartitionOf(draft.Owner),
        draft.Id,
        [
            (nameof(PollDraft.At), draft.At),
            .. Chunked.Values("Draft", JsonSerializer.Serialize(new PollDraftDocument(draft.Text, draft.Changes?.ToString(), draft.Basis), StoredJson.Default.PollDraftDocument)),
        ]);

    private static PollDraft Read(MemberId owner, Row row)
    {
        var document = JsonSerializer.Deserialize(Chunked.Read(row, "Draft"), StoredJson.Default.PollDraftDocument)!;
        return new(row.RowKey, owner, document.Text, row.Moment(nameof(PollDraft.At)) ?? default)
        {
            Changes = document.Changes is null ? null : new(document.Changes),
            Basis = document.Basis,
        };
    }
}
