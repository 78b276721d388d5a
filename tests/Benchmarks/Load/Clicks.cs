using System.Text;
using LeerkringBot.Cards.Polls;
using LeerkringBot.Cards.Registrations;

namespace LeerkringBot.Benchmarks.Load;

/// <summary>Everybody's clicks, in an order that mixes municipalities, polls and gatherings.</summary>
internal static class Clicks
{
    /// <summary>Where a bot with an app registration finds its connector.</summary>
    public const string TeamsConnector = "https://smba.trafficmanager.net/emea/" + Population.Tenant + "/";

    /// <summary>Where a bot without one does. It is never called, because nobody here is new.</summary>
    public const string LocalConnector = "http://127.0.0.1:9/";

    public static Click[] All(ClickKind kind, string connector)
    {
        var clicks = kind == ClickKind.Poll ? Polls(connector).ToArray() : Registrations(connector).ToArray();
        new Random(20200204).Shuffle(clicks);
        return clicks;
    }

    /// <summary>Of the first person.</summary>
    public static Click First(ClickKind kind) => kind == ClickKind.Poll ? Polls(LocalConnector).First() : Registrations(LocalConnector).First();

    /// <summary>A click as Teams would send it.</summary>
    public static byte[] Activity(string connector, int member, string verb, string data) => Encoding.UTF8.GetBytes(
        $$$"""
        {"name":"adaptiveCard/action","type":"invoke","timestamp":"2027-01-19T09:41:12.345Z","localTimestamp":"2027-01-19T10:41:12.345+01:00","id":"f:{{{member}}}9b0c2f7e-5d1a-4b1e-8a55-1f2e3d4c5b6a","channelId":"msteams","serviceUrl":"{{{connector}}}","from":{"id":"29:1{{{member}}}Xr2cGZ0mPpQ9vJt4yWkLh8sDfN3bRaUeTiOoCxVqYz","name":"Deelnemer {{{member}}}","aadObjectId":"{{{Population.ObjectId(member)}}}"},"conversation":{"conversationType":"personal","tenantId":"{{{Population.Tenant}}}","id":"a:1{{{member}}}KpQ7vLm2nRt5xWz8yBc3dFg6hJk9lMn0oPq1rSt2uVw3xYz4aBc5dEf6gHi7jKl8m"},"recipient":{"id":"28:7b1c9d2e-0000-4000-8000-000000000002","name":"LeerkringBot"},"entities":[{"locale":"nl-NL","country":"NL","platform":"Windows","timezone":"Europe/Amsterdam","type":"clientInfo"}],"channelData":{"channel":null,"tenant":{"id":"{{{Population.Tenant}}}"},"source":{"name":"message"},"legacy":{"replyToId":"1:{{{member}}}"}},"replyToId":"17372796{{{member}}}","value":{"action":{"type":"Action.Execute","title":"","id":"","verb":"{{{verb}}}","data":{{{data}}}},"trigger":"manual"},"locale":"nl-NL","localTimezone":"Europe/Amsterdam"}
        """);

    private static IEnumerable<Click> Polls(string connector) =>
        from poll in Enumerable.Range(0, Population.Polls)
        from municipality in Enumerable.Range(0, Population.Municipalities)
        let member = Population.Answerer(poll, municipality)
        select new Click(
            [.. Population.Options.Select(option => Activity(connector, member, PollCard.Answer.Verb, $$"""{"poll":"{{Population.Poll(poll)}}","option":"{{option}}"}"""))],
            ["\"style\":\"good\""u8.ToArray(), "\"style\":\"good\""u8.ToArray()]);

    private static IEnumerable<Click> Registrations(string connector) =>
        from member in Enumerable.Range(0, Population.Members)
        let data = $$"""{"gathering":"{{Population.GatheringOf(member)}}"}"""
        select new Click(
            [Activity(connector, member, InvitationCard.Come.Verb, data), Activity(connector, member, InvitationCard.Decline.Verb, data)],
            ["\"style\":\"good\""u8.ToArray(), "\"style\":\"emphasis\""u8.ToArray()]);
}
