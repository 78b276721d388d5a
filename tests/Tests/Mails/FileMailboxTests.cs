using LeerkringBot.Domain.Mails;
using LeerkringBot.Infrastructure.Mails;
using Microsoft.Extensions.Time.Testing;

namespace LeerkringBot.Tests.Mails;

public sealed class FileMailboxTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("mailbox-").FullName;
    private readonly FakeTimeProvider clock = new();
    private readonly FileMailbox mailbox;

    public FileMailboxTests() => mailbox = new(folder, clock);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_file_is_read_once_it_has_been_at_rest_within_five_seconds()
    {
        Assert.Empty(await Look());
        Write("a.eml", "half");
        Assert.Empty(await Look());
        Write("a.eml", "half and half");
        clock.Advance(mailbox.LookEvery);
        Assert.Empty(await Look());
        clock.Advance(mailbox.LookEvery);
        Assert.Equal(["a.eml"], await Look());
        Assert.True(3 * mailbox.LookEvery <= TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_mail_is_known_by_its_file_and_a_file_that_cannot_be_read_is_its_own_trouble()
    {
        Write("a.eml", "x");
        await Rest();
        Assert.Equal("a.eml", Assert.Single((await mailbox.Next(null, Cancel)).Mails).File);

        File.Delete(Path.Join(folder, "inbox", "a.eml"));
        Directory.CreateDirectory(Path.Join(folder, "verwerkt"));
        Write("b.eml", "x");
        Directory.Delete(Path.Join(folder, "verwerkt"));
        File.WriteAllText(Path.Join(folder, "verwerkt"), "in the way");
        Assert.False((await Assert.ThrowsAsync<MailboxFaultException>(() => mailbox.Move("b.eml", MailFolder.Processed, Cancel))).IsPassing);
        File.Delete(Path.Join(folder, "verwerkt"));
    }

    [Fact]
    public async Task Only_mails_are_read_and_an_empty_file_gets_time_to_be_filled()
    {
        Write("a.eml.part", "x");
        Write("notities.txt", "x");
        Write("leeg.eml", "");
        Write("HOOFDLETTERS.EML", "x");
        await Rest();
        Assert.Equal(OperatingSystem.IsLinux() ? [] : ["HOOFDLETTERS.EML"], await Look());

        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Contains("leeg.eml", await Look());
    }

    [Fact]
    public async Task What_was_dealt_with_is_moved_and_a_name_that_is_taken_loses_nothing()
    {
        foreach (var (folderOf, to) in new[] { (MailFolder.Processed, "verwerkt"), (MailFolder.ToCheck, "ter-controle") })
        {
            Write("a.eml", "first");
            await mailbox.Move("a.eml", folderOf, Cancel);
            Write("a.eml", "second");
            await mailbox.Move("a.eml", folderOf, Cancel);
            await mailbox.Move("a.eml", folderOf, Cancel);

            Assert.Equal(["first", "second"], Directory.GetFiles(Path.Join(folder, to)).Order(StringComparer.Ordinal).Select(File.ReadAllText).Order());
            Assert.Null(await mailbox.Open("a.eml", Cancel));
        }
    }

    [Fact]
    public async Task Many_mails_come_page_by_page_and_are_counted()
    {
        for (var i = 0; i < 230; i++) Write($"{i:000}.eml", "x");
        await Rest();
        Assert.Equal(230, await mailbox.CountWaiting(Cancel));

        var pages = new List<int>();
        MailboxPage page;
        do
        {
            page = await mailbox.Next(null, Cancel);
            pages.Add(page.Mails.Count);
            foreach (var mail in page.Mails) await mailbox.Move(mail.Id, MailFolder.Processed, Cancel);
        }
        while (!page.IsLast);

        Assert.Equal([100, 100, 30], pages);
        Assert.Equal(0, await mailbox.CountWaiting(Cancel));
    }

    [Fact]
    public async Task What_stays_where_it_is_hides_nothing_behind_it_and_comes_again()
    {
        for (var i = 0; i < 230; i++) Write($"{i:000}.eml", "x");
        await Rest();
        var (given, position) = (new List<string>(), (string?)null);
        for (var isLast = false; !isLast;)
        {
            var page = await mailbox.Next(position, Cancel);
            given.AddRange(page.Mails.Select(mail => mail.Id));
            (position, isLast) = (page.Position, page.IsLast);
            Assert.InRange(given.Count, 0, 230);
        }

        Assert.Equal(230, given.Distinct().Count());
        Assert.Equal(100, (await mailbox.Next(position, Cancel)).Mails.Count);
        Assert.Equal(100, (await mailbox.Next("graph of somebody else", Cancel)).Mails.Count);
    }

    [Fact]
    public async Task A_name_that_leaves_the_folder_does_not()
    {
        await File.WriteAllTextAsync(Path.Join(folder, "secret.eml"), "x", Cancel);
        Assert.Null(await mailbox.Open("../secret.eml", Cancel));
        await mailbox.Move("../secret.eml", MailFolder.Processed, Cancel);
        Assert.True(File.Exists(Path.Join(folder, "secret.eml")));
    }

    [Fact]
    public async Task A_disk_that_fails_is_a_fault_of_the_mailbox()
    {
        await File.WriteAllTextAsync(Path.Join(folder, "inbox"), "A file where the folder should be.", Cancel);
        await Assert.ThrowsAsync<MailboxFaultException>(() => mailbox.Next(null, Cancel));
    }

    private async Task Rest()
    {
        await Look();
        clock.Advance(mailbox.LookEvery);
    }

    private async Task<IEnumerable<string>> Look() => (await mailbox.Next(null, Cancel)).Mails.Select(mail => mail.Id);

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.Join(folder, "inbox"));
        File.WriteAllText(Path.Join(folder, "inbox", name), text);
    }
}
