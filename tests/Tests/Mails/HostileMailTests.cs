using System.Text;
using CsCheck;
using LeerkringBot.Domain.Mails;
using LeerkringBot.Infrastructure.Mails;

namespace LeerkringBot.Tests.Mails;

/// <summary>Mails that nobody writes by accident: none fails, and none is lost.</summary>
public sealed class HostileMailTests
{
    private const string Header = "From: a@waalwijk.example\r\nSubject: x\r\nMessage-ID: <1@waalwijk.example>\r\n";

    [Fact]
    public async Task HTML_nested_a_hundred_thousand_deep_is_left_to_its_plain_text_or_to_a_person()
    {
        var deep = string.Concat(Enumerable.Repeat("<div>", 100_000)) + "Een idee";

        Assert.Equal(MailKind.NotUnderstood, (await Read(Html(deep))).Kind);
        Assert.Equal(["Een plat idee."], (await Read($"{Header}Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nEen plat idee.\r\n--b\r\nContent-Type: text/html\r\n\r\n{deep}\r\n--b--\r\n")).Ideas);
    }

    [Theory]
    [InlineData("<b><i><p>")]
    [InlineData("<div></span>")]
    [InlineData("<onbekend>")]
    public async Task Nesting_that_is_hidden_from_a_count_of_tags_is_found(string nested) =>
        Assert.Equal(MailKind.NotUnderstood, (await Read(Html(string.Concat(Enumerable.Repeat(nested, 20_000)) + "Een idee"))).Kind);

    [Fact]
    public async Task HTML_of_a_hundred_thousand_elements_is_read_or_left()
    {
        Assert.Equal(["kort"], (await Read(Html(string.Concat(Enumerable.Repeat("<p></p>", 40_000)) + "<p>kort</p>"))).Ideas);
        Assert.Equal(MailKind.NotUnderstood, (await Read(Html(string.Concat(Enumerable.Repeat("<p></p>", 60_000)) + "<p>kort</p>"))).Kind);
    }

    [Fact]
    public async Task An_attachment_of_25_MB_does_not_matter()
    {
        var attachment = Convert.ToBase64String(new byte[18 * 1024 * 1024], Base64FormattingOptions.InsertLineBreaks);

        var mail = await Read($"{Header}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nZie de bijlage voor de tekening van het plein.\r\n--b\r\nContent-Type: image/png\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\n{attachment}\r\n--b--\r\n");

        Assert.Equal(["Zie de bijlage voor de tekening van het plein."], mail.Ideas);
    }

    [Fact]
    public async Task What_is_too_large_goes_to_a_person_with_its_sender()
    {
        var mail = await Read($"{Header}\r\n{new string('x', (int)MailLimits.LongestMail)}");

        Assert.Equal((MailKind.NotUnderstood, CheckReason.TooLarge, "a@waalwijk.example"), (mail.Kind, mail.Check!.Value, mail.Sender!.Address));
        Assert.Equal(CheckReason.TooLarge, (await Read($"{Header}\r\n{new string('x', MailLimits.LongestText + 1)}")).Check);
    }

    [Fact]
    public async Task Five_hundred_bullets_are_bounded_and_the_rest_is_counted()
    {
        var mail = await Read(Html($"<ul>{string.Concat(Enumerable.Range(1, 500).Select(i => $"<li>Idee met nummer {i}</li>"))}</ul>"));

        Assert.Equal((MailLimits.MostIdeas, 500, CheckReason.TooManyIdeas), (mail.Ideas.Length, mail.IdeaCount, mail.Check!.Value));
    }

    [Theory]
    [InlineData("Subject: a\r\n\tBcc: x@y.example\r\n")]
    [InlineData("From: =?utf-8?q?A=0D=0ABcc:_x@y.example?= <a@waalwijk.example>\r\nSubject: =?utf-8?q?een=0D=0Atwee?=\r\n")]
    public async Task No_name_and_no_subject_has_a_line_break(string headers)
    {
        var mail = await Read($"From: a@waalwijk.example\r\n{headers}\r\nEen idee van niets.\r\n");

        Assert.DoesNotContain('\n', mail.Subject + mail.Sender!.Name);
        Assert.DoesNotContain('\r', mail.Subject + mail.Sender!.Name);
    }

