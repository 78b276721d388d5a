using LeerkringBot.Graph;

namespace LeerkringBot.EndToEnd.Graph;

/// <summary>The built bot tries its permissions before it serves anybody.</summary>
public sealed class GraphPermissionTests
{
    [Theory]
    [InlineData("Mail.ReadWrite")]
    [InlineData("Mail.Send")]
    public async Task A_permission_that_is_missing_stops_the_start_with_one_line_that_names_it(string permission)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("permission");
        await using var graph = await FakeGraph.Start();
        graph.Mailbox.Deny(permission, GraphAnswer.Error(403, "ErrorAccessDenied"));
        await using (var bot = BotProcess.Launch(new Dictionary<string, string>
        {
            ["Storage__SqlitePath"] = Path.Join(folder.FullName, "leerkring.db"),
            ["Graph__Address"] = graph.Address.ToString(),
            ["Graph__Mailbox"] = Mailbox.Address,
        }))
        {
            Assert.Equal(1, await bot.End(cancellation));
            var line = Assert.Single(bot.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
            Assert.StartsWith($"Graph:Mailbox is '{Mailbox.Address}', but the bot lacks {permission} there (ErrorAccessDenied)", line, StringComparison.Ordinal);
        }

        Assert.Empty(graph.Mailbox.Sent);
        folder.Delete(recursive: true);
    }
}
