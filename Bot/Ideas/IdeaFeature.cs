using System.Globalization;
using LeerkringBot.Bot.Routing;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Ideas;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Ideas;

namespace LeerkringBot.Bot.Ideas;

/// <summary>Sharing an idea, in a form or in one message, and changing or withdrawing one's own; the list, and support.</summary>
public sealed class IdeaFeature(NoteIdea note, OwnIdea own, SupportIdea support, IIdeaStore ideas, ISubjects subjects, IdeaCards cards) : IFeature
{
    public IEnumerable<CardRoute> Cards =>
    [
        CardRoute.To(IdeaFormCard.Open, async (click, cancellationToken) => await cards.Form(Empty(click.Data.About), isNew: true, [], click.Texts, cancellationToken)),
        CardRoute.To(IdeaFormCard.Note, Note),
        CardRoute.To(IdeaFormCard.Change, Change),
        CardRoute.To(IdeaCard.Show, (click, cancellationToken) => OfOne(click, One, cancellationToken)),
        CardRoute.To(IdeaCard.Edit, (click, cancellationToken) => OfOne(click, Edit, cancellationToken)),
        CardRoute.To(IdeaCard.AskWithdraw, (click, cancellationToken) => OfOne(click, AskWithdraw, cancellationToken)),
        CardRoute.To(IdeaCard.Withdraw, Withdraw),
        CardRoute.To(IdeaCard.Support, (click, cancellationToken) => SupportOne(click, true, cancellationToken)),
        CardRoute.To(IdeaCard.Unsupport, (click, cancellationToken) => SupportOne(click, false, cancellationToken)),
        CardRoute.To(IdeaListCard.Show, async (click, cancellationToken) => await cards.List(click.Who, click.Data, null, click.Texts, cancellationToken)),
        CardRoute.To(IdeaListCard.Support, (click, cancellationToken) => SupportInList(click, true, cancellationToken)),
        CardRoute.To(IdeaListCard.Unsupport, (click, cancellationToken) => SupportInList(click, false, cancellationToken)),
    ];

    public IEnumerable<ChatCommand> Commands =>
    [
        new(["idee", "idea"], Typed) { TakesMore = true },
        new(["ideeen", "ideen", "ideas"], async (message, cancellationToken) => await cards.List(message.Who, new(), null, message.Texts, cancellationToken)),
    ];

    private static IdeaFormCard.FormData Empty(string? about) => new(Key.New(), About: about);

    // "idee" asks for the form, "idee I-7K3Q96" for that idea, "idee: …" notes at once. Without the colon nothing is noted by surprise: the words stand in the form.
    private async Task<Reply> Typed(ChatMessage message, CancellationToken cancellationToken)
    {
        var rest = message.Text.AsSpan().TrimStart();
        while (rest.Length > 0 && (char.IsLetter(rest[0]) || CharUnicodeInfo.GetUnicodeCategory(rest[0]) == UnicodeCategory.NonSpacingMark)) rest = rest[1..];
        rest = rest.TrimStart();
        var atOnce = rest is [':', ..];
        var text = (atOnce ? rest[1..] : rest).Trim().ToString();
        if (IdeaNumber.TryParse(text, out var number)) return await ByNumber(message, number, cancellationToken);
        var form = new IdeaFormCard.FormData(Key.New(), text.Length == 0 ? null : text);
        return atOnce && text.Length > 0
            ? await Note(message.Who, form, $"message {message.Who.Id} {message.Id ?? Key.New()}", message.Texts, cancellationToken)
            : await cards.Form(form, isNew: true, [], message.Texts, cancellationToken);
    }

    private async Task<Reply> ByNumber(ChatMessage message, IdeaNumber number, CancellationToken cancellationToken) =>
        await ideas.Find(number, cancellationToken) is { } id && await ideas.Find(id, cancellationToken) is { } idea && await cards.Sees(message.Who, idea, cancellationToken)
            ? await cards.One(message.Who, idea, null, message.Texts, cancellationToken)
            : await cards.List(message.Who, new(), message.Texts.Plain("Idea.Gone", number), message.Texts, cancellationToken);

