using LeerkringBot.Cards;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Ideas;

namespace LeerkringBot.Bot.Web;

/// <summary>/ideeen/{word}: the page behind the link in the answer to a mail, where its sender changes or withdraws the ideas. Looking changes nothing.</summary>
/// <remarks>Who has the sealed word may act, as on <see cref="RegistrationPages"/>.</remarks>
public sealed class IdeaPages(Links links, IIdeaStore ideas, OwnIdea own, INetwork network)
{
    internal const string Idea = "idee";
    internal const string Text = "tekst";
    internal const string ShowsName = "naam";
    internal const string Withdraw = "intrekken";

    /// <summary>Bytes; twenty times what fits in an idea.</summary>
    private const long LongestForm = 1024 * 1024;

    public Task<IResult> Look(string word, HttpRequest request, CancellationToken cancellationToken) =>
        Answer(word, request, (_, _) => Task.FromResult<IdeaPageNotice?>(null), cancellationToken);

    public Task<IResult> Act(string word, HttpRequest request, CancellationToken cancellationToken) =>
        Answer(word, request, async (theirs, texts) =>
        {
            if (await Form(request, cancellationToken) is not { } form) return new(null, texts["IdeaPage.TooMuch"], null);
            if (!IdeaId.TryParse(form[Idea], out var id) || !theirs.Contains(id) || await ideas.Find(id, cancellationToken) is not { } idea) return null;
            var typed = form[Text].ToString();
            var outcome = form.ContainsKey(Withdraw)
                ? await own.Withdraw(id, idea.Sender, cancellationToken)
                : await own.Change(id, idea.Sender, new(typed, idea.Sender) { Theme = idea.Theme, About = idea.About, ShowsName = form.ContainsKey(ShowsName) }, cancellationToken);
            return Told(id, outcome, typed, texts);
        }, cancellationToken);

    private static IdeaPageNotice Told(IdeaId id, OwnIdeaOutcome outcome, string typed, Texts texts) => outcome switch
    {
        OwnIdeaOutcome.Stands => new(id, texts.Plain("IdeaPage.Saved", id.Number), null),
        OwnIdeaOutcome.Withdrawn => new(id, texts.Plain("IdeaPage.Withdrawn", id.Number), null),
        OwnIdeaOutcome.Settled => new(id, texts["IdeaPage.Settled"], null),
        OwnIdeaOutcome.Wrong wrong when wrong.Mistakes.Contains(IdeaMistake.TooLong) => new(id, texts.Plain("IdeaPage.TooLong", IdeaText.Clean(typed).Length, IdeaText.Longest), typed),
        OwnIdeaOutcome.Wrong => new(id, texts["IdeaPage.Empty"], typed),
        OwnIdeaOutcome.NotTheirs => new(id, texts["IdeaPage.NotTheirs"], null),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    private async Task<IResult> Answer(string word, HttpRequest request, Func<IReadOnlyList<IdeaId>, Texts, Task<IdeaPageNotice?>> act, CancellationToken cancellationToken)
    {
        var (response, texts) = (request.HttpContext.Response, MadePage.TextsFor(request));
        try
        {
            if (await links.OpenMailedIdeas(word, cancellationToken) is not { } theirs) return MadePage.NotFound(response, (await network.Current(cancellationToken)).Mailbox, texts);
            var notice = await act(theirs, texts);
            var found = await Task.WhenAll(theirs.Select(id => ideas.Find(id, cancellationToken)));
            return MadePage.Show(response, texts["IdeaPage.Title"], IdeaPage.Body([.. theirs.Zip(found)], notice, (await network.Current(cancellationToken)).Mailbox, texts), texts);
        }
        catch (StorageFaultException)
        {
            // Nothing is posted again by itself: going back in the browser brings back what was typed.
            return MadePage.Fault(response, "get", texts["TryAgain"], texts);
        }
    }

    private static async Task<IFormCollection?> Form(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > LongestForm) return null;
        try
        {
            return request.HasFormContentType ? await request.ReadFormAsync(cancellationToken) : FormCollection.Empty;
        }
        catch (Exception fault) when (fault is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }
}