    [Fact]
    public async Task A_mail_that_comes_another_way_is_the_same_one_and_another_text_is_not()
    {
        var mail = await Read($"{Header}\r\nEen idee over bomen.\r\n");

        Assert.Equal(mail.Key, (await Read($"Received: from elsewhere\r\nX-Spam: no\r\n{Header}Content-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(Encoding.UTF8.GetBytes("Een idee over bomen.\n"))}\r\n")).Key);
        Assert.NotEqual(mail.Key, (await Read($"{Header}\r\nEen idee over struiken.\r\n")).Key);
        Assert.NotEqual(mail.Key, (await Read($"{Header.Replace("<1@", "<2@", StringComparison.Ordinal)}\r\nEen idee over bomen.\r\n")).Key);
    }

    [Fact]
    public async Task Only_the_server_that_is_trusted_tells_who_a_sender_is()
    {
        const string forged = "Authentication-Results: mx.evil.example; dmarc=pass header.from=waalwijk.example\r\n" + Header + "\r\nEen idee.\r\n";

        Assert.Equal(SenderCheck.None, (await Read(forged, new("mx.m50.example"))).Sender!.Check);
        Assert.Equal(SenderCheck.Passed, (await Read(forged.Replace("mx.evil", "mx.m50", StringComparison.Ordinal), new("mx.m50.example"))).Sender!.Check);
    }

    [Theory]
    [InlineData("Anonymous\r\n", true, SenderCheck.None)]
    [InlineData("Internal\r\n", true, SenderCheck.Passed)]
    [InlineData("Internal\r\n", false, SenderCheck.None)]
    [InlineData("Internal\r\nX-MS-Exchange-Organization-AuthAs: Anonymous\r\n", true, SenderCheck.None)]
    [InlineData("Internal\r\nAuthentication-Results: dkim=none header.d=none;dmarc=none action=none header.from=waalwijk.example;\r\n", true, SenderCheck.Passed)]
    [InlineData("Internal\r\nAuthentication-Results: spf=fail smtp.mailfrom=waalwijk.example; dmarc=fail header.from=waalwijk.example\r\n", true, SenderCheck.Failed)]
    public async Task Exchange_and_nobody_else_tells_who_of_its_own_sent_a_mail(string headers, bool isExchange, SenderCheck expected) =>
        Assert.Equal(expected, (await Read($"X-MS-Exchange-Organization-AuthAs: {headers}{Header}\r\nEen idee.\r\n", new(isExchange: isExchange))).Sender!.Check);

    [Theory]
    [InlineData("Content-Type: image/png; name=a.png\r\nContent-Disposition: attachment", true)]
    [InlineData("Content-Type: application/pdf; name=plan.pdf\r\nContent-Disposition: inline", true)]
    [InlineData("Content-Type: message/rfc822", true)]
    [InlineData("Content-Type: image/png; name=foto.png\r\nContent-Disposition: inline", true)]
    [InlineData("Content-Type: image/png; name=logo.png\r\nContent-ID: <logo@x>\r\nContent-Disposition: inline", false)]
    [InlineData("Content-Type: application/pkcs7-signature; name=smime.p7s\r\nContent-Disposition: attachment", false)]
    [InlineData("Content-Type: text/plain", false)]
    public async Task What_is_attached_is_known_and_what_only_decorates_is_not(string part, bool expected)
    {
        var mail = await Read($"{Header}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>Een idee met een tekening.</p><img src=\"cid:logo@x\">\r\n--b\r\n{part}\r\n\r\nSubject: x\r\n\r\nx\r\n--b--\r\n");

        Assert.Equal((MailKind.Ideas, expected), (mail.Kind, mail.HasAttachments));
    }

