using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Cards.Broadcasts;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Domain.Members;
using LeerkringBot.Tests.Workbooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LeerkringBot.Tests.Broadcasts;

/// <summary>What an organiser can do with the report: see everybody who was not reached, take it along, tell those who have it by mail what changed.</summary>
public sealed class AfterwardsFlowTests : IDisposable
{
    private const string Id = "bericht";
    private readonly RecordingMailer mailer = new();
    private readonly TestBot bot;
    private readonly TestPerson organiser;

    public AfterwardsFlowTests()
    {
        bot = new(services => services.Replace(ServiceDescriptor.Singleton<IMailer>(mailer)));
        organiser = bot.Organiser();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IBroadcastStore Broadcasts => bot.Get<IBroadcastStore>();

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task Who_got_it_by_mail_is_counted_after_a_change_and_told_once()
    {
        await Sent();
        Assert.Contains("Daarvan per e-mail\n1", await Look());
        Assert.DoesNotContain("niet meer veranderen", organiser.Seen);
        await organiser.Presses("Tekst wijzigen");
        Assert.Contains("1 kaart krijgt de nieuwe tekst", organiser.Seen);
        await organiser.Presses("Doorvoeren", ("text", "De bundel is er, op een ander adres."));
        await Done();
        Assert.Contains("1 persoon kreeg dit per e-mail. Een e-mail kan ik niet meer veranderen.", await Look());
        Assert.Single(mailer.Sent);

        var (verb, data) = organiser.Button("Stuur hun de correctie");
        await organiser.Clicks(verb, data.DeepClone());
        await organiser.Clicks(verb, data.DeepClone());
        Assert.Contains("1 persoon kreeg dit per e-mail en krijgt de wijziging apart.", organiser.Seen);
        Assert.DoesNotContain("Stuur hun de correctie", organiser.ButtonTitles());
        await TestBot.Until(() => mailer.Sent.Count == 2);
        var mail = mailer.Sent.Last();
        Assert.Equal(("mia@lochem.example", "Correctie: Inspiratiebundel"), (mail.To, mail.Subject));
        Assert.Contains("Dit vervangt wat u eerder kreeg.", mail.Text);
        Assert.Contains("op een ander adres", mail.Text);

        // The change after that is one of its own.
        await Done();
        await Look();
        await organiser.Presses("Intrekken");
        await organiser.Presses("Ja, intrekken", ("reason", "Toch niet"));
        await Done();
        await Look();
        await organiser.Presses("Laat hun weten");
        await TestBot.Until(() => mailer.Sent.Count == 3);
        Assert.Equal("Ingetrokken: Inspiratiebundel", mailer.Sent.Last().Subject);
        Assert.Contains("Reden: Toch niet", mailer.Sent.Last().Text);
        Assert.DoesNotContain("op een ander adres", mailer.Sent.Last().Text);
        Assert.Contains("Ingetrokken: Inspiratiebundel", await organiser.Says("verzendingen"));
    }

    [Theory]
    [InlineData(NotSentReason.NotFound, true)]
    [InlineData(NotSentReason.Unreachable, true)]
    [InlineData(NotSentReason.BlockedByUser, true)]
    [InlineData(NotSentReason.NotInstalled, true)]
    [InlineData(NotSentReason.InstallationRefused, true)]
    [InlineData(NotSentReason.NotInDirectory, true)]
    [InlineData(NotSentReason.DisabledByAdmin, true)]
    [InlineData(NotSentReason.Refused, true)]
    [InlineData(NotSentReason.TooLarge, false)]
    [InlineData(NotSentReason.Busy, false)]
    public async Task Whom_Teams_does_not_reach_gets_a_mail_and_where_the_message_itself_is_wrong_nobody_does(NotSentReason reason, bool mailed)
    {
        await Sent(new SendOutcome.NotSent(reason));

        Assert.Equal(mailed ? ["mia@lochem.example"] : [], mailer.Sent.Select(mail => mail.To));
        var mia = (await Broadcasts.Delivery(Id, new Recipient.OfMember(new("mail")), Cancellation))!;
        Assert.Equal((mailed ? DeliveryState.Sent : DeliveryState.Failed, mailed ? DeliveryRoute.Mail : DeliveryRoute.Teams), (mia.State, mia.Route));
        // Without an address there is no other way.
        Assert.Equal(reason, (await Broadcasts.Delivery(Id, new Recipient.OfMember(new("nobody")), Cancellation))!.Reason);
    }

    [Fact]
    public async Task Who_got_it_by_mail_can_still_be_told_of_a_correction_after_what_it_tells_was_changed()
    {
        await Sent();
        await Look();
        await organiser.Presses("Corrigeren");
        await organiser.Presses("Doorvoeren", ("correction", "Het is dinsdag"));
        await Done();
        await bot.Get<DeliveredCards>().Refresh(Message.Content, Cancellation);
        await Done();

        Assert.Contains("1 persoon kreeg dit per e-mail. Een e-mail kan ik niet meer veranderen.", await Look());
        await organiser.Presses("Stuur hun de correctie");
        await TestBot.Until(() => mailer.Sent.Count == 2);
        Assert.Contains("Het is dinsdag", mailer.Sent.Last().Text);

        // What the card tells may change again: they were told of the correction.
        await bot.Get<DeliveredCards>().Refresh(Message.Content, Cancellation);
        await Done();
        Assert.Contains("1 persoon kreeg dit per e-mail en krijgt de wijziging apart.", await Look());
        Assert.DoesNotContain("Stuur hun de correctie", organiser.ButtonTitles());
    }

    [Fact]
    public async Task Who_got_it_by_mail_after_the_correction_is_not_told_of_it()
    {
        await Sent();
        await Look();
        await organiser.Presses("Corrigeren");
        await organiser.Presses("Doorvoeren", ("correction", "Het is dinsdag"));
        await Done();
        await bot.Get<IMemberStore>().Change(new("nobody"), member => member! with { Email = "niels@zeist.example" }, Cancellation);
        await Look();
        await organiser.Presses("Opnieuw proberen");
        await Done();
        Assert.Equal(["mia@lochem.example", "niels@zeist.example"], mailer.Sent.Select(mail => mail.To));
        Assert.Contains("Het is dinsdag", mailer.Sent.Last().Text);

        Assert.Contains("Daarvan per e-mail\n2", await Look());
        Assert.Contains("1 persoon kreeg dit per e-mail. Een e-mail kan ik niet meer veranderen.", organiser.Seen);
        await organiser.Presses("Stuur hun de correctie");
        await TestBot.Until(() => mailer.Sent.Count == 3);
        Assert.Equal(("mia@lochem.example", "Correctie: Inspiratiebundel"), (mailer.Sent.Last().To, mailer.Sent.Last().Subject));
        await Done();
        Assert.Equal(3, mailer.Sent.Count);
    }

    [Fact]
    public async Task A_mail_that_may_have_gone_is_sent_again_by_mail_also_where_Teams_is_open_by_now()
    {
        mailer.Instead.Enqueue(new MailOutcome.Uncertain());
        await Sent();
        bot.Messenger.Outcome = _ => null;
        await Look();
        await organiser.Presses("Toch nog eens sturen (1)");
        await Done();

        Assert.Equal("mia@lochem.example", Assert.Single(mailer.Sent).To);
        Assert.Single(bot.Messenger.Sent, sent => sent.To == new Recipient.OfMember(new("mail")));
    }

    [Fact]
    public async Task What_may_have_arrived_in_Teams_never_comes_by_mail_as_well()
    {
        await Sent(new SendOutcome.Uncertain());
        bot.Messenger.Outcome = to => to == new Recipient.OfMember(organiser.Id) ? null : new SendOutcome.NotSent(NotSentReason.BlockedByUser);
        await Look();
        await organiser.Presses("Toch nog eens sturen (2)");
        await Done();
        // Also not when the same is tried once more.
        await Look();
        await organiser.Presses("Opnieuw proberen");
        await Done();

        Assert.Empty(mailer.Sent);
        Assert.Equal(3, bot.Messenger.Sent.Count(sent => sent.To == new Recipient.OfMember(new("mail"))));
        Assert.Contains("**Mia Post**: heeft mij geblokkeerd.", await Look());
    }

    [Fact]
    public async Task Whoever_was_not_reached_is_one_click_away_also_where_it_is_one()
    {
        await Sent();
        await Look();
        Assert.Contains("Toon wie niet", organiser.ButtonTitles());
        Assert.Contains("Niels Nergens", await organiser.Presses("Toon wie niet"));
    }

    [Fact]
    public async Task The_workbook_has_a_row_for_everybody_and_is_for_organisers_alone()
    {
        await Sent();
        await Look();
        Assert.Contains("verzending-2027-01-05.xlsx", await organiser.Presses("Lijst als Excel"));
        var export = new DeliveryExport(Broadcasts, bot.Get<IMembers>(), bot.Get<INetwork>(), bot.Get<IOrganisers>());
        var olga = (await bot.Get<IMembers>().Find(organiser.Id, Cancellation))!;
        var rows = Xlsx.Read((await export.Make(olga, Id, Cancellation))!.Content)["Ontvangers"];
        Assert.Equal(["Naam", "Gemeente of organisatie", "Stand", "Reden", "Hoe", "Moment"], rows[0]);
        Assert.Equal(["Mia Post", "Zeist", "verstuurd", "", "e-mail"], rows[1].Take(5));
        Assert.Equal(["Niels Nergens", "", "niet aangekomen", "heeft mij geblokkeerd.", "Teams", ""], [.. rows[2].Take(5), ""]);
        Assert.Equal(["Olga Organisator", "", "verstuurd", "", "Teams"], rows[3].Take(5));
        Assert.StartsWith("2027-01-05 10:0", Moment(rows[3][5]));
        Assert.Equal(4, rows.Count);

        var person = await bot.Confirmed(1);
        var member = (await bot.Get<IMembers>().Find(person.Id, Cancellation))!;
        Assert.Null(await export.Make(member, Id, Cancellation));
        Assert.Null(await export.Make(olga, "iets anders", Cancellation));
        var english = Xlsx.Read((await export.Make(olga with { Language = Language.English }, Id, Cancellation))!.Content)["Recipients"];
        Assert.Equal(["Name", "Municipality or organisation", "State", "Reason", "How", "Moment"], english[0]);
    }

    /// <summary>As the sheet has it: a number of days.</summary>
    private static string Moment(string cell) =>
        (double.TryParse(cell, System.Globalization.CultureInfo.InvariantCulture, out var days) ? DateTime.FromOADate(days) : DateTime.Parse(cell, System.Globalization.CultureInfo.InvariantCulture))
        .ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    private static Broadcast Message { get; } = new(Id, new(WrittenCard.Message, Id), new(EverybodyAudience.Name, ""), null, default) { Text = new("Inspiratiebundel", "De bundel is er.", "", "") };

    private async Task Sent(SendOutcome? outcome = null)
    {
        var zeist = new Affiliation.OfMunicipality(MunicipalityCode.Parse("GM0355"));
        await bot.Get<IMemberStore>().Change(new("mail"), _ => new(new("mail"), "Mia Post", "mia@lochem.example", Language.Dutch, zeist, bot.Clock.GetUtcNow()), Cancellation);
        await bot.Get<IMemberStore>().Change(new("nobody"), _ => new(new("nobody"), "Niels Nergens", null, Language.Dutch, null, bot.Clock.GetUtcNow()), Cancellation);
        await organiser.Says("overzicht");
        bot.Messenger.Outcome = to => to == new Recipient.OfMember(organiser.Id) ? null : outcome ?? new SendOutcome.NotSent(NotSentReason.BlockedByUser);
        await bot.Get<SendBroadcast>().Start(Message with { By = organiser.Id, At = bot.Clock.GetUtcNow() }, Cancellation);
        await Done();
    }

    private Task<string> Look() => organiser.Clicks("broadcast.show", new System.Text.Json.Nodes.JsonObject { ["broadcast"] = Id });

    private Task Done() => TestBot.Until(() => Broadcasts.Recent(bot.Clock.GetUtcNow().AddDays(-1), Cancellation).Result is { Count: > 0 } all && all.All(one => one.State == BroadcastState.Done));
}
