namespace LeerkringBot.Benchmarks.Stub;

/// <summary>A queue that exists and is empty.</summary>
internal static class StubQueue
{
    public static async Task Answer(HttpContext http)
    {
        http.Response.Headers["x-ms-version"] = "2021-12-02";
        if (HttpMethods.IsGet(http.Request.Method))
        {
            http.Response.ContentType = "application/xml";
            await http.Response.WriteAsync("""<?xml version="1.0" encoding="utf-8"?><QueueMessagesList />""", http.RequestAborted);
            return;
        }

        http.Response.StatusCode = StatusCodes.Status201Created;
    }
}