    [Theory]
    [InlineData("Hierbij onze ideeën voor de volgende keer.\n\n- Een kinderraad in elke kern\n- Een gids voor inwoners", true)]
    [InlineData("Wat ons opviel:\n- Een kinderraad in elke kern\n- Een gids voor inwoners", true)]
    [InlineData("Bedankt voor de inspirerende middag. Hierbij onze ideeën:\n- Een kinderraad in elke kern\n- Een gids voor inwoners\n\nDank u wel, tot de volgende keer!", true)]
    [InlineData("- Een kinderraad in elke kern\n- Een gids voor inwoners\n\nEn denk ook aan parkeren.", false)]
    [InlineData("Wij willen ook graag meer bomen in het centrum, en verder:\n- Een kinderraad in elke kern\n- Een gids voor inwoners", false)]
    [InlineData("Tijdens de leuke middag dacht ik ineens ook aan meer bomen in het centrum.\n\n- Een kinderraad in elke kern\n- Een gids voor inwoners", null)]
    [InlineData("Bedankt voor de middag. Doe vooral iets met parkeren.\n\n- Een kinderraad in elke kern\n- Een gids voor inwoners", false)]
    public async Task Text_beside_a_list_becomes_an_idea_or_a_person_looks_at_it(string text, bool? isAside)
    {
        var mail = await Read($"{Header}\r\n{text}\r\n");

        Assert.Equal(isAside == false ? CheckReason.TextBesideList : (CheckReason?)null, mail.Check);
        Assert.Equal(isAside is null ? 3 : 2, mail.Ideas.Length);
    }

    [Theory]
    [InlineData("Mijn idee:\n- Meer bomen op het plein", "Meer bomen op het plein")]
    [InlineData("Het plein is te stenig.\n\nMijn idee:\n- Meer bomen op het plein", null)]
    [InlineData("Mijn idee:\n- Meer bomen op het plein\n\nEn ook een fontein.", "- Meer bomen op het plein\n\nEn ook een fontein.")]
    public async Task One_bullet_is_the_idea_only_where_nothing_else_is_said(string text, string? expected) =>
        Assert.Equal([expected ?? text], (await Read($"{Header}\r\n{text}\r\n")).Ideas);

    [Fact]
    public void Whatever_the_bytes_are_something_comes_of_it() =>
        Gen.Select(Gen.Int[0, Samples.Count - 1], Gen.Int[0, 6].Array[0, 30], Gen.Byte.Array[0, 40]).Sample(
            (sample, cuts, noise) =>
            {
                var bytes = Samples[sample].ToList();
                foreach (var cut in cuts)
                {
                    if (bytes.Count == 0) break;
                    var at = (cut * 7919 + noise.Length * 104_729) % bytes.Count;
                    if (cut % 3 == 0) bytes.RemoveRange(at, Math.Min(cut * 40, bytes.Count - at));
                    else if (cut % 3 == 1) bytes.InsertRange(at, noise);
                    else bytes[at] = (byte)(bytes[at] ^ (cut + noise.Length));
                }

                var mail = new MailReader().Read(new MemoryStream([.. bytes]), "leerkring@m50.example", TestContext.Current.CancellationToken).GetAwaiter().GetResult();
                Assert.Equal(mail.Kind == MailKind.Ideas, mail.Ideas.Length > 0);
                Assert.Equal(mail.Kind == MailKind.NotUnderstood || mail.IdeaCount > mail.Ideas.Length || mail.Check is CheckReason.TooLong or CheckReason.TextBesideList, mail.Check is not null);
                Assert.All(mail.Ideas, idea => Assert.InRange(idea.Length, 1, MailLimits.LongestIdea));
            },
            iter: 1_000,
            threads: 1);

    private static IReadOnlyList<byte[]> Samples { get; } = [.. Directory.GetFiles(Path.Join(AppContext.BaseDirectory, "Mails", "Corpus"), "*.eml").Order(StringComparer.Ordinal).Select(File.ReadAllBytes).Where(bytes => bytes.Length < 20_000)];

    private static string Html(string body) => $"{Header}Content-Type: text/html\r\n\r\n{body}";

    private static Task<IncomingMail> Read(string mime, MailReader? reader = null) =>
        (reader ?? new()).Read(new MemoryStream(Encoding.UTF8.GetBytes(mime)), "leerkring@m50.example", TestContext.Current.CancellationToken);
}
