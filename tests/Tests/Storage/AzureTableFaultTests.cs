using System.Net;
using Azure.Core.Pipeline;
using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Tests.Storage;

/// <summary>What an emulator never does: fail.</summary>
public sealed class AzureTableFaultTests
{
    private const string Connection = "DefaultEndpointsProtocol=https;AccountName=leerkring;AccountKey=bm90IGEga2V5;EndpointSuffix=core.windows.net";

    private static readonly RowChange[] Insert = [new RowChange.Insert(Row.Of("p", "a"))];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable, "ServerBusy")]
    [InlineData(HttpStatusCode.InternalServerError, "OperationTimedOut")]
    [InlineData(HttpStatusCode.Forbidden, "AuthenticationFailed")]
    [InlineData(HttpStatusCode.NotFound, "TableNotFound")]
    [InlineData(HttpStatusCode.Conflict, "TableBeingDeleted")]
    public async Task An_error_of_the_service_is_a_storage_fault(HttpStatusCode status, string code)
    {
        var table = Table(new((_, _, _) => Task.FromResult(ScriptedAccount.Answer(status, code))));

        var fault = await Assert.ThrowsAsync<StorageFaultException>(() => table.Write(Insert, Cancel));
        Assert.Equal($"Storage answered {(int)status} {code}.", fault.Message);
        Assert.DoesNotContain("x-ms-", fault.ToString(), StringComparison.OrdinalIgnoreCase);
        await Assert.ThrowsAsync<StorageFaultException>(async () => await table.Query("p", "", "~", [], Cancel).ToListAsync(Cancel));
    }

    [Fact]
    public async Task A_busy_service_is_asked_again()
    {
        var account = new ScriptedAccount((number, _, _) => Task.FromResult(ScriptedAccount.Answer(number < 3 ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.NoContent, number < 3 ? "ServerBusy" : null)));

        Assert.True(await Table(account).Write(Insert, Cancel));
        Assert.Equal(3, account.Requests.Count);
    }

    [Fact]
    public async Task A_service_out_of_reach_is_a_storage_fault()
    {
        var table = Table(new((_, _, _) => throw new HttpRequestException("No route to host.")));

        await Assert.ThrowsAsync<StorageFaultException>(() => table.Get("p", "a", Cancel));
        await Assert.ThrowsAsync<StorageFaultException>(() => table.Write(Insert, Cancel));
    }

    [Fact]
    public async Task A_service_that_never_answers_is_a_storage_fault_after_a_bounded_time()
    {
        var table = Table(new(async (_, _, cancellationToken) =>
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return ScriptedAccount.Answer(HttpStatusCode.OK);
        }));

        await Assert.ThrowsAsync<StorageFaultException>(() => table.Get("p", "a", Cancel));
    }

    [Fact]
    public async Task Who_gives_up_meanwhile_is_told_so_and_not_of_a_fault()
    {
        using var caller = new CancellationTokenSource();
        var table = Table(new(async (_, _, cancellationToken) =>
        {
            await caller.CancelAsync();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return ScriptedAccount.Answer(HttpStatusCode.OK);
        }));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => table.Get("p", "a", caller.Token));
    }

    [Fact]
    public async Task One_change_is_one_plain_request_and_several_are_one_batch()
    {
        var account = new ScriptedAccount((_, _, _) => Task.FromResult(ScriptedAccount.Answer(HttpStatusCode.NoContent)));
        var table = Table(account);

        await table.Write(Insert, Cancel);
        await table.Write([new RowChange.Replace(Row.Of("p", "a") with { ETag = "W/\"1\"" })], Cancel);
        await table.Write([new RowChange.Delete(Row.Of("p", "a"))], Cancel);
        await Assert.ThrowsAnyAsync<Exception>(() => table.Write([.. Insert, new RowChange.Insert(Row.Of("p", "b"))], Cancel));

        Assert.Equal(["POST /Polls", "PUT /Polls(PartitionKey='p',RowKey='a')", "DELETE /Polls(PartitionKey='p',RowKey='a')", "POST /$batch"], account.Requests);
    }

    [Theory]
    [InlineData(HttpStatusCode.Conflict, "EntityAlreadyExists")]
    [InlineData(HttpStatusCode.PreconditionFailed, "UpdateConditionNotSatisfied")]
    [InlineData(HttpStatusCode.NotFound, "ResourceNotFound")]
    public async Task A_conflict_is_asked_once_and_is_no_fault(HttpStatusCode status, string code)
    {
        var account = new ScriptedAccount((_, _, _) => Task.FromResult(ScriptedAccount.Answer(status, code)));

        Assert.False(await Table(account).Write(Insert, Cancel));
        Assert.Single(account.Requests);
    }

    private static ITable Table(ScriptedAccount account)
    {
        var service = AzureClients.Tables(new StorageBackend.AzureConnection(Connection), options => options.Transport = new HttpClientTransport(account));
        return new AzureTables(service)[TableNames.Polls];
    }
}
