using System.Net;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Ideas;
using LeerkringBot.Infrastructure.Members;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LeerkringBot.Tests.Mails;

/// <summary>A file in the inbox becomes ideas, an answer and a page; what can't be understood goes to organisers.</summary>
public sealed class MailFlowTests : IDisposable
{
    private readonly RecordingMailer mailer = new();
    private readonly TestBot bot;

    public MailFlowTests() => bot = new(services => services.Replace(ServiceDescriptor.Singleton<IMailer>(mailer)));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task A_mail_from_a_members_address_becomes_the_members_ideas_about_what_its_subject_says()
    {
        var person = await bot.Confirmed(1);
        var reference = SubjectReference.Of(new Subject.OfGathering(TestBot.KickOff));
        Drop("een", "Persoon 1 <persoon1@waalwijk.example>", $"Idee [{reference}]", "Dag,\r\n\r\n- Een burgerforum per kern\r\n- Een gids voor inwoners\r\n\r\nGroet, Persoon");

        await Until(() => mailer.Sent.Count == 1);

        var ideas = await All();
        Assert.Equal(["Een burgerforum per kern", "Een gids voor inwoners"], ideas.Select(idea => idea.Text).Order());
        Assert.All(ideas, idea =>
        {
            Assert.Equal((new IdeaSender.OfMember(person.Id), IdeaSource.Mail, false, true), (idea.Sender, idea.Source, idea.ShowsName, idea.IsAffiliationConfirmed));
            Assert.Equal(new Subject.OfGathering(TestBot.KickOff), idea.About);
            Assert.Equal(new Affiliation.OfMunicipality(MunicipalityCode.Parse("GM0867")), idea.Affiliation);
        });
        var answer = mailer.Sent.Single();
        Assert.Equal(("persoon1@waalwijk.example", $"Re: Idee [{reference}]", "een@mail.example"), (answer.To, answer.Subject, answer.Answers!.MessageId));
        Assert.Contains("Deze 2 ideeën staan nu op de lijst", answer.Text, StringComparison.Ordinal);
        Assert.All(ideas, idea => Assert.Contains($"- {idea.Number}: {idea.Text}", answer.Text, StringComparison.Ordinal));
        Assert.Contains("Het hoort bij: Kick-off", answer.Text, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Join(bot.MailFolder, "verwerkt", "een.eml")));
        var theirs = await bot.Get<IEnumerable<IPersonalData>>().OfType<Bot.Ideas.IdeaPersonalData>().Single().Of((await bot.Get<IMembers>().Find(person.Id, Cancel))!, Cancel);
        Assert.Equal(2, theirs.Count);
        Assert.All(theirs, idea => Assert.Subset(idea.Facts.Select(fact => fact.Value).ToHashSet(), new HashSet<string> { "een@mail.example", "een.eml" }));
    }

    [Fact]
    public async Task A_spoofed_sender_is_marked_and_not_answered_and_never_taken_for_a_member()
    {
        await bot.Confirmed(1);
        Drop("een", "persoon1@waalwijk.example", "Idee", "Dit schreef ik niet zelf.", "Authentication-Results: spf=fail smtp.mailfrom=waalwijk.example; dmarc=fail header.from=waalwijk.example\r\n");
        Drop("twee", "onbekend@waalwijk.example", "Idee", "Dit is niet gecontroleerd, en krijgt wel antwoord.", "");

        await Until(() => mailer.Sent.Count == 1 && Processed() == 2);

        Assert.Equal("onbekend@waalwijk.example", mailer.Sent.Single().To);
        Assert.All(await All(), idea =>
        {
            Assert.False(Assert.IsType<IdeaSender.ByMail>(idea.Sender).IsChecked);
            Assert.Equal((new Affiliation.OfMunicipality(MunicipalityCode.Parse("GM0867")), false), (idea.Affiliation, idea.IsAffiliationConfirmed));
        });
    }

    [Fact]
    public async Task Who_is_not_checked_gets_numbers_and_a_link_and_not_a_word_that_somebody_else_may_have_written()
    {
        var reference = SubjectReference.Of(new Subject.OfGathering(TestBot.KickOff));
        Drop("een", "Koop nu <slachtoffer@elders.example>", $"Win een prijs [{reference}]", "- Bezoek http://evil.example vandaag\r\n- En bel ons snel terug daarover", "");
        await Until(() => mailer.Sent.Count == 1);

        var answer = mailer.Sent.Single();
        Assert.Equal(("", $"Re: uw mail aan {(await bot.Get<INetwork>().Current(Cancel)).Name} [{reference}]"), (answer.ToName, answer.Subject));
        Assert.StartsWith("Goedendag,", answer.Text, StringComparison.Ordinal);
        Assert.All(await All(), idea => Assert.Contains($"- {idea.Number}\n", answer.Text, StringComparison.Ordinal));
        foreach (var theirs in new[] { "Koop", "Win", "evil", "bel ons" }) Assert.DoesNotContain(theirs, answer.Text + answer.Subject + answer.ToName, StringComparison.OrdinalIgnoreCase);
        Assert.NotEmpty(LinkTo("slachtoffer@elders.example"));
    }

    [Fact]
    public async Task Text_beside_a_list_is_shown_to_organisers_and_the_sender_is_told()
    {
        Drop("een", "iemand@zeist.example", "Idee", "- Een kinderraad in elke kern\r\n- Een gids voor inwoners\r\n\r\nEn denk ook aan parkeren.");
        await Until(() => mailer.Sent.Count == 1);

        Assert.Equal(2, (await All()).Count);
        Assert.Contains("Naast uw punten staat er nog tekst in uw mail.", mailer.Sent.Single().Text, StringComparison.Ordinal);
        Assert.Contains("Naast de punten staat er nog tekst in.", (await Checked()).Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal);
        await Until(() => File.Exists(Path.Join(bot.MailFolder, "ter-controle", "een.eml")));
    }

    [Fact]
    public async Task Organisers_find_the_mail_of_an_idea_by_its_file()
    {
        Drop("een", "iemand@zeist.example", "Idee", "--b\r\nContent-Type: text/plain\r\n\r\nZie de tekening.\r\n--b\r\nContent-Type: application/pdf; name=plein.pdf\r\nContent-Disposition: attachment\r\n\r\nx\r\n--b--", Passed("zeist.example"), "multipart/mixed; boundary=b");
        await Until(() => mailer.Sent.Count == 1);

        var idea = (await All()).Single();
        Assert.Contains("De bijlagen blijven bij uw mail.", mailer.Sent.Single().Text, StringComparison.Ordinal);
        var seen = (await bot.Organiser().Clicks("idea.follow-up", new System.Text.Json.Nodes.JsonObject { ["idea"] = idea.Id.ToString() })).Replace("\\", "", StringComparison.Ordinal);
        Assert.Contains("Bijlagen in de mail: die blijven in de mailbox.", seen, StringComparison.Ordinal);
        Assert.Contains("De mail staat in de mailbox als een.eml.", seen, StringComparison.Ordinal);
        var file = await bot.Get<IEnumerable<Bot.Files.IFileKind>>().Single(kind => kind.Kind == Bot.Ideas.IdeaExport.Name).Make(await bot.Get<IMembers>().Find(bot.Organiser().Id, Cancel) ?? throw new InvalidOperationException(), "", Cancel);
        Assert.Contains(Workbooks.Xlsx.Read(file!.Content).Values.Single(), row => row.Contains("een.eml") && row.Contains("ja"));
    }

    [Fact]
    public async Task Who_had_themselves_deleted_is_told_why_the_link_changes_nothing()
    {
        Drop("een", "iemand@zeist.example", "Idee", "Het idee van iemand uit Zeist.");
        await Until(() => mailer.Sent.Count == 1);
        var idea = (await All()).Single();
        await bot.Get<IIdeaStore>().Change([idea.Id], read => ForgetRules.Forget(read, idea.Id, new("x"), null, "iemand@zeist.example"), Cancel);

        var page = await Page(HttpMethod.Post, LinkTo("iemand@zeist.example"), ("idee", idea.Id.ToString()), ("tekst", "Iets anders"));

        Assert.Contains("Dit idee staat niet meer op naam van wie het mailde.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Er staat nog geen tekst", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", page, StringComparison.Ordinal);
        Assert.Equal(idea.Text, (await All()).Single().Text);
    }

    [Fact]
    public async Task The_domain_tells_a_municipality_only_where_it_is_one()
    {
        Drop("een", "iemand@samen.example", "Idee", "Wij delen een domein.", Passed("samen.example"));
        Drop("twee", "iemand@elders.example", "Idee", "Wij zijn geen gemeente.", Passed("elders.example"));

        await Until(() => mailer.Sent.Count == 2);

        Assert.All(await All(), idea => Assert.Null(idea.Affiliation));
    }

    [Fact]
    public async Task Robots_become_no_idea_and_get_no_answer()
    {
        Drop("een", "iemand@zeist.example", "Afwezig", "Ik ben er niet.", "Auto-Submitted: auto-replied\r\n");
        Drop("twee", "nieuws@zeist.example", "Nieuws", "- een\r\n- twee", "List-Id: <nieuws.zeist.example>\r\n");
        Drop("drie", "secretariaat@m50.example", "Re: Idee", "Dank voor uw mail.", "");

        await Until(() => Processed() == 3);

        Assert.Empty(await All());
        Assert.Empty(mailer.Sent);
    }

    [Fact]
    public async Task What_is_not_understood_goes_to_organisers_who_take_it_off_their_list()
    {
        await bot.Confirmed(1);
        Drop("een", "Persoon 1 <persoon1@waalwijk.example>", "Mijn *idee*", "");
        await Until(() => mailer.Sent.Count == 1);
        Assert.Contains("Ik kon er geen idee in vinden.", mailer.Sent.Single().Text, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Join(bot.MailFolder, "ter-controle", "een.eml")));

        var organiser = bot.Organiser();
        Assert.Contains("Er is 1 mail om na te kijken.", await organiser.Says("overzicht"), StringComparison.Ordinal);
        Assert.Contains("Mijn \\*idee\\*\nPersoon 1 (persoon1@waalwijk.example)", (await organiser.Presses("Bekijk deze mails")).Replace("1\\.", "1.", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("Er staat geen eigen tekst in.", organiser.Seen, StringComparison.Ordinal);
        Assert.Contains("Er zijn geen mails om na te kijken.", await organiser.Presses("Nagekeken"), StringComparison.Ordinal);
        Assert.DoesNotContain("na te kijken", await organiser.Says("overzicht"), StringComparison.Ordinal);
        Assert.Contains("organisator", await bot.Person(1).Clicks("mail.check", new System.Text.Json.Nodes.JsonObject()), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_senders_page_changes_and_withdraws_and_looking_changes_nothing()
    {
        Drop("een", "Iemand <iemand@zeist.example>", "Idee", "- Eerste <b>idee</b> van ons\r\n- Tweede idee van ons");
        await Until(() => mailer.Sent.Count == 1);
        var link = LinkTo("iemand@zeist.example");
        var first = (await All()).Single(idea => idea.Text.StartsWith("Eerste", StringComparison.Ordinal));
        var second = (await All()).Single(idea => idea.Id != first.Id);

        var page = await Page(HttpMethod.Get, link);
        Assert.Contains("Eerste &lt;b&gt;idee&lt;/b&gt; van ons", page, StringComparison.Ordinal);
        Assert.Equal(2, (await All()).Count);

        page = await Page(HttpMethod.Post, link, ("idee", first.Id.ToString()), ("tekst", "Eerste idee, beter"), ("naam", "ja"));
        Assert.Contains($"Bewaard: idee {first.Number}.", page, StringComparison.Ordinal);
        var changed = await bot.Get<IIdeaStore>().Find(first.Id, Cancel);
        Assert.Equal(("Eerste idee, beter", true), (changed!.Text, changed.ShowsName));

        page = await Page(HttpMethod.Post, link, ("idee", first.Id.ToString()), ("tekst", new string('x', 2_001)));
        Assert.Contains("Uw idee is te lang: 2.001 tekens.", page, StringComparison.Ordinal);
        Assert.Contains(new string('x', 2_001), page, StringComparison.Ordinal);
        page = await Page(HttpMethod.Post, link, ("idee", first.Id.ToString()), ("tekst", "  "));
        Assert.Contains("Er staat nog geen tekst.", page, StringComparison.Ordinal);
        Assert.Equal("Eerste idee, beter", (await bot.Get<IIdeaStore>().Find(first.Id, Cancel))!.Text);

        page = await Page(HttpMethod.Post, link, ("idee", second.Id.ToString()), ("intrekken", "ja"));
        Assert.Contains($"Idee {second.Number} is ingetrokken.", page, StringComparison.Ordinal);
        Assert.Equal([first.Id], (await All()).Select(idea => idea.Id));
        Assert.Contains($"Idee {second.Number} is ingetrokken.", await Page(HttpMethod.Get, link), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_whose_name_others_can_see_is_asked_whether_they_may()
    {
        await bot.Confirmed(1);
        const string Offer = "of mag uw naam erbij staan?";
        foreach (var (file, from, headers, isAsked) in new[]
        {
            ("een", "Iemand <iemand@zeist.example>", Passed("zeist.example"), true),
            ("twee", "zonder.naam@zeist.example", Passed("zeist.example"), false),
            ("drie", "Ongecontroleerd <niemand@debilt.example>", "", false),
            ("vier", "persoon1@waalwijk.example", Passed("waalwijk.example"), true),
        })
        {
            Drop(file, from, "Idee", $"Het idee in bestand {file}.", headers);
            await Until(() => mailer.Sent.Any(mail => from.Contains(mail.To, StringComparison.Ordinal)));
            var answer = mailer.Sent.Single(mail => from.Contains(mail.To, StringComparison.Ordinal));
            Assert.Equal(isAsked, answer.Text.Contains(Offer, StringComparison.Ordinal));
            Assert.Contains("Wilt u iets veranderen of intrekken", answer.Text, StringComparison.Ordinal);
            Assert.Equal(isAsked, (await Page(HttpMethod.Get, LinkTo(answer.To))).Contains("Anderen mogen mijn naam erbij zien", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_page_acts_on_its_own_ideas_only_and_a_made_up_link_on_nothing()
    {
        Drop("een", "iemand@zeist.example", "Idee", "Het idee van iemand uit Zeist.");
        Drop("twee", "ander@debilt.example", "Idee", "Het idee van een ander uit De Bilt.");
        await Until(() => mailer.Sent.Count == 2);
        var link = LinkTo("iemand@zeist.example");
        var other = (await All()).Single(idea => idea.Text.Contains("De Bilt", StringComparison.Ordinal));

        await Page(HttpMethod.Post, link, ("idee", other.Id.ToString()), ("intrekken", "ja"));
        await Page(HttpMethod.Post, link, ("idee", "x"), ("intrekken", "ja"));
        await Page(HttpMethod.Post, link);

        Assert.Equal(2, (await All()).Count);
        using var request = new HttpRequestMessage(HttpMethod.Get, link + "x");
        using var response = await bot.CreateClient().SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Who_is_forgotten_stands_on_no_list_of_mails_and_gets_no_mail_any_more()
    {
        var person = await bot.Confirmed(1);
        mailer.Instead.Enqueue(new MailOutcome.Postponed(TimeSpan.FromHours(2)));
        Drop("een", "Persoon 1 <persoon1@waalwijk.example>", "Van Persoon 1", "");
        await Until(() => Directory.Exists(Path.Join(bot.MailFolder, "ter-controle")) && mailer.Instead.IsEmpty);
        Assert.NotEmpty(await Remains(person));

        await bot.Get<Bot.Mails.MailPersonalData>().Forget(person.Id, Cancel);

        Assert.Empty(await Remains(person));
        Assert.Contains("afzender onbekend", await Checked(), StringComparison.Ordinal);
    }

    private static string Passed(string domain) => $"Authentication-Results: spf=pass smtp.mailfrom={domain}; dkim=pass header.d={domain}; dmarc=pass header.from={domain}\r\n";

    private string LinkTo(string address)
    {
        var text = mailer.Sent.Single(mail => mail.To == address).Text;
        var word = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Single(one => one.Contains("/ideeen/", StringComparison.Ordinal));
        return new Uri(word).PathAndQuery;
    }

    private async Task<string> Checked()
    {
        var organiser = bot.Organiser();
        await organiser.Says("overzicht");
        return await organiser.Presses("Bekijk deze mails");
    }

    private async Task<List<string>> Remains(TestPerson person)
    {
        var remains = new List<string>();
        await foreach (var row in bot.Get<Infrastructure.Storage.ITables>()[Infrastructure.Storage.TableNames.Mails].All(Cancel))
            if (row.Values.Values.OfType<string>().Append(row.RowKey).Any(value => value.Contains("persoon1@", StringComparison.OrdinalIgnoreCase) || value.Contains(person.Name, StringComparison.Ordinal))) remains.Add(row.RowKey);
        return remains;
    }

    private void Drop(string name, string from, string subject, string text, string? headers = null, string type = "text/plain; charset=utf-8")
    {
        var domain = from[(from.IndexOf('@', StringComparison.Ordinal) + 1)..].TrimEnd('>');
        var mime = $"{headers ?? Passed(domain)}From: {from}\r\nTo: secretariaat@m50.example\r\nSubject: {subject}\r\nMessage-ID: <{name}@mail.example>\r\nContent-Type: {type}\r\n\r\n{text}\r\n";
        var inbox = Directory.CreateDirectory(Path.Join(bot.MailFolder, "inbox")).FullName;
        File.WriteAllText(Path.Join(inbox, $"{name}.part"), mime);
        File.Move(Path.Join(inbox, $"{name}.part"), Path.Join(inbox, $"{name}.eml"));
    }

    private int Processed() => Directory.Exists(Path.Join(bot.MailFolder, "verwerkt")) ? Directory.GetFiles(Path.Join(bot.MailFolder, "verwerkt")).Length : 0;

    private async Task<IReadOnlyList<Idea>> All() => await bot.Get<IIdeaStore>().All(Cancel).ToListAsync(Cancel);

    /// <summary>Lets the clock go on until it is so.</summary>
    private async Task Until(Func<bool> condition)
    {
        for (var i = 0; i < 600 && !condition(); i++)
        {
            bot.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(20, Cancel);
        }

        Assert.True(condition(), "It did not happen.");
    }

    private async Task<string> Page(HttpMethod method, string link, params (string Name, string Value)[] form)
    {
        using var request = new HttpRequestMessage(method, link);
        if (method == HttpMethod.Post) request.Content = new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var response = await bot.CreateClient().SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync(Cancel);
    }
}
