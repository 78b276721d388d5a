using System.Text;
using LeerkringBot.Domain.Mails;

namespace LeerkringBot.Tests.Mails;

/// <summary>A mailbox at its worst: gives mails twice and in another order, forgets positions, fails before and after what it does, as often as it likes; but because of one mail never so often that a reader may give up.</summary>
public sealed class UnreliableMailbox(Random random, double faults) : IMailbox
{
    private const int PageSize = 3;
    private readonly List<(string Id, string Mime)> arrived = [];
    private readonly Dictionary<string, int> failures = [];

    public int Count => arrived.Count;

    public Dictionary<string, MailFolder> Moved { get; } = [];

    public TimeSpan LookEvery => TimeSpan.FromSeconds(1);

    public void Deliver(string id, string mime) => arrived.Add((id, mime));

    public Task<MailboxPage> Next(string? position, CancellationToken cancellationToken)
    {
        Fail("next");
        var from = random.NextDouble() < faults ? 0 : int.Parse(position ?? "0", System.Globalization.CultureInfo.InvariantCulture);
        var count = Math.Min(random.Next(1, PageSize + 1), arrived.Count - from);
        // Also what was moved long ago may come again.
        var mails = arrived.Skip(from).Take(count).Concat(arrived.Where(_ => random.NextDouble() < faults / 4)).ToList();
        var items = mails.OrderBy(_ => random.Next()).Select(mail => new MailboxItem(mail.Id, DateTimeOffset.UnixEpoch, new($"https://outlook.example/{mail.Id}"), $"{mail.Id}.eml")).ToList();
        return Task.FromResult(new MailboxPage(items, $"{from + count}", from + count == arrived.Count));
    }

    public Task<Stream?> Open(string id, CancellationToken cancellationToken)
    {
        Fail(id);
        return Task.FromResult<Stream?>(new MemoryStream(Encoding.UTF8.GetBytes(arrived.First(mail => mail.Id == id).Mime)));
    }

    public Task Move(string id, MailFolder folder, CancellationToken cancellationToken)
    {
        Fail(id);
        Assert.Equal(folder, Moved.GetValueOrDefault(id, folder));
        Moved[id] = folder;
        Fail(id);
        return Task.CompletedTask;
    }

    public Task<int> CountWaiting(CancellationToken cancellationToken) => Task.FromResult(arrived.Count - Moved.Count);

    private void Fail(string id)
    {
        if (random.NextDouble() >= faults) return;
        if (random.Next(2) == 0) throw new MailboxFaultException("Made to fail.") { IsPassing = true };
        if ((failures[id] = failures.GetValueOrDefault(id) + 1) < MailLimits.MostTries) throw new MailboxFaultException("Made to fail.");
    }
}
