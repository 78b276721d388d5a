using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Mails;
using Microsoft.Extensions.Time.Testing;
using MimeKit;

namespace LeerkringBot.Tests.Mails;

public sealed class FileMailerTests : IDisposable
{
    private static readonly Mail Invitation = new("griffier@waalwijk.example", "Griffier Waalwijk", "Uitnodiging: kick-off", "Beste collega,\n\nU komt toch óók?\n");

    private readonly string folder = Directory.CreateTempSubdirectory("mail-").FullName;
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2020, 2, 4, 12, 10, 0, TimeSpan.Zero));
    private Network network = Network.Empty with { Name = "M50 leerkring", Mailbox = "leerkring@m50.example" };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Sent => Path.Join(folder, "sent");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_mail_becomes_a_file_that_a_mail_program_opens()
    {
        using var message = await Send(Invitation);

        Assert.Equal("\"Griffier Waalwijk\" <griffier@waalwijk.example>", message.To.ToString());
        Assert.Equal("\"M50 leerkring\" <leerkring@m50.example>", message.From.ToString());
        Assert.Equal("Uitnodiging: kick-off", message.Subject);
        Assert.Equal(clock.GetUtcNow(), message.Date);
        Assert.Equal(Invitation.Text, message.TextBody!.ReplaceLineEndings("\n"));
        Assert.Empty(message.Attachments);
    }

    [Fact]
    public async Task A_calendar_is_attached_with_its_method()
    {
        const string calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nX-WR-CALNAME:Leerkring één\r\nEND:VCALENDAR\r\n";

        using var message = await Send(Invitation with { Calendar = calendar });

        var part = Assert.IsType<TextPart>(Assert.Single(message.Attachments), exactMatch: false);
        Assert.Equal("text/calendar", part.ContentType.MimeType);
        Assert.Equal("REQUEST", part.ContentType.Parameters["method"]);
        Assert.Equal("utf-8", part.ContentType.Charset);
        Assert.Equal("agenda.ics", part.FileName);
        Assert.Equal(calendar, part.Text.ReplaceLineEndings("\r\n"));
        Assert.Equal(Invitation.Text, message.TextBody!.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Letters_of_every_kind_arrive()
    {
        using var message = await Send(Invitation with { ToName = "Ânna \"de\" Vries, griffier", Subject = "Ontwerpsessie – Súdwest-Fryslân 👩‍🏫" });

        Assert.Equal("Ânna \"de\" Vries, griffier", message.To.Mailboxes.Single().Name);
        Assert.Equal("Ontwerpsessie – Súdwest-Fryslân 👩‍🏫", message.Subject);
    }

    [Fact]
    public async Task Two_mails_of_one_moment_are_two_files_and_nothing_else_is_left()
    {
        var mailer = new FileMailer(folder, new FixedNetwork(network), clock);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => mailer.Send(Invitation, Cancel)));

        Assert.Equal(10, Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Count(file => Path.GetExtension(file) == ".eml"));
        Assert.Equal(10, Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Length);
    }

    [Theory]
    [InlineData("a@b.example", "Naam", "Onderwerp\r\nBcc: all@b.example")]
    [InlineData("a@b.example", "Naam", "Onderwerp\n")]
    [InlineData("a@b.example", "Naam\nBcc: all@b.example", "Onderwerp")]
    [InlineData("a@b.example\r\nBcc: all@b.example", "Naam", "Onderwerp")]
    [InlineData("a@b.example, c@b.example", "Naam", "Onderwerp")]
    [InlineData("Ander <a@b.example>", "Naam", "Onderwerp")]
    [InlineData("niemand", "Naam", "Onderwerp")]
    [InlineData("", "Naam", "Onderwerp")]
    public async Task What_would_smuggle_in_a_header_or_a_receiver_is_refused(string to, string name, string subject)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Send(Invitation with { To = to, ToName = name, Subject = subject }));

        Assert.False(Directory.Exists(Sent) && Directory.GetFiles(Sent).Length > 0);
    }

    [Fact]
    public async Task Without_a_mailbox_of_the_network_nothing_is_sent()
    {
        network = Network.Empty;

        await Assert.ThrowsAsync<InvalidOperationException>(() => Send(Invitation));
    }

    private async Task<MimeMessage> Send(Mail mail)
    {
        await new FileMailer(folder, new FixedNetwork(network), clock).Send(mail, Cancel);
        return await MimeMessage.LoadAsync(Assert.Single(Directory.GetFiles(Sent)), Cancel);
    }

    private sealed class FixedNetwork(Network network) : INetwork
    {
        public ValueTask<Network> Current(CancellationToken cancellationToken) => ValueTask.FromResult(network);
    }
}
