using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Tests.Broadcasts;

/// <summary>What happens to a broadcast that breaks off in between.</summary>
public sealed class DeliverBroadcastTests : IDisposable
{
    private readonly TestBot bot = new();

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task A_fault_in_the_middle_of_the_sending_leaves_it_uncertain_and_tells_the_organiser()
    {
        var organiser = bot.Organiser();
        var tries = 0;
        bot.Messenger.Outcome = to => to is Recipient.OfChannel && ++tries == 1 ? throw new InvalidOperationException("Broken off.") : null;
        await Send(organiser);

        await TestBot.Until(() =>
        {
            bot.Clock.Advance(TimeSpan.FromSeconds(15));
            return bot.Messenger.To(organiser).Count == 1;
        });

        organiser.Looks(bot.Messenger.To(organiser).Single());
        Assert.Contains("het is niet zeker of het bericht is aangekomen", organiser.Seen);
        Assert.Equal(1, tries);
    }

    [Fact]
    public async Task A_fault_before_the_sending_is_tried_again()
    {
        var organiser = bot.Organiser();
        var reads = 0;
        await organiser.Says("uitnodigen");
        await organiser.Presses("Laat het voorbeeld zien");
        bot.Tables[TableNames.Deliveries].FailBefore = batch => batch.Any(change => change.Row.Text("State") == nameof(DeliveryState.Sending)) && ++reads == 1;
        await organiser.Presses("Versturen");

        await TestBot.Until(() =>
        {
            bot.Clock.Advance(TimeSpan.FromSeconds(2));
            return bot.Messenger.To(organiser).Count == 1;
        });
        Assert.Single(bot.Messenger.Sent, sent => sent.To is Recipient.OfChannel);
    }

    [Fact]
    public async Task A_posted_card_whose_following_failed_is_followed_when_tried_again()
    {
        var organiser = bot.Organiser();
        var faults = 0;
        bot.Tables[TableNames.SharedCards].FailBefore = _ => ++faults == 1;
        await Send(organiser);

        await TestBot.Until(() =>
        {
            bot.Clock.Advance(TimeSpan.FromSeconds(2));
            return bot.Messenger.To(organiser).Count == 1;
        });
        Assert.Single(await bot.Get<ISharedCardStore>().All(TestContext.Current.CancellationToken));
        Assert.Single(bot.Messenger.Sent, sent => sent.To is Recipient.OfChannel);
    }

    [Fact]
    public async Task What_Teams_puts_off_for_ever_is_given_up_and_named()
    {
        var organiser = bot.Organiser();
        bot.Messenger.Outcome = to => to is Recipient.OfChannel ? new SendOutcome.Postponed(null) : null;
        await Send(organiser);

        await TestBot.Until(() =>
        {
            bot.Clock.Advance(TimeSpan.FromMinutes(1));
            return bot.Messenger.To(organiser).Count == 1;
        });
        organiser.Looks(bot.Messenger.To(organiser).Single());
        Assert.Contains("Teams nam het bericht telkens niet aan", organiser.Seen);
    }

    [Fact]
    public async Task A_start_whose_hint_was_lost_is_found_by_the_sweep()
    {
        var organiser = bot.Organiser();
        await organiser.Says("uitnodigen");
        await organiser.Presses("Laat het voorbeeld zien");
        bot.Tables[TableNames.Deliveries].FailAfter = batch => batch.Any(change => change.Row.RowKey.StartsWith("o|", StringComparison.Ordinal) && change is RowChange.Insert);
        Assert.Contains("Er ging iets mis bij ons", await organiser.Presses("Versturen"));
        bot.Tables[TableNames.Deliveries].FailAfter = _ => false;

        await TestBot.Until(() =>
        {
            bot.Clock.Advance(TimeSpan.FromSeconds(5));
            return bot.Messenger.To(organiser).Count == 1;
        });
        Assert.Contains("Het versturen", await organiser.Presses("Opnieuw proberen"));
        Assert.Single(bot.Messenger.Sent, sent => sent.To is Recipient.OfChannel);
    }

    private static async Task Send(TestPerson organiser)
    {
        await organiser.Says("uitnodigen");
        await organiser.Presses("Laat het voorbeeld zien");
        await organiser.Presses("Versturen");
    }
}
