using LeerkringBot.Bot.Import;
using LeerkringBot.Domain;
using LeerkringBot.Tests.Storage;

namespace LeerkringBot.Tests.Import;

/// <summary>A network file that is imported once more.</summary>
public sealed class NetworkImportTests : IDisposable
{
    private static readonly string File = System.IO.File.ReadAllText(Path.Join(AppContext.BaseDirectory, "test-network.json"));
    private readonly TestBot bot = new();

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task The_same_file_changes_nothing()
    {
        var lines = await Import(File);

        Assert.Equal(["Kick-off (kick-off): was there already, unchanged", "Vervolg (vervolg): was there already, unchanged"], lines.Take(2));
        Assert.Equal(0, (await KickOff()).Revision);
    }

    [Fact]
    public async Task What_differs_is_changed_and_then_stands()
    {
        var moved = File.Replace("Plein 1, Waalwijk", "Raadhuisplein 2, Waalwijk", StringComparison.Ordinal);

        Assert.Equal("Kick-off (kick-off): changed", (await Import(moved))[0]);
        Assert.Equal("Kick-off (kick-off): was there already, unchanged", (await Import(moved))[0]);

        var stands = await KickOff();
        Assert.Equal("Raadhuisplein 2, Waalwijk", stands.Place.Address);
        Assert.Equal("Plein 1, Waalwijk", stands.Before!.Place.Address);
        Assert.Equal(1, stands.Revision);
    }

    [Fact]
    public async Task Fewer_places_than_were_given_away_are_refused_and_the_rest_is_imported()
    {
        for (var number = 1; number <= 2; number++)
        {
            var person = await bot.Confirmed(number);
            await person.Says("agenda");
            await person.Presses("Bekijk de uitnodiging");
            await person.Presses("Ik kom");
        }

        var lines = await Import(File.Replace("\"capacity\": 3", "\"capacity\": 1", StringComparison.Ordinal).Replace("Omdat het beviel.", "Omdat het zo beviel.", StringComparison.Ordinal));

        Assert.Equal("Kick-off (kick-off): not changed: 2 places are given away already", lines[0]);
        Assert.Equal("Vervolg (vervolg): changed", lines[1]);
        Assert.Equal(3, (await KickOff()).Capacity);
    }

    [Fact]
    public async Task A_date_that_counts_from_today_stays_where_it_was()
    {
        var counted = File.Replace("\"date\": \"2027-02-04\"", "\"date\": \"tuesday +4w\"", StringComparison.Ordinal).Replace("2027-01-29", "-6d", StringComparison.Ordinal);

        Assert.Equal("Kick-off (kick-off): was there already, unchanged", (await Import(counted))[0]);
        Assert.Equal(new DateOnly(2027, 2, 4), (await KickOff()).Date);
    }

    [Fact]
    public async Task A_reason_cancels_and_an_import_without_it_does_not_undo_that()
    {
        Assert.Equal("Kick-off (kick-off): changed", (await Import(File.Replace("\"capacity\": 3,", "\"capacity\": 3, \"cancelled\": \"Te weinig aanmeldingen.\",", StringComparison.Ordinal)))[0]);
        Assert.Equal("Kick-off (kick-off): was there already, unchanged", (await Import(File))[0]);
        Assert.Equal("Te weinig aanmeldingen.", (await KickOff()).Cancellation);
    }

    [Fact]
    public async Task After_a_fault_the_import_goes_on_where_it_was()
    {
        var changed = File.Replace("Omdat het kan.", "Omdat het moet.", StringComparison.Ordinal).Replace("Omdat het beviel.", "Omdat het zo beviel.", StringComparison.Ordinal);
        var table = bot.Tables[Infrastructure.Storage.TableNames.Gatherings];
        // Each gathering is first tried as a new one: the second change is the fourth write.
        table.FailBefore = FaultyTable.OnTime(4);
        await Assert.ThrowsAsync<StorageFaultException>(() => Import(changed));

        Assert.Equal(["Kick-off (kick-off): was there already, unchanged", "Vervolg (vervolg): changed"], (await Import(changed)).Take(2));
    }

    [Fact]
    public async Task Contact_officers_are_those_of_the_last_file_and_their_names_are_nowhere_in_storage()
    {
        var people = new[] { await bot.Confirmed(1), await bot.Confirmed(2), await bot.Confirmed(3, "zeist") };
        await Import(With("\"PERSOON1@waalwijk.example\", \"persoon3@zeist.example\""));
        Assert.Equal([people[0].Id], await Contacts());
        await Import(With($"\"{people[1].Id}\""));
        Assert.Equal([people[1].Id], await Contacts());
        var rows = await bot.Tables[Infrastructure.Storage.TableNames.Network].All(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(rows, row => row.RowKey.Contains("persoon", StringComparison.OrdinalIgnoreCase) || row.RowKey.Contains(people[1].Id.ToString(), StringComparison.Ordinal));

        await Import(File);
        Assert.Empty(await Contacts());

        static string With(string contacts) => File.Replace("[\"waalwijk.example\"]", $"[\"waalwijk.example\"], \"contacts\": [{contacts}]", StringComparison.Ordinal);

        async Task<IEnumerable<MemberId>> Contacts() =>
            await bot.Get<IContactOfficers>().Among(await bot.Get<IMembers>().All(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
    }

    private async Task<IReadOnlyList<string>> Import(string json) =>
        await bot.Get<NetworkImport>().Store(NetworkFile.Read(json, DutchTime.DayOf(bot.Clock.GetUtcNow())), TestContext.Current.CancellationToken);

    private async Task<Gathering> KickOff() => (await bot.Get<IGatherings>().Find(TestBot.KickOff, TestContext.Current.CancellationToken))!;
}
