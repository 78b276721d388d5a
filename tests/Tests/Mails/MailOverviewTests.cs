using LeerkringBot.Domain.Mails;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LeerkringBot.Tests.Mails;

/// <summary>What organisers see of the mailbox, without waiting for it.</summary>
public sealed class MailOverviewTests : IDisposable
{
    private readonly SlowMailbox mailbox = new();
    private readonly TestBot bot;

    public MailOverviewTests() => bot = new(services => services.Replace(ServiceDescriptor.Singleton<IMailbox>(mailbox)));

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task The_overview_shows_what_was_last_counted_and_asks_the_mailbox_nothing()
    {
        mailbox.Waiting = 7;
        await Counted();
        var organiser = bot.Organiser();
        var asked = mailbox.Asked;

        Assert.Contains("Er zijn nog 7 mails te lezen.", await organiser.Says("overzicht"), StringComparison.Ordinal);
        mailbox.Waiting = null;
        Assert.Contains("Er zijn nog 7 mails te lezen.", await organiser.Says("overzicht"), StringComparison.Ordinal);
        Assert.Equal(asked, mailbox.Asked);

        await Counted();
        Assert.Contains("Ik kan de mailbox nu niet lezen.", await organiser.Says("overzicht"), StringComparison.Ordinal);
        mailbox.Waiting = 0;
        await Counted();
        Assert.DoesNotContain("mail", await organiser.Says("overzicht"), StringComparison.OrdinalIgnoreCase);
    }

    private async Task Counted()
    {
        var asked = mailbox.Asked;
        // Once more begins when the one before is kept.
        await TestBot.Until(() =>
        {
            bot.Clock.Advance(TimeSpan.FromSeconds(10));
            return mailbox.Asked >= asked + 2;
        });
    }

    private sealed class SlowMailbox : IMailbox
    {
        private int asked;

        public int Asked => asked;

        /// <summary>Null while it can't be read.</summary>
        public int? Waiting { get; set; } = 0;

        public TimeSpan LookEvery => TimeSpan.FromSeconds(1);

        public Task<MailboxPage> Next(string? position, CancellationToken cancellationToken) =>
            Waiting is null ? throw new MailboxFaultException("Made to fail.") { IsPassing = true } : Task.FromResult(new MailboxPage([], "", true));

        public Task<Stream?> Open(string id, CancellationToken cancellationToken) => Task.FromResult<Stream?>(null);

        public Task Move(string id, MailFolder folder, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task<int> CountWaiting(CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref asked);
            return Waiting is { } waiting ? Task.FromResult(waiting) : throw new MailboxFaultException("Made to fail.");
        }
    }
}
