using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;

namespace LeerkringBot.Benchmarks.Stub;

/// <summary>The tables of one account, over the part of the Table REST protocol that the bot uses.</summary>
internal sealed partial class StubAccount
{
    private readonly ConcurrentDictionary<(string Table, string Partition), StubPartition> partitions = new();

    public async Task Answer(HttpContext http, string path)
    {
        var (request, response) = (http.Request, http.Response);
        var body = HttpMethods.IsGet(request.Method) ? "" : await new StreamReader(request.Body).ReadToEndAsync(http.RequestAborted);
        if (path == "Tables")
        {
            response.StatusCode = StatusCodes.Status204NoContent;
        }
        else if (path == "$batch")
        {
            var answer = Batch(body);
            response.StatusCode = StatusCodes.Status202Accepted;
            await Send(response, "multipart/mixed; boundary=batchresponse_1", answer, http.RequestAborted);
        }
        else if (HttpMethods.IsGet(request.Method))
        {
            await Read(http, path);
        }
        else
        {
            var change = StubChange.Of(request.Method, path, request.Headers.IfMatch, body);
            var (status, etag) = Partition(change.Table, change.Partition).Apply([change]);
            response.StatusCode = status;
            if (etag is null) await Fail(response, status, http.RequestAborted);
            else response.Headers.ETag = etag;
        }
    }

    private async Task Read(HttpContext http, string path)
    {
        if (StubChange.Key().Match(path) is { Success: true } key)
        {
            var found = Partition(key.Groups["table"].Value, key.Groups["partition"].Value).Find(key.Groups["row"].Value);
            if (found is null) await Fail(http.Response, 404, http.RequestAborted);
            else await Send(http.Response, "application/json;odata=minimalmetadata;charset=utf-8", found.Json, http.RequestAborted);
            return;
        }

        var filter = Filter().Match(http.Request.Query["$filter"].ToString());
        var rows = Partition(path[..path.IndexOf('(', StringComparison.Ordinal)], filter.Groups["partition"].Value).Range(filter.Groups["from"].Value, filter.Groups["before"].Value);
        await Send(http.Response, "application/json;odata=minimalmetadata;charset=utf-8", $$"""{"value":[{{string.Join(',', rows.Select(row => row.Json))}}]}""", http.RequestAborted);
    }

    private string Batch(string body)
    {
        var changes = StubChange.OfBatch(body);
        var (status, etag) = Partition(changes[0].Table, changes[0].Partition).Apply(changes);
        var part = etag is null
            ? $"HTTP/1.1 {status} Failed\r\nContent-Type: application/json;odata=minimalmetadata\r\n\r\n{Fault(status)}\r\n"
            : $"HTTP/1.1 204 No Content\r\nETag: {etag}\r\n\r\n\r\n";
        var answer = new StringBuilder("--batchresponse_1\r\nContent-Type: multipart/mixed; boundary=changesetresponse_1\r\n\r\n");
        for (var i = 0; i < (etag is null ? 1 : changes.Count); i++)
            answer.Append("--changesetresponse_1\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n").Append(part);
        return answer.Append("--changesetresponse_1--\r\n--batchresponse_1--\r\n").ToString();
    }

    private StubPartition Partition(string table, string partition) => partitions.GetOrAdd((table, partition), _ => new());

    private static string Fault(int status)
    {
        var code = status switch { 404 => "ResourceNotFound", 409 => "EntityAlreadyExists", _ => "UpdateConditionNotSatisfied" };
        return $$$"""{"odata.error":{"code":"{{{code}}}","message":{"lang":"en-US","value":"0:No."} } }""";
    }

    private static Task Fail(HttpResponse response, int status, CancellationToken cancellationToken)
    {
        response.StatusCode = status;
        return Send(response, "application/json;odata=minimalmetadata", Fault(status), cancellationToken);
    }

    private static async Task Send(HttpResponse response, string type, string text, CancellationToken cancellationToken)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        response.ContentType = type;
        response.ContentLength = bytes.Length;
        await response.BodyWriter.WriteAsync(bytes, cancellationToken);
    }

    [GeneratedRegex("^PartitionKey eq '(?<partition>[^']*)' and RowKey ge '(?<from>[^']*)' and RowKey lt '(?<before>[^']*)'$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Filter();
}
