using System.Text;
using LeerkringBot.Domain.Mails;
using LeerkringBot.Infrastructure.Mails;

namespace LeerkringBot.Tests.Mails;

/// <summary>Every mail of Corpus, as its client writes it, against what stands beside it: kind, why a person must look, what is known of the sender, and each idea after a line of "=".</summary>
public sealed class CorpusTests
{
    private const string Mailbox = "leerkring@m50.example";
    private static readonly string Folder = Path.Join(AppContext.BaseDirectory, "Mails", "Corpus");

    public static TheoryData<string> Mails => [.. Directory.GetFiles(Folder, "*.eml").Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Mails))]
    public async Task A_mail_is_understood_as_a_person_would(string name)
    {
        var mail = await Read(name);

        var expected = (await File.ReadAllTextAsync(Path.Join(Folder, $"{name}.expected"), TestContext.Current.CancellationToken)).ReplaceLineEndings("\n").TrimEnd('\n');
        Assert.Equal(expected, Written(mail));
        Assert.True(Domain.Key.IsValid(mail.Key));
    }

    [Fact]
    public void There_are_at_least_sixty_and_each_says_what_is_expected()
    {
        Assert.True(Mails.Count >= 60);
        Assert.All(Directory.GetFiles(Folder, "*.eml"), path => Assert.True(File.Exists(Path.ChangeExtension(path, ".expected"))));
    }

    [Fact]
    public async Task No_two_mails_have_the_same_key_and_a_mail_keeps_its_own()
    {
        var keys = new List<string>();
        foreach (var path in Directory.GetFiles(Folder, "*.eml")) keys.Add((await Read(Path.GetFileNameWithoutExtension(path))).Key);

        Assert.Distinct(keys);
        Assert.Equal(keys[0], (await Read(Path.GetFileNameWithoutExtension(Directory.GetFiles(Folder, "*.eml")[0]))).Key);
    }

    private static async Task<IncomingMail> Read(string name)
    {
        await using var file = File.OpenRead(Path.Join(Folder, $"{name}.eml"));
        return await new MailReader().Read(file, Mailbox, TestContext.Current.CancellationToken);
    }

    private static string Written(IncomingMail mail)
    {
        var text = new StringBuilder($"kind: {mail.Kind}\ncheck: {mail.Check?.ToString() ?? "-"}\nsender: {mail.Sender?.Check.ToString() ?? "-"}");
        foreach (var idea in mail.Ideas) text.Append("\n=====\n").Append(idea);
        return text.ToString();
    }
}
