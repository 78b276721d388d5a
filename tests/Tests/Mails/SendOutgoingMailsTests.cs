using LeerkringBot.Domain;
using LeerkringBot.Domain.Mails;
using LeerkringBot.Infrastructure.Mails;
using LeerkringBot.Infrastructure.Storage;
using LeerkringBot.Tests.Storage;
using Microsoft.Extensions.Time.Testing;

namespace LeerkringBot.Tests.Mails;

/// <summary>Two programs send in turn, and storage fails around a claim.</summary>
public sealed class SendOutgoingMailsTests : IAsyncLifetime
{
    private readonly SqliteDatabase database = SqliteDatabase.Memory();
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2027, 1, 5, 9, 0, 0, TimeSpan.Zero));
    private FaultyTable table = null!;
    private MailOutbox outbox = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var tables = new FaultyTables(new SqliteTables(database));
        await tables.Create(Cancel);
        (table, outbox) = (tables[TableNames.Mails], new(tables));
        await table.Write(MailOutbox.Rows("antwoord", new("iemand@zeist.example", "", "Re: idee", "I-12")), Cancel);
    }

    public ValueTask DisposeAsync()
    {
        database.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_claim_of_somebody_else_who_died_is_not_taken_for_a_claim_of_ones_own_that_was_lost()
    {
        var mailer = new RecordingMailer();
        var first = new SendOutgoingMails(outbox, mailer, clock);
        table.FailBefore = FaultyTable.OnTime(1);
        await Assert.ThrowsAsync<StorageFaultException>(() => Send(first));

        await Assert.ThrowsAsync<InvalidOperationException>(() => Send(new(outbox, new DyingMailer(mailer), clock)));
        Assert.Single(mailer.Sent);

        Assert.Equal(["Sending broke off; it may have gone."], await Send(first));
        clock.Advance(TimeSpan.FromHours(2));
        Assert.Empty(await Send(first));
        Assert.Single(mailer.Sent);
    }

    [Fact]
    public async Task A_claim_that_was_written_without_an_answer_is_taken_back_and_the_mail_goes_once()
    {
        var mailer = new RecordingMailer();
        var send = new SendOutgoingMails(outbox, mailer, clock);
        table.FailAfter = FaultyTable.OnTime(1);
        await Assert.ThrowsAsync<StorageFaultException>(() => Send(send));
        Assert.Empty(mailer.Sent);

        for (var i = 0; i < 3; i++) Assert.Empty(await Send(send));
        Assert.Single(mailer.Sent);
        Assert.Empty(await outbox.All(Cancel).ToListAsync(Cancel));
    }

    private static async Task<List<string>> Send(SendOutgoingMails send) => await send.Send(Cancel).ToListAsync(Cancel);

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
