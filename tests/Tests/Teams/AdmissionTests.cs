using System.Net;
using System.Text;
using LeerkringBot.Bot.Teams;
using LeerkringBot.Infrastructure.Storage;
using LeerkringBot.Infrastructure.Teams;
using Microsoft.AspNetCore.Http;

namespace LeerkringBot.Tests.Teams;

public sealed class AdmissionTests
{
    private const string Other = "99999999-0000-0000-0000-0000000000aa";

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{} {}")]
    [InlineData("""{"type":7}""")]
    [InlineData("{}")]
    public async Task What_is_no_activity_is_a_bad_request(string json)
    {
        await using var edge = await EdgeHost.Start();
        Assert.Equal(HttpStatusCode.BadRequest, (await edge.Post(json)).Status);
    }

    [Fact]
    public async Task A_form_that_a_web_page_could_post_is_a_bad_request()
    {
        await using var edge = await EdgeHost.Start();
        var message = edge.Personal("message").Text("testkaart");
        var (status, _) = await edge.Post(message, request => request.Content = new StringContent(message.ToJsonString(), Encoding.UTF8, "text/plain"));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Empty(edge.Feature.Messages);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task More_than_256_KiB_is_too_large_whether_announced_or_not(bool announced)
    {
        await using var edge = await EdgeHost.Start();
        var json = edge.Personal("message").Text(new string('x', ActivityBody.MostBytes)).ToJsonString();
        var (status, _) = await edge.Post(json, request =>
        {
            request.Headers.TransferEncodingChunked = !announced;
        });
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
        Assert.Empty(edge.Feature.Messages);
    }

    [Theory]
    [InlineData("typing")]
    [InlineData("event")]
    [InlineData("messageReaction")]
    [InlineData("iets nieuws")]
    public async Task An_activity_of_a_kind_we_do_not_know_is_accepted_and_ignored(string type)
    {
        await using var edge = await EdgeHost.Start();
        await edge.Deliver(edge.Personal(type));
        Assert.Empty(edge.Connector.Calls);
        Assert.Empty(await edge.Rows(TableNames.Conversations));
    }

    [Fact]
    public async Task Another_tenant_is_forbidden()
    {
        await using var edge = await EdgeHost.Start(_ => { }, ("Network:AllowedTenants:0", Activities.Tenant.ToUpperInvariant()));
        await edge.Deliver(edge.Personal("message").Text("testkaart"));

        var here = edge.Personal("message").Text("testkaart");
        here["channelData"]!["tenant"]!["id"] = Other;
        Assert.Equal(HttpStatusCode.Forbidden, (await edge.Post(here)).Status);

        var there = edge.Personal("message").Text("testkaart");
        there["conversation"]!["tenantId"] = Other;
        Assert.Equal(HttpStatusCode.Forbidden, (await edge.Post(there)).Status);

        var nowhere = edge.Personal("message").Text("testkaart").With("channelData", null);
        nowhere["conversation"]!["tenantId"] = null;
        Assert.Equal(HttpStatusCode.Forbidden, (await edge.Post(nowhere)).Status);
        Assert.Single(edge.Feature.Messages);
    }

    [Theory]
    [InlineData("127.0.0.1", "localhost:3978", null, null)]
    [InlineData("::1", "[::1]:3978", null, null)]
    [InlineData("192.168.1.4", "localhost:3978", null, 403)]
    [InlineData("127.0.0.1", "evil.example", null, 403)]
    [InlineData("127.0.0.1", "localhost", "X-Forwarded-For", 403)]
    [InlineData("127.0.0.1", "localhost", "X-Forwarded-Host", 403)]
    [InlineData("127.0.0.1", "localhost", "Forwarded", 403)]
    public async Task Without_a_registration_only_programs_on_this_machine_may_call(string caller, string host, string? header, int? refusal)
    {
        var admission = new Admission(new(null, new HashSet<string>(), new("https://login.botframework.com")), null);
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = IPAddress.Parse(caller);
        http.Request.Host = new HostString(host);
        if (header is not null) http.Request.Headers[header] = "x";
        Assert.Equal(refusal, (await admission.AtTheDoor(http)).Refusal);
    }

    [Fact]
    public async Task Without_a_registration_no_token_is_sent()
    {
        await using var edge = await EdgeHost.Start();
        await edge.Deliver(edge.Personal("message").Text("testkaart"));
        Assert.NotEmpty(edge.Connector.Calls);
        Assert.All(edge.Connector.Calls, call => Assert.Null(call.Authorization));
    }

    [Fact]
    public async Task A_connector_that_is_not_on_the_list_is_neither_called_nor_remembered()
    {
        await using var edge = await EdgeHost.Start();
        await edge.Deliver(Activities.Personal("message", edge.ServiceUrl.Replace("127.0.0.1", "localhost", StringComparison.Ordinal)).Text("testkaart"));
        await edge.Deliver(Activities.Personal("installationUpdate", "https://evil.example/").With("action", "add"));
        await edge.Deliver(Activities.InChannel("message", "https://evil.example/").Text("testkaart"));
        await edge.Deliver(Activities.Personal("invoke", "https://evil.example/").Execute("test.card"));
        Assert.Equal(2, edge.Feature.Messages.Count);
        Assert.Empty(edge.Connector.Calls);
        Assert.Empty(await edge.Rows(TableNames.Conversations));
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/", true)]
    [InlineData("https://SMBA.trafficmanager.net/emea", true)]
    [InlineData("https://smba.infra.gov.teams.microsoft.us/gcch", true)]
    [InlineData("https://webchat.botframework.com/", true)]
    [InlineData("http://smba.trafficmanager.net/emea/", false)]
    [InlineData("https://smba.trafficmanager.net:8443/", false)]
    [InlineData("https://smba.trafficmanager.net@evil.example/", false)]
    [InlineData("https://user@smba.trafficmanager.net/", false)]
    [InlineData("https://evil.trafficmanager.net/", false)]
    [InlineData("https://evilbotframework.com/", false)]
    [InlineData("https://smba.trafficmanager.net/?x=", false)]
    [InlineData("https://smba.trafficmanager.net/#", false)]
    [InlineData("http://localhost:56150/_connector", false)]
    [InlineData("smba.trafficmanager.net", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_token_goes_to_teams_own_hosts_alone(string? url, bool allowed) =>
        Assert.Equal(allowed, new ServiceUrls(development: false).Allows(url));

    [Theory]
    [InlineData("http://localhost:56150/_connector", true)]
    [InlineData("http://127.0.0.1:56150/_connector", true)]
    [InlineData("http://[::1]:56150/", true)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("http://10.0.0.1/", false)]
    [InlineData("https://smba.trafficmanager.net/emea/", false)]
    public void Without_a_registration_only_connectors_on_this_machine_are_called(string url, bool allowed) =>
        Assert.Equal(allowed, new ServiceUrls(development: true).Allows(url));
}
