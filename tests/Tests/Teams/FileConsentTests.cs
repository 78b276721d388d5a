using System.Text.Json.Nodes;
using LeerkringBot.Bot.Files;
using LeerkringBot.Bot.Teams;
using LeerkringBot.Cards;
using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Teams;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace LeerkringBot.Tests.Teams;

public sealed class FileConsentTests
{
    private static readonly MemberId Anneke = new(Activities.ObjectId(1));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_question_is_Teams_own_card_with_a_ticket_that_comes_back()
    {
        await using var edge = await Known();
        Assert.True(await Consent(edge, true).Ask(Anneke, File(), "ticket-1", Texts.Dutch, Cancellation));

        Assert.Equal(
            """{"type":"message","attachments":[{"content":{"description":"Het bestand waar u om vroeg. Zegt u ja, dan komt het in uw OneDrive.","sizeInBytes":5,"acceptContext":{"ticket":"ticket-1"},"declineContext":{"ticket":"ticket-1"}},"contentType":"application/vnd.microsoft.teams.card.file.consent","name":"brief.txt"}]}""",
            edge.Connector.Calls[^1].Body);
    }

    [Fact]
    public async Task Where_there_is_no_Teams_or_no_chat_nothing_is_asked()
    {
        await using var edge = await Known();
        var before = edge.Connector.Calls.Count;
        Assert.False(await Consent(edge, false).Ask(Anneke, File(), "ticket-1", Texts.Dutch, Cancellation));
        Assert.False(await Consent(edge, true).Ask(new("nobody"), File(), "ticket-1", Texts.Dutch, Cancellation));
        Assert.Equal(before, edge.Connector.Calls.Count);

        edge.Connector.Script = _ => FakeConnector.Status(403);
        Assert.False(await Consent(edge, true).Ask(Anneke, File(), "ticket-1", Texts.Dutch, Cancellation));
    }

    [Fact]
    public async Task After_a_yes_the_file_is_put_where_Teams_says_and_shown_and_the_question_goes()
    {
        await using var edge = await Known();
        await edge.Deliver(await Answer(edge, "accept", Anneke));

        var put = edge.Connector.Calls.Single(call => call.Method == "PUT");
        Assert.Equal(("/upload/1", "brief"), (put.Path, put.Body));
        Assert.Null(put.Authorization);
        Assert.Equal("bytes 0-4/5", put.Range);
        var (shown, removed) = (edge.Connector.Calls[^2], edge.Connector.Calls[^1]);
        Assert.Equal(
            $$"""{"type":"message","attachments":[{"content":{"uniqueId":"id-1","fileType":"txt"},"contentType":"application/vnd.microsoft.teams.card.file.info","name":"brief.txt","contentUrl":"{{Origin(edge)}}/files/brief.txt"}]}""",
            shown.Body);
        Assert.Equal("DELETE conversations/a:chat/activities/question-1", removed.ToString());
    }

    [Fact]
    public async Task After_a_no_a_line_says_so_and_the_question_goes()
    {
        await using var edge = await Known();
        await edge.Deliver(await Answer(edge, "decline", Anneke));
        Assert.DoesNotContain(edge.Connector.Calls, call => call.Method == "PUT");
        Assert.Contains("Goed, het bestand komt niet in uw OneDrive", edge.Connector.Calls[^2].Body);
        Assert.Equal("DELETE", edge.Connector.Calls[^1].Method);
    }

    [Theory]
    [InlineData("http://tenant-my.sharepoint.com/upload")]
    [InlineData("https://sharepoint.com.evil.example/upload")]
    [InlineData("https://evilsharepoint.com/upload")]
    [InlineData("https://user@tenant-my.sharepoint.com/upload")]
    [InlineData("https://tenant-my.sharepoint.com:8443/upload")]
    [InlineData("https://127.0.0.1/upload")]
    [InlineData("file:///etc/passwd")]
    [InlineData("")]
    public async Task A_file_is_put_nowhere_else_than_in_SharePoint(string uploadUrl)
    {
        await using var edge = await Known();
        var answer = await Answer(edge, "accept", Anneke);
        answer["value"]!["uploadInfo"]!["uploadUrl"] = uploadUrl;
        await edge.Deliver(answer);
        Assert.DoesNotContain(edge.Connector.Calls, call => call.Method is "PUT" or "DELETE");
        Assert.Contains("kon niet in uw OneDrive komen", edge.Connector.Calls[^1].Body);
    }