    private async Task<Reply> Note(CardClick<IdeaFormCard.FormData> click, CancellationToken cancellationToken) => Key.IsValid(click.Data.Draft)
        ? await Note(click.Who, click.Data, $"form {click.Who.Id} {click.Data.Draft}", click.Texts, cancellationToken)
        : new Reply.Start(click.Texts["Outdated"]);

    private async Task<Reply> Note(Person who, IdeaFormCard.FormData form, string key, Texts texts, CancellationToken cancellationToken)
    {
        var draft = await Draft(who, form, cancellationToken);
        switch (await note.Note(draft, key, cancellationToken))
        {
            // The form was open twice; what stands in this one is not lost.
            case NoteOutcome.Noted { IsNew: false } noted when noted.Idea.Text != IdeaText.Clean(draft.Text):
                return await Again(form, texts.Plain("Idea.AlreadySent", noted.Idea.Number), texts, cancellationToken);
            case NoteOutcome.Noted noted:
                var others = noted.Same.IsEmpty ? "" : $" {texts.Plain("Idea.SameAs", string.Join(", ", noted.Same.Select(id => id.Number)))}";
                return await cards.One(who, noted.Idea, texts.Plain("Idea.NotedNext", noted.Idea.Number) + others, texts, cancellationToken);
            case NoteOutcome.Withdrawn withdrawn:
                return await Again(form, texts.Plain("Idea.WithdrawnTyped", withdrawn.Number), texts, cancellationToken);
            case NoteOutcome.Wrong wrong:
                return await cards.Form(form, isNew: true, wrong.Mistakes, texts, cancellationToken);
            default:
                throw new InvalidOperationException("An outcome of noting that is none.");
        }
    }

    private async Task<Reply> Again(IdeaFormCard.FormData form, string notice, Texts texts, CancellationToken cancellationToken) =>
        await cards.Form(form with { Draft = Key.New() }, isNew: true, [], texts, cancellationToken, notice);

    private async Task<Reply> Change(CardClick<IdeaFormCard.FormData> click, CancellationToken cancellationToken)
    {
        if (!IdeaId.TryParse(click.Data.Draft, out var id)) return new Reply.Start(click.Texts["Outdated"]);
        var (who, texts) = (click.Who, click.Texts);
        return await own.Change(id, Sender(who), await Draft(who, click.Data, cancellationToken), cancellationToken) switch
        {
            OwnIdeaOutcome.Stands stands => await cards.One(who, stands.Idea, texts["Idea.Changed"], texts, cancellationToken),
            OwnIdeaOutcome.Wrong wrong => await cards.Form(click.Data, isNew: false, wrong.Mistakes, texts, cancellationToken),
            OwnIdeaOutcome.Settled settled => await cards.One(who, settled.Idea, texts["Idea.Settled"], texts, cancellationToken),
            var outcome => await Other(who, id, outcome, texts, cancellationToken),
        };
    }

    private async Task<Reply> Withdraw(CardClick<IdeaCard.IdeaData> click, CancellationToken cancellationToken)
    {
        if (!IdeaId.TryParse(click.Data.Idea, out var id)) return new Reply.Start(click.Texts["Outdated"]);
        return await Other(click.Who, id, await own.Withdraw(id, Sender(click.Who), cancellationToken), click.Texts, cancellationToken);
    }

    private async Task<Reply> Other(Person who, IdeaId id, OwnIdeaOutcome outcome, Texts texts, CancellationToken cancellationToken) =>
        await cards.List(who, new(), outcome is OwnIdeaOutcome.Withdrawn ? texts.Plain("Idea.Withdrawn", id.Number) : texts["Idea.NotYours"], texts, cancellationToken);

    private Task<Reply> Edit(CardClick<IdeaCard.IdeaData> click, Idea idea, CancellationToken cancellationToken) => Mine(click, idea, async () => OwnIdeaRules.CanChange(idea)
        ? await cards.Form(new(idea.Id.ToString(), idea.Text, idea.Theme, idea.About?.Key, idea.ShowsName ? "true" : "false"), isNew: false, [], click.Texts, cancellationToken)
        : await cards.One(click.Who, idea, click.Texts["Idea.Settled"], click.Texts, cancellationToken), cancellationToken);

