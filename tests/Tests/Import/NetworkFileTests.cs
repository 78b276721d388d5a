using LeerkringBot.Bot.Development;
using LeerkringBot.Bot.Import;
using LeerkringBot.Domain;

namespace LeerkringBot.Tests.Import;

public sealed class NetworkFileTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private static readonly string Sample = File.ReadAllText(Path.Join(Repository.Root, "Bot", "sample-network.json"));

    [Fact]
    public void Persons_and_mailboxes_of_the_sample_are_invented()
    {
        var file = NetworkFile.Read(Sample, Today);
        Assert.All(file.People, person => Assert.EndsWith(".example", person.Email));
        Assert.All(file.Gatherings, one => Assert.EndsWith(".example", one.Contact));
        Assert.EndsWith(".example", file.Network.Mailbox);
    }

    [Fact]
    public void A_network_without_six_persons_has_those_of_the_sample_in_the_Playground()
    {
        var sample = NetworkFile.Read(Sample, Today).People;
        Assert.Equal(sample, PlaygroundUser.Six([]));
        Assert.Equal(sample, PlaygroundUser.Six([.. sample, sample[0]]));
        var own = sample.Select(person => person with { Name = "Eigen" }).ToList();
        Assert.Equal(own, PlaygroundUser.Six(own));
    }

    [Theory]
    [InlineData("\"name\": \"M50 leerkring Democratische vernieuwing\",", "", "name: is missing")]
    [InlineData("GM0203", "0203", "municipalities[0].code: must be a CBS code such as GM0867")]
    [InlineData("GM0109", "GM0203", "municipalities: two municipalities have the same code")]
    [InlineData("\"barneveld.nl\"", "\"@barneveld\"", "municipalities[0].emailDomains: '@barneveld' is not a domain such as waalwijk.nl")]
    [InlineData("\"end\": \"16:30\",\n      \"place\"", "\"end\": \"13:00\",\n      \"place\"", "gatherings[0].end: must be after start")]
    [InlineData("\"start\": \"13:30\", \"end\": \"13:45\"", "\"start\": \"13:30\", \"end\": \"kwart voor\"", "gatherings[0].programme[0].end: is longer than 5 characters")]
    [InlineData("tuesday +4w", "binnenkort", "gatherings[0].date: must be a date such as 2027-02-04, or '-6d', or 'tuesday +4w'")]
    [InlineData("\"registerBefore\": \"-6d\"", "\"registerBefore\": \"3d\"", "gatherings[0].registerBefore: must not be after the date")]
    [InlineData("\"kind\": \"werksessie\"", "\"kind\": \"werksessie\", \"capaciteit\": 3", "gatherings[0].capaciteit: is not known here")]
    [InlineData("\"kind\": \"werksessie\"", "\"kind\": \"werksessie\", \"capacity\": 0", "gatherings[0].capacity: must be a whole number of 1 or more")]
    [InlineData("\"farid.haddou@vng.example\"]", "\"Farid\"]", "organisers[1]: must be an Entra object id or an e-mail address")]
    [InlineData("\"farid.haddou@vng.example\"]", "\"Farid <farid.haddou@vng.example>\"]", "organisers[1]: must be an Entra object id or an e-mail address")]
    [InlineData("\"ida.bos@meierijstad.example\"", "\"Ida\"", "municipalities[5].contacts[1]: must be an Entra object id or an e-mail address")]
    [InlineData("[\"anna.dewit@waalwijk.example\"]", "\"anna.dewit@waalwijk.example\"", "municipalities[10].contacts: must be a list")]
    [InlineData("\"end\": \"13:45\"", "\"end\": \"13:30\"", "gatherings[0].programme[0].end: must be after start")]
    [InlineData("\"start\": \"13:45\"", "\"start\": \"13:40\"", "gatherings[0].programme[1]: is at the same time as number 0")]
    [InlineData("\"start\": \"13:45\"", "\"room\": true, \"start\": \"13:45\"", "gatherings[0].programme[1].room: must be a text")]
    [InlineData("[\"raadslid\"", "[\"raadsheer\"", "gatherings[1].roles[0]: must be one of ambtenaar, burgemeester, gemeentesecretaris, griffier, raadslid, wethouder")]
    [InlineData("\"approval\": true", "\"approval\": \"ja\"", "gatherings[7].approval: must be true or false")]
    [InlineData("\"title\": \"Kernendemocratie\"", "\"title\": \"Spelregels voor democratische processen\"", "gatherings[7].rounds[0].tracks[2].title: stands there twice")]
    [InlineData("\"kind\": \"yesNo\"", "\"kind\": \"ja\"", "gatherings[7].questions[0].kind: must be text, choice, yesNo or number")]
    [InlineData("\"question\": \"plan\"", "\"question\": \"plannen\"", "gatherings[7].questions[1].when: must name an earlier question")]
    [InlineData("\"answer\": \"yes\"", "\"answer\": \"ja\"", "gatherings[7].questions[1].when: is an answer that nobody can give")]
    [InlineData("secretariaat@m50.example\"\n    }", "secretariaat\"\n    }", "gatherings[0].contact: must be an e-mail address")]
    public void A_mistake_is_named_by_its_path(string right, string wrong, string mistake)
    {
        Assert.Contains(right, Sample);
        var thrown = Assert.Throws<NetworkFileException>(() => NetworkFile.Read(Sample.Replace(right, wrong, StringComparison.Ordinal), Today));
        Assert.Contains(mistake, thrown.Mistakes);
    }

    [Fact]
    public void All_mistakes_are_named_at_once()
    {
        var thrown = Assert.Throws<NetworkFileException>(() => NetworkFile.Read("""{ "gatherings": [{}, 3], "polls": [{ "id": "a b" }] }""", Today));
        Assert.Contains("gatherings[0].title: is missing", thrown.Mistakes);
        Assert.Contains("gatherings[1]: must be an object", thrown.Mistakes);
        Assert.Contains("polls[0].id: must be 1 to 80 letters, digits or '-'", thrown.Mistakes);
        Assert.Contains("mailbox: is missing", thrown.Mistakes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("3")]
    public void What_is_not_a_network_is_refused(string json) => Assert.Throws<NetworkFileException>(() => NetworkFile.Read(json, Today));
}
