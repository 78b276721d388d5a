using System.Net;
using LeerkringBot.Bot.Files;
using LeerkringBot.Cards;
using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LeerkringBot.Tests.Files;

public sealed class FileHandoverTests : IDisposable
{
    private readonly RecordingConsent consent = new();
    private readonly TestBot bot;
    private readonly TestPerson anna;

    public FileHandoverTests()
    {
        bot = new(services =>
        {
            services.AddFileKind<Letters>();
            services.Replace(ServiceDescriptor.Singleton<IFileConsent>(consent));
        });
        anna = bot.Person(1);
    }

    public static TheoryData<string, string> TooLong => new() { { Letters.Name, new string('x', 401) } };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task A_file_comes_as_a_link_that_holds_nothing_of_the_person_and_gives_the_file()
    {
        Assert.Contains("Uw bestand staat klaar", await Ask("verslag"));
        Assert.DoesNotContain("OneDrive", anna.Seen);
        Assert.DoesNotContain(anna.Id.ToString(), Link(), StringComparison.Ordinal);
        Assert.DoesNotContain("verslag", Link(), StringComparison.Ordinal);

        using var response = await Get(Link());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("verslag voor Persoon 1", await response.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal("text/plain", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(("attachment", "brief.txt"), (response.Content.Headers.ContentDisposition!.DispositionType, response.Content.Headers.ContentDisposition.FileName));
        Assert.Equal("no-store", response.Headers.GetValues("Cache-Control").Single());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
    }

    [Fact]
    public async Task The_same_link_works_ten_minutes_however_often_and_then_says_friendly_that_it_is_over()
    {
        await Ask("verslag");
        bot.Clock.Advance(FileHandover.LinkLifetime - TimeSpan.FromSeconds(1));
        using (var first = await Get(Link())) Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        using (var second = await Get(Link())) Assert.Equal(HttpStatusCode.OK, second.StatusCode);

        bot.Clock.Advance(TimeSpan.FromSeconds(1));
        using var late = await Get(Link());
        Assert.Equal(HttpStatusCode.Gone, late.StatusCode);
        await IsPage(late);

        await anna.Presses("Nieuwe link");
        using var anew = await Get(Link());
        Assert.Equal(HttpStatusCode.OK, anew.StatusCode);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_link_that_nobody_gave_is_a_friendly_not_found(string ticket)
    {
        using var response = await Get("/bestand/" + ticket);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        await IsPage(response);
    }

    [Fact]
    public async Task A_ticket_of_another_purpose_is_no_ticket()
    {
        await anna.Says("hallo");
        var text = new FileTicket(Letters.Name, "verslag", anna.Id, bot.Clock.GetUtcNow().AddMinutes(5)).ToString();
        using var response = await Get("/bestand/" + await bot.Get<ISeal>().Seal("agenda", text, Cancellation));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Whether_somebody_may_have_a_file_is_asked_again_when_it_is_fetched()
    {
        await Ask("verslag");
        Letters.Refuses = true;
        using var response = await Get(Link());
        Letters.Refuses = false;
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("geheim", "x")]
    [InlineData(Letters.Name, "van een ander")]
    [InlineData("", "")]
    [MemberData(nameof(TooLong))]
    public async Task A_forged_request_for_a_file_gives_none(string kind, string subject)
    {
        Assert.Contains("Dit bestand is er niet, of het is niet voor u", await anna.Clicks("file.again", new System.Text.Json.Nodes.JsonObject { ["kind"] = kind, ["subject"] = subject }));
        Assert.Empty(consent.Asked);
    }

    [Fact]
    public async Task Fetching_a_file_writes_nothing()
    {
        await Ask("verslag");
        var before = TableNames.All.Select(name => bot.Tables[name].Writes).ToList();
        using (await Get(Link())) Assert.Equal(before, TableNames.All.Select(name => bot.Tables[name].Writes));
    }

    [Fact]
    public async Task In_Teams_the_question_for_OneDrive_comes_too()
    {
        consent.Arrives = true;
        Assert.Contains("Teams of het bestand in uw OneDrive mag", await Ask("verslag"));
        var (member, file, ticket) = Assert.Single(consent.Asked);
        Assert.Equal((anna.Id, "brief.txt"), (member, file.Name));

        bot.Clock.Advance(TimeSpan.FromHours(1));
        var opened = await bot.Get<FileTickets>().Open(ticket, Cancellation);
        Assert.Equal((Letters.Name, "verslag", anna.Id), (opened!.Kind, opened.Subject, opened.Member));
        Assert.False(bot.Get<FileTickets>().IsOver(opened));
    }

    private Task<string> Ask(string subject) => anna.Clicks("file.again", new System.Text.Json.Nodes.JsonObject { ["kind"] = Letters.Name, ["subject"] = subject });

    private string Link() => new Uri(anna.Links().Single()).AbsolutePath;

    private async Task<HttpResponseMessage> Get(string path)
    {
        using var client = bot.CreateClient();
        return await client.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
    }

    private static async Task IsPage(HttpResponseMessage response)
    {
        var page = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("<h1>Dit bestand is er niet meer</h1>", page);
        Assert.Contains("<div lang=\"en\">", page);
        Assert.DoesNotMatch(@"\{[a-z]+\}", page[page.IndexOf("<body>", StringComparison.Ordinal)..]);
        Assert.Equal("no-store", response.Headers.GetValues("Cache-Control").Single());
    }

    private sealed class Letters : IFileKind
    {
        public const string Name = "letter";

        public static bool Refuses { get; set; }

        public string Kind => Name;

        public Task<MadeFile?> Make(Member member, string subject, CancellationToken cancellationToken) => Task.FromResult(
            Refuses || subject == "van een ander" ? null : new MadeFile("brief.txt", "text/plain", System.Text.Encoding.UTF8.GetBytes($"{subject} voor {member.Name}")));
    }

    private sealed class RecordingConsent : IFileConsent
    {
        public List<(MemberId Member, MadeFile File, string Ticket)> Asked { get; } = [];

        public bool Arrives { get; set; }

        public Task<bool> Ask(MemberId member, MadeFile file, string ticket, Texts texts, CancellationToken cancellationToken)
        {
            Asked.Add((member, file, ticket));
            return Task.FromResult(Arrives);
        }
    }
}
