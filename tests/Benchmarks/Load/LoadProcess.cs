using System.Text.Json;

namespace LeerkringBot.Benchmarks.Load;

/// <summary>Reads what to do from its input, a line at a time, and answers with a line. It lives on between slices, so that it is warm and its connections stay open.</summary>
internal static class LoadProcess
{
    public static async Task Run()
    {
        var targets = new Dictionary<(int, ClickKind), Target>();
        while (await Console.In.ReadLineAsync() is { } line)
        {
            var slice = JsonSerializer.Deserialize(line, LoadJson.Default.SliceRequest)!;
            if (!targets.TryGetValue((slice.Port, slice.Kind), out var target))
                targets[(slice.Port, slice.Kind)] = target = new Target(slice.Port, slice.Path, slice.Token, Clicks.All(slice.Kind, slice.Token is null ? Clicks.LocalConnector : Clicks.TeamsConnector));
            var result = await target.Run(slice.Connections, slice.Seconds, slice.Most);
            Console.WriteLine(JsonSerializer.Serialize(result, LoadJson.Default.SliceResult));
        }
    }
}
