using LeerkringBot.Domain;
using LeerkringBot.Domain.Mails;
using LeerkringBot.Infrastructure.Mails;
using LeerkringBot.Infrastructure.Storage;
using LeerkringBot.Tests.Storage;
using Microsoft.Extensions.Time.Testing;

namespace LeerkringBot.Tests.Mails;

/// <summary>Storage fails around the sending of a mail.</summary>
public sealed class SendOutgoingMailsTests : IDisposable
{
    private static readonly Mail Answer = new("griffier@waalwijk.example", "Griffier", "Uw idee", "Bedankt.");

    private readonly SqliteDatabase database = SqliteDatabase.Memory();
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2020, 2, 4, 12, 10, 0, TimeSpan.Zero));
    private readonly RecordingMailer mailer = new();
    private readonly FaultyTables tables;
    private readonly MailOutbox outbox;
    private readonly SendOutgoingMails send;

    public SendOutgoingMailsTests()
    {
        tables = new(new SqliteTables(database));
        tables.Create(Cancel).GetAwaiter().GetResult();
        outbox = new(tables);
        send = new(outbox, mailer, clock);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task A_mail_that_was_claimed_and_certainly_did_not_go_goes_the_next_time()
    {
        await Put();
        // Stored, and only the answer got lost.
        tables[TableNames.Mails].FailAfter = FaultyTable.OnTime(1);
        await BreaksOffAndGoesTheNextTime();
    }

    [Fact]
    public async Task A_mail_that_was_put_off_and_could_not_be_put_back_goes_the_next_time()
    {
        await Put();
        mailer.Instead.Enqueue(new MailOutcome.Postponed(TimeSpan.FromSeconds(10)));
        // The first writing is the claim.
        tables[TableNames.Mails].FailBefore = FaultyTable.OnTime(2);
        await BreaksOffAndGoesTheNextTime();
    }

    [Fact]
    public async Task A_mail_that_somebody_else_claimed_may_have_gone_and_is_not_sent_again()
    {
        await Put();
        Assert.NotNull(await outbox.Claim(await Standing(), Key.New(), Cancel));

        Assert.Equal(["Sending broke off; it may have gone."], await Rounds());
        Assert.Empty(mailer.Sent);
        Assert.Empty(await outbox.All(Cancel).ToListAsync(Cancel));
    }

    [Fact]
    public async Task A_claim_of_somebody_else_who_died_is_not_taken_for_a_claim_of_ones_own_that_was_lost()
    {
        await Put();
        // Not written at all, and the turn goes to somebody else, who sends and dies.
        tables[TableNames.Mails].FailBefore = FaultyTable.OnTime(1);
        await Assert.ThrowsAsync<StorageFaultException>(Round);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await new SendOutgoingMails(outbox, new DyingMailer(mailer), clock).Send(Cancel).ToListAsync(Cancel));
        Assert.Single(mailer.Sent);

        Assert.Equal(["Sending broke off; it may have gone."], await Rounds());
        Assert.Single(mailer.Sent);
    }

    private async Task Put() => Assert.True(await tables[TableNames.Mails].Write([.. MailOutbox.Rows("antwoord", Answer)], Cancel));

    private async Task<OutgoingMail> Standing() => Assert.Single(await outbox.All(Cancel).ToListAsync(Cancel));

    private async Task<List<string>> Round() => await send.Send(Cancel).ToListAsync(Cancel);

    /// <summary>Until nothing is left to do.</summary>
    private async Task<List<string>> Rounds()
    {
        var lost = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            lost.AddRange(await Round());
            clock.Advance(TimeSpan.FromHours(1));
        }

        return lost;
    }

    private async Task BreaksOffAndGoesTheNextTime()
    {
        await Assert.ThrowsAsync<StorageFaultException>(Round);
        Assert.NotNull((await Standing()).Claim);

        Assert.Empty(await Rounds());
        Assert.Equal(Answer.To, Assert.Single(mailer.Sent).To);
        Assert.Empty(await outbox.All(Cancel).ToListAsync(Cancel));
    }

    /// <summary>The program ends right after the mail went.</summary>
    private sealed class DyingMailer(IMailer inner) : IMailer
    {
        public async Task<MailOutcome> Send(Mail mail, CancellationToken cancellationToken)
        {
            await inner.Send(mail, cancellationToken);
            throw new InvalidOperationException("The program ended.");
        }
    }
}
