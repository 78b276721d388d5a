namespace LeerkringBot.EndToEnd;

public sealed class BotProcessTests
{
    [Fact]
    public async Task The_built_bot_starts_and_answers()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("bot");
        await using (var bot = await BotProcess.Start(new Dictionary<string, string> { ["Storage__SqlitePath"] = Path.Join(folder.FullName, "leerkring.db") }, cancellation))
        {
            using var client = new HttpClient();
            using var answer = await client.GetAsync(new Uri(bot.Address, "/nowhere"), cancellation);

            Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Contains("Now listening on", bot.Output, StringComparison.Ordinal);
        }

        folder.Delete(recursive: true);
    }
}
