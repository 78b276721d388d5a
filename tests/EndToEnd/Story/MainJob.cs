using System.Text.Json;
using LeerkringBot.Infrastructure.Storage;
using Microsoft.Playwright;

namespace LeerkringBot.EndToEnd.Story;

/// <summary>What the bot is for, from the first click to the rows in storage: the real program, and every person in a Playground of their own.</summary>
public abstract class MainJob(Browser browser) : IClassFixture<Browser>
{
    private const string Gathering = "kick-off-waalwijk";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Where the bot stores, as its settings.</summary>
    protected abstract IReadOnlyDictionary<string, string> Storage { get; }

    /// <summary>All rows of a partition, read past the bot.</summary>
    protected abstract Task<IReadOnlyList<Row>> Rows(string table, string partition, CancellationToken cancellationToken);

    [Fact]
    public async Task An_organiser_invites_and_polls_people_register_and_municipalities_answer()
    {
        await using var bot = await BotProcess.Start(Storage, Cancellation);
        await using var cast = await Cast.Start(browser, bot, GetType().Name, Cancellation);
        try
        {
            await LimitPlaces(cast.Anna);
            await Invite(cast.Anna);
            await Register(cast);
            await Cancel(cast);
            await SendPoll(cast.Anna);
            await AnswerPoll(cast);
            await Refuse(cast.Carla);
            await AskInChannel(cast.Bram);
            await ChannelChanges(cast.Anna);
            await LookOver(cast.Anna);
            await RegistrationsAreStored();
            await AnswersAreStored();
        }
        catch
        {
            await cast.Picture(Repository.Path("artifacts/end-to-end", GetType().Name));
            TestContext.Current.TestOutputHelper?.WriteLine(bot.Output);
            throw;
        }
    }

    private static async Task LimitPlaces(PlaygroundClient anna)
    {
        await anna.Say("overzicht");
        await anna.Press("Overzicht", "Wie komt er?");
        await anna.Fill("Aantal plaatsen", "Aantal plaatsen (leeg: zonder grens)", "3");
        await anna.Press("Aantal plaatsen", "Verander het aantal plaatsen");
        await anna.Card("Het aantal plaatsen is veranderd.");
    }

