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

        var mail = await Read($"{Header}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nMaak van het plein een plek voor gesprek.\r\n--b\r\nContent-Type: image/png\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\n{attachment}\r\n--b--\r\n");

        Assert.Equal(["Maak van het plein een plek voor gesprek."], mail.Ideas);
    }

    [Theory]
    [InlineData("Zie de bijlage voor de tekening van het plein.", true)]
    [InlineData("Zie bijlage voor onze ideeën", true)]
    [InlineData("Voor ons voorstel, zie bijlage.", true)]
    [InlineData("Hoi,\n\nHierbij onze ideeën, zie bijlage.\n\nGroet, Sanne", true)]
    [InlineData("See attached.", true)]
    [InlineData("I attached my proposal for the square.", true)]
    [InlineData("Meer bankjes bij bushaltes (zie bijlage).", false)]
    [InlineData("Wij willen graag met alle kernen een keer wandelen, de route staat in de bijlage.", false)]
    public async Task Who_only_points_to_what_is_attached_is_read_by_a_person(string text, bool pointsOnly)
    {
        var mail = await Read($"{Header}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n--b\r\nContent-Type: application/pdf; name=plan.pdf\r\nContent-Disposition: attachment\r\n\r\nx\r\n--b--\r\n");

        Assert.Equal(pointsOnly ? (MailKind.NotUnderstood, CheckReason.OnlyAttachments) : (MailKind.Ideas, (CheckReason?)null), (mail.Kind, mail.Check));
        Assert.Equal(MailKind.Ideas, (await Read($"{Header}Content-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n")).Kind);
    }

    [Theory]
    [InlineData("ab\n", "")]
    [InlineData("ab\n> c\n", "")]
    [InlineData("ab\n\n> c\n\n", "")]
    [InlineData("ab \n", "; format=flowed")]
    [InlineData("- ab\n", "")]
    [InlineData("ab\n--\n", "")]
    [InlineData("Groet,\nab\n\n", "")]
    [InlineData("Tot dan\n", "")]
    [InlineData("Extern\nab\n", "")]
    [InlineData("Van: a\nAan: b\n", "")]
    [InlineData("Een regel van zestig tekens die net niet op de regel past, want\n", "")]
    public async Task A_million_letters_in_short_lines_are_read_in_one_go(string piece, string parameter)
    {
        var text = string.Concat(Enumerable.Repeat(piece, (MailLimits.LongestText - 10) / piece.Length));

        var mail = await Read($"{Header}Content-Type: text/plain; charset=utf-8{parameter}\r\n\r\n{text}");

        Assert.True(mail.Ideas.Length > 0 || mail.Check is not null);
        Assert.NotEqual(CheckReason.TooLarge, mail.Check);
    }

    /// <summary>Greetings, closings, dashes, warnings and signatures among sentences, in whatever order people put them.</summary>
    [Fact]
    public void No_sentence_of_eight_words_is_lost_and_no_phone_number_is_shown() =>
        Gen.Select(Gen.OneOf([.. Greetings.Select(Gen.Const)]), Gen.OneOf([.. Sentences.Select(Gen.Const)]).Array[1, 4], Gen.OneOf([.. Between.Select(Gen.Const)]).Array[4], Gen.OneOf([.. Closings.Select(Gen.Const)]), Gen.OneOf([.. Signatures.Select(Gen.Const)]), Gen.OneOf(Gen.Const(""), Gen.Const(""), Gen.Const("\n\nO ja, en begin de avond met een verhaal van een inwoner."))).Sample(
            (greeting, sentences, between, closing, signature, below) =>
            {
                var text = $"{greeting}\n\n{string.Join("\n\n", sentences.Select((sentence, i) => $"{sentence}\n\n{between[i]}"))}\n\n{closing}\n{signature}{below}";

                var mail = Read($"{Header}Content-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n").GetAwaiter().GetResult();

                var noted = string.Join('\n', mail.Ideas);
                if (mail.Check is null) Assert.All(sentences.Append(below.Trim()), sentence => Assert.Contains(sentence, noted, StringComparison.Ordinal));
                if (mail.Check is null) Assert.Empty(below);
                Assert.DoesNotContain("12345678", noted, StringComparison.Ordinal);
                Assert.DoesNotContain("Jansen", noted, StringComparison.Ordinal);
            },
            iter: 2_000,
            threads: 1);

    /// <summary>What is put anywhere into a mail that is understood is noted, or a person looks.</summary>
    [Fact]
    public async Task A_sentence_put_between_any_two_lines_of_a_mail_is_noted_or_looked_at()
    {
        const string added = "Nodig ook de mensen uit die nooit op een bijeenkomst komen.";
        var tried = 0;
        foreach (var bytes in Samples)
        {
            var lines = Encoding.UTF8.GetString(bytes).ReplaceLineEndings("\n").Split('\n').ToList();
            var body = lines.IndexOf("") + 1;
            if (lines.Take(body).Any(line => line.StartsWith("Content-Type:", StringComparison.OrdinalIgnoreCase) && !line.Contains("text/plain", StringComparison.Ordinal)) || lines.Take(body).Any(line => line.EndsWith("base64", StringComparison.Ordinal))) continue;
            var quoted = lines.FindIndex(body, line => line.StartsWith('>') || line.Contains("schreef", StringComparison.Ordinal) || line.Contains("wrote", StringComparison.Ordinal) || line.StartsWith("--", StringComparison.Ordinal) || line.StartsWith("Begin door", StringComparison.Ordinal) || line.StartsWith("Van:", StringComparison.Ordinal));
            for (var at = body; at <= (quoted < 0 ? lines.Count : quoted); at++)
            {
                var mail = await Read(string.Join("\r\n", [.. lines.Take(at), "", added, "", .. lines.Skip(at)]));
                Assert.True(mail.Kind is not (MailKind.Ideas or MailKind.NotUnderstood) || mail.Check is not null || mail.Ideas.Any(idea => idea.Contains(added, StringComparison.Ordinal)), $"{lines.First(line => line.StartsWith("Message-ID", StringComparison.OrdinalIgnoreCase) || line.Length == 0)} line {at}");
                tried++;
            }
        }

        Assert.True(tried > 300);
    }

    private static readonly string[] Greetings = ["", "Hoi,", "Dag allemaal", "Beste leerkring,", "Geachte heer/mevrouw,", "Let op: deze e-mail komt van buiten de organisatie. Klik niet op links.\n\nHallo,"];
    private static readonly string[] Sentences =
    [
        "Graag zou ik een vaste avond per kern willen zien.", "Grote gemeenten kunnen de kleine gemeenten met hun website helpen.", "Bestaande buurthuizen kunnen we ook overdag veel beter benutten.",
        "Met mijn telefoon kan ik nu niet meestemmen over plannen.", "Denk eerst aan de jongeren die met de bus komen.", "Dag van de dorpen organiseren met alle kernen in september.",
        "Beste praktijken van alle gemeenten delen op één vaste pagina.", "Bedankt voor alles, maar plan een volgende keer meer pauze in.", "Let op: bewoners van buiten het centrum voelen zich niet gehoord.",
        "Thanks to volunteers our library is open on Sunday as well.", "Groen in de wijk, schaduw op het plein en bankjes", "Collega's van de gemeenten een dag bij elkaar laten meekijken.",
    ];
    private static readonly string[] Between = ["", "", "", "Alvast bedankt!", "Tot dan,", "--", "—", "________________________________", "Groeten", "Fijne dag nog!"];
    private static readonly string[] Closings = ["Groet,", "Met vriendelijke groet,", "Gr.", "Kind regards,", "Mvg", "Hartelijke groeten uit Zeist,", "--", "-- "];
    private static readonly string[] Signatures = ["Jan Jansen\n06-12345678", "\nJan Jansen\nAdviseur participatie | Gemeente Zeist\nT 030-12345678", "Jan Jansen\n06-12345678\n\nTot ziens!", "Jan Jansen\n06 12345678\nVerstuurd vanaf mijn iPhone"];

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
                Assert.Equal(mail.Kind == MailKind.NotUnderstood || mail.IdeaCount > mail.Ideas.Length || mail.Check is CheckReason.TooLong or CheckReason.TextBesideList or CheckReason.TextLeftOut, mail.Check is not null);
                Assert.All(mail.Ideas, idea => Assert.InRange(idea.Length, 1, MailLimits.LongestIdea));
            },
            iter: 1_000,
            threads: 1);

    private static IReadOnlyList<byte[]> Samples { get; } = [.. Directory.GetFiles(Path.Join(AppContext.BaseDirectory, "Mails", "Corpus"), "*.eml").Order(StringComparer.Ordinal).Select(File.ReadAllBytes).Where(bytes => bytes.Length < 20_000)];

    private static string Html(string body) => $"{Header}Content-Type: text/html\r\n\r\n{body}";

    private static Task<IncomingMail> Read(string mime, MailReader? reader = null) =>
        (reader ?? new()).Read(new MemoryStream(Encoding.UTF8.GetBytes(mime)), "leerkring@m50.example", TestContext.Current.CancellationToken);
}
