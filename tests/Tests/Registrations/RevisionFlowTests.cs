using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Bot.Registrations;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Domain.Gatherings;

namespace LeerkringBot.Tests.Registrations;

/// <summary>What people hear and see when a gathering is moved or cancelled.</summary>
public sealed class RevisionFlowTests : IDisposable
{
    private readonly TestBot bot = new();

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task Moving_tells_those_who_registered_once_and_updates_the_cards_that_were_sent()
    {
        var people = new[] { await bot.Confirmed(1), await bot.Confirmed(2), await bot.Confirmed(3) };
        bot.Messenger.Team.AddRange(await Task.WhenAll(people.Select(async person => (await bot.Get<IMembers>().Find(person.Id, Cancellation))!)));
        await bot.Get<SendBroadcast>().Start(new("uitnodiging", InvitationContent.Of(TestBot.KickOff), new(TeamAudience.Name, RecordingMessenger.Channel.ToString()), null, bot.Clock.GetUtcNow()), Cancellation);
        await TestBot.Until(() => bot.Messenger.Sent.Count == 3);
        await people[0].Comes(TestBot.KickOff);
        await people[1].Comes(TestBot.KickOff);
        await people[1].Presses("Afmelden");

        await bot.Get<ReviseGathering>().To(TestBot.KickOff, current => current with { Date = current.Date.AddDays(1), Place = new("Seinwezen", "Kinderhuisingel 1, Haarlem") }, Cancellation);

        await TestBot.Until(() => bot.Messenger.Sent.Count == 4 && bot.Messenger.Updated.Count == 3);
        people[0].Looks(bot.Messenger.To(people[0])[1]);
        Assert.Contains("Deze bijeenkomst is verplaatst. Kunt u nu niet? Meld u dan af.", people[0].Seen);
        Assert.Contains("Het was eerst donderdag 4 februari", people[0].Seen);
        Assert.Contains("vrijdag 5 februari", people[0].Seen);
        people[2].Looks(bot.Messenger.Updated.Single(update => update.Posted.Recipient == new Recipient.OfMember(people[2].Id)).Card);
        Assert.Contains("Seinwezen", people[2].Seen);

        await bot.Get<ReviseGathering>().To(TestBot.KickOff, current => current with { Why = "Anders verteld." }, Cancellation);
        await Settle();
        Assert.Equal(4, bot.Messenger.Sent.Count);
    }

    [Fact]
    public async Task Cancelling_tells_everybody_who_answered_and_closes_the_card()
    {
        var (coming, declined, silent) = (await bot.Confirmed(1), await bot.Confirmed(2), await bot.Confirmed(3));
        await coming.Comes(TestBot.KickOff);
        await declined.Opens(TestBot.KickOff);
        await declined.Presses("Ik kan helaas niet");

        await bot.Get<ReviseGathering>().Cancel(TestBot.KickOff, "De spreker is ziek.", Cancellation);
        await bot.Get<ReviseGathering>().Cancel(TestBot.KickOff, "Nog eens.", Cancellation);

        await TestBot.Until(() => bot.Messenger.Sent.Count == 2);
        await Settle();
        Assert.Equal(2, bot.Messenger.Sent.Count);
        Assert.Single(bot.Messenger.To(declined));
        coming.Looks(bot.Messenger.To(coming).Single());
        Assert.Contains("Deze bijeenkomst gaat niet door. Reden: De spreker is ziek.", coming.Seen);
        Assert.Empty(coming.ButtonTitles());
        Assert.Contains("gaat niet door", await silent.Comes(TestBot.KickOff));
        Assert.Null(await bot.RegistrationOf(TestBot.KickOff, silent.Id));
    }

    [Fact]
    public async Task A_moved_gathering_that_is_moved_again_at_once_is_told_as_it_stands()
    {
        var person = await bot.Confirmed(1);
        await person.Comes(TestBot.KickOff);
        await Task.WhenAll(
            bot.Get<ReviseGathering>().To(TestBot.KickOff, current => current with { Start = new(10, 0) }, Cancellation),
            bot.Get<ReviseGathering>().To(TestBot.KickOff, current => current with { End = new(18, 0) }, Cancellation));

        await TestBot.Until(() => bot.Messenger.To(person).Count >= 1);
        await Settle();
        person.Looks(bot.Messenger.To(person)[^1]);
        Assert.Contains("10.00 – 18.00", person.Seen);
        Assert.Equal(2, (await bot.SheetOf(TestBot.KickOff)).Revision);
    }

    [Fact]
    public async Task Fewer_places_than_were_given_and_tracks_in_use_are_refused_and_nothing_changes()
    {
        var gathering = await bot.Adds("sporen", one => one.WithTracks());
        foreach (var number in new[] { 1, 2 })
        {
            var person = await bot.Confirmed(number);
            await person.Comes(gathering.Id);
            await person.Presses("Versturen", ("round-ochtend", "kernen"));
        }

        var revise = bot.Get<ReviseGathering>();
        var few = Assert.IsType<RevisionOutcome.TooFewPlaces>(await revise.To(gathering.Id, current => current.WithTracks(1) with { Capacity = current.Capacity }, Cancellation));
        Assert.Equal(("kernen", 2), (few.Track!.Id, few.Least));
        Assert.Equal("kernen", Assert.IsType<RevisionOutcome.TrackInUse>(await revise.To(gathering.Id, current => current with { Rounds = [] }, Cancellation)).TrackId);
        Assert.Equal(2, (await bot.Get<IGatherings>().Find(gathering.Id, Cancellation))!.Rounds.Length);
    }

    [Fact]
    public async Task A_corrected_municipality_is_counted_at_once()
    {
        var person = await bot.Confirmed(1);
        await person.Comes(TestBot.KickOff);

        await person.Says("mijn gemeente");
        await person.Presses("Dit is mijn gemeente", ("code", "GM0355"));

        await TestBot.Until(() => bot.SheetOf(TestBot.KickOff).GetAwaiter().GetResult().Coming.ContainsKey("GM0355"));
        Assert.Equal(1, (await bot.SheetOf(TestBot.KickOff)).Participants);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private async Task Settle()
    {
        for (var i = 0; i < 30; i++)
        {
            bot.Clock.Advance(TimeSpan.FromSeconds(5));
            await Task.Delay(10, Cancellation);
        }
    }
}