    [Fact]
    public void OneDrive_is_allowed() => Assert.True(new UploadHosts().Allows("https://tenant-my.sharepoint.com/personal/a_b/_api/v2.0/drive/items/1/uploadSession?guid='x'"));

    [Fact]
    public async Task An_address_of_elsewhere_is_not_shown_to_the_person()
    {
        await using var edge = await Known();
        var answer = await Answer(edge, "accept", Anneke);
        answer["value"]!["uploadInfo"]!["contentUrl"] = "https://evil.example/brief.txt";
        await edge.Deliver(answer);
        Assert.DoesNotContain(edge.Connector.Calls, call => call.Body.Contains("evil.example", StringComparison.Ordinal));
        Assert.Contains("Het bestand staat in uw OneDrive", edge.Connector.Calls[^2].Body);
    }

    [Fact]
    public async Task Somebody_elses_ticket_and_a_made_up_one_give_no_file()
    {
        await using var edge = await Known();
        var other = new Member(new("somebody-else"), "Piet", null, Language.Dutch, null, TimeProvider.System.GetUtcNow());
        await edge.Members.Change(other.Id, _ => other, Cancellation);
        await edge.Deliver(await Answer(edge, "accept", other.Id));
        var made = await Answer(edge, "accept", Anneke);
        made["value"]!["context"]!["ticket"] = "AAAA";
        await edge.Deliver(made);
        await edge.Deliver(edge.Personal("invoke").With("name", "fileConsent/invoke").With("value", 5));
        Assert.DoesNotContain(edge.Connector.Calls, call => call.Method == "PUT");
        Assert.Equal(3, edge.Connector.Calls.Count(call => call.Body.Contains("Dit bestand is er niet, of het is niet voor u", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_yes_to_an_old_question_gives_no_file()
    {
        await using var edge = await Known();
        await edge.Deliver(await Answer(edge, "accept", Anneke, TimeSpan.FromMinutes(-1)));
        Assert.DoesNotContain(edge.Connector.Calls, call => call.Method == "PUT");
        Assert.Contains("Deze vraag is te oud", edge.Connector.Calls[^2].Body);
    }

    [Fact]
    public async Task An_upload_that_is_refused_leaves_the_question_and_says_how_else()
    {
        await using var edge = await Known();
        edge.Connector.Script = call => call.Method == "PUT" ? FakeConnector.Status(507) : null;
        await edge.Deliver(await Answer(edge, "accept", Anneke));
        Assert.Contains("kon niet in uw OneDrive komen", edge.Connector.Calls[^1].Body);
        Assert.DoesNotContain(edge.Connector.Calls, call => call.Method == "DELETE");
    }

    private static MadeFile File() => new("brief.txt", "text/plain", "brief"u8.ToArray());

    private static FileConsent Consent(EdgeHost edge, bool isTeams) => new(edge.Messenger, isTeams, TimeProvider.System, NullLogger<FileConsent>.Instance);

    private static string Origin(EdgeHost edge) => edge.ServiceUrl[..^"/emea/".Length];

    /// <summary>An edge that knows Anneke.</summary>
    private static async Task<EdgeHost> Known()
    {
        var edge = await EdgeHost.Start(builder => builder.Services.AddFileKind<Letters>());
        await edge.Deliver(edge.Personal("message").Text("hallo"));
        return edge;
    }

    private static async Task<JsonObject> Answer(EdgeHost edge, string action, MemberId member, TimeSpan? left = null)
    {
        var ticket = await edge.Services.GetRequiredService<FileTickets>().Seal(new("letter", "", member, TimeProvider.System.GetUtcNow() + (left ?? TimeSpan.FromHours(1))), Cancellation);
        return edge.Personal("invoke").With("name", "fileConsent/invoke").With("replyToId", "question-1").With("value", JsonNode.Parse($$$"""
            {"type":"fileUpload","action":"{{{action}}}","context":{"ticket":"{{{ticket}}}"},
             "uploadInfo":{"contentUrl":"{{{Origin(edge)}}}/files/brief.txt","name":"brief.txt","uploadUrl":"{{{Origin(edge)}}}/upload/1","uniqueId":"id-1","fileType":"txt"}}
            """));
    }

    private sealed class Letters : IFileKind
    {
        public string Kind => "letter";

        public Task<MadeFile?> Make(Member member, string subject, CancellationToken cancellationToken) => Task.FromResult<MadeFile?>(File());
    }
}
