using System.Text.Json;
using LeerkringBot.Benchmarks.Load;
using LeerkringBot.Benchmarks.Processes;
using LeerkringBot.Infrastructure.Teams;

namespace LeerkringBot.Benchmarks.Bare;

/// <summary>The bot's answers to one click of each kind, byte for byte.</summary>
/// <param name="Answered">To an answer to a poll.</param>
/// <param name="Come">To "ik kom".</param>
/// <param name="Decline">To "ik kan helaas niet".</param>
internal sealed record Answers(byte[] Answered, byte[] Come, byte[] Decline)
{
    public static Answers Read(string folder) => new(
        File.ReadAllBytes(Path.Join(folder, nameof(Answered))),
        File.ReadAllBytes(Path.Join(folder, nameof(Come))),
        File.ReadAllBytes(Path.Join(folder, nameof(Decline))));

    /// <summary>Asks the bot.</summary>
    public static async Task<Answers> Ask(int port, CancellationToken cancellationToken)
    {
        var registration = Clicks.First(ClickKind.Registration);
        return new(
            await Post(port, Clicks.First(ClickKind.Poll).Bodies[0], cancellationToken),
            await Post(port, registration.Bodies[0], cancellationToken),
            await Post(port, registration.Bodies[1], cancellationToken));
    }

    public static async Task<byte[]> Post(int port, byte[] click, CancellationToken cancellationToken)
    {
        using var client = new HttpClient();
        using var content = new ByteArrayContent(click) { Headers = { ContentType = new("application/json") } };
        using var answer = await client.PostAsync(new Uri($"http://127.0.0.1:{port}{ServerProcess.Messages}"), content, cancellationToken);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(cancellationToken);
    }

    public void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Join(folder, nameof(Answered)), Answered);
        File.WriteAllBytes(Path.Join(folder, nameof(Come)), Come);
        File.WriteAllBytes(Path.Join(folder, nameof(Decline)), Decline);
    }

    /// <summary>The activity, through the contracts of the bot.</summary>
    public static async ValueTask<Activity> Parse(HttpContext http) =>
        (await JsonSerializer.DeserializeAsync(http.Request.BodyReader, TeamsJson.Default.Activity, http.RequestAborted))!;

    public static async Task Send(HttpContext http, byte[] answer)
    {
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = answer.Length;
        await http.Response.BodyWriter.WriteAsync(answer, http.RequestAborted);
    }
}