    private static async Task Invite(PlaygroundClient anna)
    {
        // The Playground installs the bot in the team when somebody first looks there.
        await anna.OpenChannel();
        await anna.Sees("Ik ben er voor bijeenkomsten en peilingen.");
        await anna.OpenPersonalChat();
        await anna.Say("uitnodigen");
        await anna.Press("Uitnodiging versturen", "Kanaal Bijeenkomsten van Leerkring", AriaRole.Radio);
        await anna.Press("Uitnodiging versturen", "Laat het voorbeeld zien");
        await anna.Card("Er is nog niemand aangemeld. Er zijn nog 3 plaatsen vrij.");
        await anna.Press("Dit is een voorbeeld. Er is nog niets verstuurd.", "Versturen");
        await anna.Card("Het versturen is klaar.");
        await anna.Card("1 van 1");

        await anna.OpenChannel();
        var posted = await anna.Card("Uitnodiging: werksessie");
        foreach (var button in (string[])["Ik kom", "Ik kan helaas niet", "Mijn aanmelding"]) await posted.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).WaitForAsync();
        await anna.OpenPersonalChat();
    }

    /// <summary>Four for three places.</summary>
    private static async Task Register(Cast cast)
    {
        await Come(cast.Bram, "Meierijstad");
        await cast.Bram.Card("U bent aangemeld.");
        await Come(cast.Carla, "Lochem");
        await cast.Carla.Card("U bent aangemeld.");
        await Come(cast.Anna, "Waalwijk");
        await cast.Anna.Card("U bent aangemeld.");
        await Come(cast.Dirk, "Coevorden");
        await cast.Dirk.Card("U staat op de wachtlijst, op plaats 1.");
        await cast.Dirk.Card("De bijeenkomst is vol.");
    }

    private static async Task Come(PlaygroundClient person, string municipality)
    {
        await person.Say("agenda");
        await person.Press("Agenda", "Bekijk de uitnodiging");
        await person.Press("Uitnodiging: werksessie", "Ik kom");
        await person.Press($"Werkt u voor de gemeente {municipality}?", $"Ja, {municipality}");
    }

    private static async Task Cancel(Cast cast)
    {
        await cast.Carla.Press("U bent aangemeld.", "Afmelden");
        await cast.Carla.Card("U komt niet.");
        await cast.Dirk.Card("Er is een plaats vrijgekomen. U bent nu aangemeld.");
    }

    private static async Task SendPoll(PlaygroundClient anna)
    {
        await anna.Say("peiling");
        await anna.Press("Peiling versturen", "Kanaal Bijeenkomsten van Leerkring", AriaRole.Radio);
        await anna.Press("Peiling versturen", "Laat het voorbeeld zien");
        await anna.Press("Dit is een voorbeeld. Er is nog niets verstuurd.", "Versturen");
        await anna.Card("Peiling: Doet uw gemeente mee met een Thorbecke-experiment?");
        await anna.OpenChannel();
        await anna.Card("Peiling voor gemeenten");
    }

    /// <summary>Dirk takes over a post in Bram's municipality, is counted there from then on, and thinks otherwise.</summary>
    private static async Task AnswerPoll(Cast cast)
    {
        await cast.Bram.Say("peilingen");
        await cast.Bram.Press("Peilingen", "Bekijk de peiling");
        await cast.Bram.Press("U antwoordt voor de gemeente Meierijstad.", "Doet mee");
        await cast.Bram.Card("Het antwoord van de gemeente Meierijstad: Doet mee.");

        await cast.Dirk.Say("mijn gemeente");
        await cast.Dirk.Choose("Nu bekend: Coevorden.", "Een andere gemeente? Kies die hier", "Meierijstad");
        await cast.Dirk.Press("Nu bekend: Coevorden.", "Dit is mijn gemeente");
        await cast.Dirk.Card("Genoteerd: Meierijstad.");
        await cast.Dirk.Say("peilingen");
        await cast.Dirk.Press("Peilingen", "Bekijk de peiling");
        await cast.Dirk.Press("Het antwoord van de gemeente Meierijstad: Doet mee.", "Denkt erover na");
        await cast.Dirk.Card("Uw collega Bram Kuipers heeft op");
        await cast.Dirk.Press("Wilt u het antwoord van de gemeente Meierijstad veranderen in Denkt erover na?", "Ja, verander in: Denkt erover na");
        await cast.Dirk.Card("Het antwoord van de gemeente Meierijstad: Denkt erover na.");
    }

    private static async Task Refuse(PlaygroundClient carla)
    {
        await carla.Say("uitnodigen");
        await carla.Sees("Dit kunnen alleen de organisatoren van het netwerk.");
        await carla.Say("overzicht");
        await carla.Sees("Dit kunnen alleen de organisatoren van het netwerk.", times: 2);
    }

    private static async Task AskInChannel(PlaygroundClient bram)
    {
        await bram.OpenChannel();
        await bram.Mention("agenda");
        await bram.Sees("Ik heb u in de persoonlijke chat geantwoord.");
        await bram.OpenPersonalChat();
        await bram.Card("Agenda");
    }

    /// <summary>What others did shows on the cards in Anna's channel: which municipality answered what, and nobody's name.</summary>
    private static async Task ChannelChanges(PlaygroundClient anna)
    {
        var poll = await (await anna.Card("1 van de 12 gemeenten")).InnerTextAsync();
        var invitation = await (await anna.Card("Aangemeld: 3 deelnemers uit 2 gemeenten. De bijeenkomst is vol. Nieuwe aanmeldingen komen op de wachtlijst.")).InnerTextAsync();
        foreach (var name in (string[])["Anna", "Bram", "Carla", "Dirk"]) Assert.DoesNotContain(name, poll + invitation, StringComparison.Ordinal);
        Assert.Contains("1 gemeente: Meierijstad", poll, StringComparison.Ordinal);
        foreach (var municipality in (string[])["Meierijstad", "Coevorden"]) Assert.DoesNotContain(municipality, invitation, StringComparison.Ordinal);

        await anna.OpenPersonalChat();
    }

    private static async Task LookOver(PlaygroundClient anna)
    {
        await anna.Say("overzicht");
        await anna.Press("Aangemeld: 3 deelnemers uit 2 gemeenten.", "Wie komt er?");
        var gathering = await (await anna.Card("Komt (3)")).InnerTextAsync();
        Assert.Contains("Anna de Wit (Waalwijk), Bram Kuipers (Meierijstad), Dirk Postma (Meierijstad)", gathering, StringComparison.Ordinal);
        Assert.Contains("Carla Mulder (Lochem)", gathering, StringComparison.Ordinal);

        await anna.Say("overzicht");
        await anna.Press("1 van de 12 gemeenten", "Wie antwoordde wat?");
        await anna.Card("Denkt erover na (1)");
        await anna.Card("Nog geen antwoord (11)");
    }

    private async Task RegistrationsAreStored()
    {
        var rows = (await Rows(TableNames.Gatherings, Gathering, Cancellation)).ToDictionary(row => row.RowKey);
        var head = rows[$"g|{Gathering}"];
        Assert.Equal((3, 3, 5), (head.Whole("Capacity"), head.Whole("Participants"), head.Whole("NextTicket")));
        Assert.Null(head.Text("Waiting0"));
        Assert.Equal(
            new() { ["GM0867"] = 1, ["GM1948"] = 2 },
            JsonSerializer.Deserialize<SortedDictionary<string, int>>(head.Text("Coming0")!)!);
        Assert.Equal(
            [("Anna", true, "GM0867", 3), ("Bram", true, "GM1948", 1), ("Carla", false, "GM0262", 2), ("Dirk", true, "GM1948", 4)],
            Cast.People.Take(4).Select(person => rows[$"r|{Gathering}|{person.ObjectId}"] is var row
                ? (person.Name.Split(' ')[0], row.Flag("Wants"), row.Text("Affiliation")!, row.Whole("Ticket")!.Value)
                : default));
        Assert.Equal(4, rows.Keys.Count(key => key.StartsWith("r|", StringComparison.Ordinal)));
    }

    private async Task AnswersAreStored()
    {
        var index = await Rows(TableNames.Index, Partition.Network, Cancellation);
        var poll = Assert.Single(index, row => row.RowKey.StartsWith("poll|", StringComparison.Ordinal)).RowKey.Split('|')[2];
        var answers = (await Rows(TableNames.Polls, poll, Cancellation)).Where(row => row.RowKey != "p");
        Assert.Equal(
            [
                ("a|GM1948", "denkt-erover-na", Cast.People[3].ObjectId, 2),
                ("h|GM1948|000001", "doet-mee", Cast.People[1].ObjectId, 1),
                ("h|GM1948|000002", "denkt-erover-na", Cast.People[3].ObjectId, 2),
            ],
            answers.OrderBy(row => row.RowKey, StringComparer.Ordinal).Select(row => (row.RowKey, row.Text("Option")!, row.Text("By")!, row.Whole("Version")!.Value)));
    }
}
