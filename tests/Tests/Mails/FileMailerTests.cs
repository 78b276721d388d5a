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
        Assert.IsType<MailOutcome.Refused>(await Try(Invitation with { To = to, ToName = name, Subject = subject }));

        Assert.False(Directory.Exists(Sent) && Directory.GetFiles(Sent).Length > 0);
    }

    [Fact]
    public async Task Without_a_mailbox_of_the_network_nothing_is_sent()
    {
        network = Network.Empty;

        Assert.IsType<MailOutcome.Refused>(await Try(Invitation));
    }

    [Fact]
    public async Task What_the_disk_does_not_take_is_tried_again_later()
    {
        await File.WriteAllTextAsync(Sent, "A file where the folder should be.", Cancel);

        Assert.IsType<MailOutcome.Postponed>(await Try(Invitation));
    }

    [Fact]
    public async Task No_robot_answers_a_mail_of_ours()
    {
        using var message = await Send(Invitation);

        Assert.Equal("auto-generated", message.Headers["Auto-Submitted"]);
        Assert.Equal("All", message.Headers["X-Auto-Response-Suppress"]);
        Assert.EndsWith("@m50.example", message.MessageId, StringComparison.Ordinal);
        Assert.Null(message.InReplyTo);
    }

    [Fact]
    public async Task An_answer_stands_in_the_same_conversation()
    {
        using var message = await Send(Invitation with { Answers = new("c@x.example", ["a@x.example", "b@x.example"]) });

        Assert.Equal("auto-replied", message.Headers["Auto-Submitted"]);
        Assert.Equal("c@x.example", message.InReplyTo);
        Assert.Equal(["a@x.example", "b@x.example", "c@x.example"], message.References);
    }

    [Theory]
    [InlineData("x>\r\nBcc: all@b.example\r\nX: <y@z.example")]
    [InlineData("a b@c.example")]
    [InlineData("<>")]
    [InlineData("")]
    public async Task An_id_that_is_none_makes_no_header(string id)
    {
        using var message = await Send(Invitation with { Answers = new(id, [id, "fine@x.example"]) });

        Assert.Null(message.InReplyTo);
        Assert.Equal(["fine@x.example"], message.References);
        Assert.Empty(message.Bcc);
    }

    [Fact]
    public async Task The_text_also_stands_there_as_plain_HTML()
    {
        using var message = await Send(Invitation with { Text = "Beste <b>Jan</b>,\n\nGenoteerd:\n- I-1: een & ander\n  tweede regel\n- I-2\n\nZie https://bot.example/idee/x?a=1&b=2.\nGroet" });

        var html = message.HtmlBody!.ReplaceLineEndings("\n");
        Assert.Contains("<html lang=\"nl\">", html, StringComparison.Ordinal);
        Assert.Contains("<p>Beste &lt;b&gt;Jan&lt;/b&gt;,</p>", html, StringComparison.Ordinal);
        Assert.Contains("<p>Genoteerd:</p>\n<ul>\n<li>I-1: een &amp; ander<br>\ntweede regel</li>\n<li>I-2</li>\n</ul>", html, StringComparison.Ordinal);
        Assert.Contains("<p>Zie <a href=\"https://bot.example/idee/x?a=1&amp;b=2\">https://bot.example/idee/x?a=1&amp;b=2</a>.<br>\nGroet</p>", html, StringComparison.Ordinal);
    }

    private async Task<MimeMessage> Send(Mail mail)
    {
        Assert.IsType<MailOutcome.Sent>(await Try(mail));
        return await MimeMessage.LoadAsync(Assert.Single(Directory.GetFiles(Sent)), Cancel);
    }

    private Task<MailOutcome> Try(Mail mail) => new FileMailer(folder, new FixedNetwork(network), clock).Send(mail, Cancel);

    private sealed class FixedNetwork(Network network) : INetwork
    {
        public ValueTask<Network> Current(CancellationToken cancellationToken) => ValueTask.FromResult(network);
    }
}