    private Task<Reply> AskWithdraw(CardClick<IdeaCard.IdeaData> click, Idea idea, CancellationToken cancellationToken) =>
        Mine(click, idea, () => Task.FromResult<Reply>(IdeaCard.RenderAsk(idea, click.Texts)), cancellationToken);

    private async Task<Reply> Mine(CardClick<IdeaCard.IdeaData> click, Idea idea, Func<Task<Reply>> go, CancellationToken cancellationToken) => idea.Sender.IsSameAs(Sender(click.Who))
        ? await go()
        : await Other(click.Who, idea.Id, new OwnIdeaOutcome.NotTheirs(), click.Texts, cancellationToken);

    private async Task<Reply> One(CardClick<IdeaCard.IdeaData> click, Idea idea, CancellationToken cancellationToken) =>
        await cards.One(click.Who, idea, null, click.Texts, cancellationToken);

    private async Task<Reply> OfOne(CardClick<IdeaCard.IdeaData> click, Func<CardClick<IdeaCard.IdeaData>, Idea, CancellationToken, Task<Reply>> go, CancellationToken cancellationToken)
    {
        if (!IdeaId.TryParse(click.Data.Idea, out var id)) return new Reply.Start(click.Texts["Outdated"]);
        return await ideas.Find(id, cancellationToken) is { } idea && await cards.Sees(click.Who, idea, cancellationToken)
            ? await go(click, idea, cancellationToken)
            : await cards.List(click.Who, new(), click.Texts.Plain("Idea.Gone", id.Number), click.Texts, cancellationToken);
    }

    private async Task<Reply> SupportOne(CardClick<IdeaCard.IdeaData> click, bool supports, CancellationToken cancellationToken)
    {
        if (!IdeaId.TryParse(click.Data.Idea, out var id)) return new Reply.Start(click.Texts["Outdated"]);
        var outcome = await Support(click.Who, id, supports, cancellationToken);
        return outcome switch
        {
            SupportOutcome.Stands stands => await cards.One(click.Who, stands.Idea, Said(outcome, supports, click.Texts), click.Texts, cancellationToken),
            SupportOutcome.Own mine => await cards.One(click.Who, mine.Idea, Said(outcome, supports, click.Texts), click.Texts, cancellationToken),
            _ => await cards.List(click.Who, new(), Said(outcome, supports, click.Texts), click.Texts, cancellationToken),
        };
    }

    private async Task<Reply> SupportInList(CardClick<IdeaListCard.SupportData> click, bool supports, CancellationToken cancellationToken)
    {
        if (!IdeaId.TryParse(click.Data.Idea, out var id)) return new Reply.Start(click.Texts["Outdated"]);
        var prepared = cards.Prepare(click.Who, cancellationToken);
        var outcome = await Support(click.Who, id, supports, cancellationToken);
        return await cards.List(click.Who, new(click.Data.Page, click.Data.About, click.Data.Theme, click.Data.Words), prepared, Said(outcome, supports, click.Texts), click.Texts, cancellationToken);
    }

    private Task<SupportOutcome> Support(Person who, IdeaId id, bool supports, CancellationToken cancellationToken) =>
        supports ? support.Support(id, who.Id, cancellationToken) : support.Withdraw(id, who.Id, cancellationToken);

    private static string Said(SupportOutcome outcome, bool supports, Texts texts) => outcome switch
    {
        SupportOutcome.Stands stands => texts.Plain(supports ? "Idea.YouSupport" : "Idea.YouSupportNot", stands.Idea.Number),
        SupportOutcome.Own => texts["Idea.OwnSupport"],
        SupportOutcome.Gone gone => texts.Plain("Idea.Gone", gone.Number),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    private async Task<IdeaDraft> Draft(Person who, IdeaFormCard.FormData form, CancellationToken cancellationToken)
    {
        var about = Subject.Find(form.About);
        return new(form.Text ?? "", Sender(who))
        {
            Theme = form.Theme ?? "",
            About = about is not null && await subjects.Title(about, cancellationToken) is not null ? about : null,
            Affiliation = (await who.Member).Affiliation,
            IsAffiliationConfirmed = true,
            Source = IdeaSource.Chat,
            ShowsName = form.ShowsName == "true",
        };
    }

    private static IdeaSender Sender(Person who) => new IdeaSender.OfMember(who.Id);
}
