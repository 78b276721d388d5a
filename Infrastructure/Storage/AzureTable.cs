using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace LeerkringBot.Infrastructure.Storage;

/// <summary>A table of Table Storage.</summary>
internal sealed class AzureTable(TableClient client) : ITable
{
    private static readonly string[] Always = ["PartitionKey", "RowKey"];

    public Task Create(CancellationToken cancellationToken) => AzureFault.Guard(limited => client.CreateIfNotExistsAsync(limited), cancellationToken);

    public Task<Row?> Get(string partitionKey, string rowKey, CancellationToken cancellationToken)
    {
        TableRules.CheckKey(partitionKey);
        TableRules.CheckKey(rowKey);
        return AzureFault.Guard(
            async limited =>
            {
                var found = await client.GetEntityIfExistsAsync<TableEntity>(partitionKey, rowKey, cancellationToken: limited);
                return found.HasValue ? ToRow(found.Value!) : null;
            },
            cancellationToken);
    }

    public async IAsyncEnumerable<Row> Query(string partitionKey, string from, string before, IReadOnlyList<string> select, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        TableRules.CheckKey(partitionKey);
        TableRules.CheckBound(from);
        TableRules.CheckBound(before);
        foreach (var wanted in select) TableRules.CheckName(wanted);

        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partitionKey} and RowKey ge {from} and RowKey lt {before}");
        var columns = select.Count == 0 ? null : Always.Concat(select);
        await foreach (var row in Pages(filter, columns, cancellationToken)) yield return row;
    }

    public IAsyncEnumerable<Row> All(CancellationToken cancellationToken) => Pages(null, null, cancellationToken);

    private async IAsyncEnumerable<Row> Pages(string? filter, IEnumerable<string>? columns, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? next = null;
        do
        {
            var page = await AzureFault.Guard(limited => Page(filter, columns, next, limited), cancellationToken);
            if (page is null) yield break;
            foreach (var entity in page.Values) yield return ToRow(entity);
            next = page.ContinuationToken;
        }
        while (next is not null);
    }

    public Task<bool> Write(IReadOnlyList<RowChange> batch, CancellationToken cancellationToken)
    {
        TableRules.Check(batch);
        return AzureFault.Guard(
            async limited =>
            {
                try
                {
                    if (batch.Count == 1) return await Write(batch[0], limited);
                    await client.SubmitTransactionAsync(batch.Select(ToAction), limited);
                    return true;
                }
                catch (RequestFailedException fault) when (IsConflict(fault))
                {
                    return false;
                }
            },
            cancellationToken);
    }

    private static bool IsConflict(RequestFailedException fault) => (fault.Status, fault.ErrorCode) switch
    {
        (409, var code) => code == TableErrorCode.EntityAlreadyExists,
        (412, _) => true,
        (404, var code) => code != TableErrorCode.TableNotFound,
        _ => false,
    };

    private static ETag Version(Row row) => row.ETag is { } read ? new ETag(read) : ETag.All;

    private static TableTransactionAction ToAction(RowChange change) => change switch
    {
        RowChange.Insert { Row: var row } => new(TableTransactionActionType.Add, ToEntity(row)),
        RowChange.Replace { Row: var row } => new(TableTransactionActionType.UpdateReplace, ToEntity(row), Version(row)),
        RowChange.Delete { Row: var row } => new(TableTransactionActionType.Delete, new TableEntity(row.PartitionKey, row.RowKey), Version(row)),
        _ => throw new ArgumentOutOfRangeException(nameof(change)),
    };

    private static TableEntity ToEntity(Row row)
    {
        var entity = new TableEntity(row.PartitionKey, row.RowKey);
        foreach (var (name, value) in row.Values) entity[name] = TableRules.Normal(value);
        return entity;
    }

    private static Row ToRow(TableEntity entity)
    {
        var values = new Dictionary<string, object>(entity.Count);
        foreach (var (name, value) in entity)
        {
            // A selected value that a row doesn't have comes as null.
            if (value is null || name is "PartitionKey" or "RowKey" or "Timestamp" or "odata.etag") continue;
            values[name] = value is BinaryData bytes ? bytes.ToArray() : TableRules.Normal(value);
        }

        return new(entity.PartitionKey, entity.RowKey, values, entity.ETag.ToString());
    }

    private async Task<bool> Write(RowChange change, CancellationToken cancellationToken)
    {
        switch (change)
        {
            case RowChange.Insert { Row: var row }:
                await client.AddEntityAsync(ToEntity(row), cancellationToken);
                return true;
            case RowChange.Replace { Row: var row }:
                await client.UpdateEntityAsync(ToEntity(row), Version(row), TableUpdateMode.Replace, cancellationToken);
                return true;
            case RowChange.Delete { Row: var row }:
                // The client takes "not found" for success here, but not in a transaction.
                var response = await client.DeleteEntityAsync(row.PartitionKey, row.RowKey, Version(row), cancellationToken);
                return response.Status != 404;
            default:
                throw new ArgumentOutOfRangeException(nameof(change));
        }
    }

    private async Task<Page<TableEntity>?> Page(string? filter, IEnumerable<string>? columns, string? next, CancellationToken cancellationToken)
    {
        await foreach (var page in client.QueryAsync<TableEntity>(filter, select: columns, cancellationToken: cancellationToken).AsPages(next))
            return page;
        return null;
    }
}
