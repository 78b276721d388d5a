using LeerkringBot.Cards;
using LeerkringBot.Cards.Elements;
using LeerkringBot.Cards.Ideas;
using LeerkringBot.Cards.Polls;
using LeerkringBot.Cards.Registrations;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Ideas;

namespace LeerkringBot.Bot.Ideas;

/// <summary>Makes idea cards of what stands in storage, each for the one person who sees it.</summary>
public sealed class IdeaCards(FindIdeas find, IIdeaStore ideas, ISubjects subjects, IMembers members, INetwork network, IOrganisers organisers, TimeProvider clock)
{
    private static readonly Task<string?> Nothing = Task.FromResult<string?>(null);

    /// <summary>Reads what a list needs, while something else is stored: that will be in it.</summary>
    /// <returns>Whether the person is an organiser.</returns>
    public async Task<bool> Prepare(Person who, CancellationToken cancellationToken)
    {
        var reading = ideas.Recent(cancellationToken);
        var isOrganiser = await organisers.Includes(await who.Member, cancellationToken);
        await reading;
        return isOrganiser;
    }

    public Task<AdaptiveCard> List(Person who, IdeaListCard.ListData asked, string? notice, Texts texts, CancellationToken cancellationToken) =>
        List(who, asked, Prepare(who, cancellationToken), notice, texts, cancellationToken);

    /// <param name="who">Sees it.</param>
    /// <param name="asked">What they want to see.</param>
    /// <param name="prepared">By <see cref="Prepare"/>.</param>
    /// <param name="notice">What just happened, or null.</param>
    /// <param name="texts">In the person's language.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<AdaptiveCard> List(Person who, IdeaListCard.ListData asked, Task<bool> prepared, string? notice, Texts texts, CancellationToken cancellationToken)
    {
        var filter = new IdeaFilter(Subject.Find(asked.About), asked.Theme is null or IdeaListCard.All ? "" : asked.Theme, asked.Words ?? "");
        var isOrganiser = await prepared;
        var page = await find.Page(filter, asked.Page, isOrganiser, who.Id, cancellationToken);
        // What stands for everything, or for nothing there is, stands no more in what the buttons carry.
        var known = new IdeaListCard.ListData(page.Number, filter.About?.Key, filter.Theme.Length == 0 ? null : filter.Theme, filter.Words.Length == 0 ? null : filter.Words);
        var titles = page.Subjects.ToDictionary(subject => subject, subject => subjects.Title(subject, cancellationToken));
        var digest = isOrganiser ? ideas.DigestSince(cancellationToken) : Task.FromResult<DateTimeOffset?>(null);
        var views = await Task.WhenAll(page.Ideas.Select(idea => View(who, idea, isOrganiser, idea.About is null ? Nothing : titles[idea.About], texts, cancellationToken)));
        var choices = await Task.WhenAll(titles.Select(async one => (Subject: one.Key, Title: await one.Value)));
        return IdeaListCard.Render(
            page,
            views,
            known,
            [.. choices.Where(one => one.Title is not null).OrderBy(one => one.Title, StringComparer.Create(texts.Culture, true)).Select(one => new Choice(one.Title!, one.Subject.Key))],
            isOrganiser ? await digest is not null : null,
            notice,
            texts);
    }

    public async Task<AdaptiveCard> One(Person who, Idea idea, string? notice, Texts texts, CancellationToken cancellationToken) =>
        IdeaCard.Render(
            await View(who, idea, await organisers.Includes(await who.Member, cancellationToken), texts, cancellationToken),
            notice,
            Back(idea, texts),
            clock.GetUtcNow(),
            texts);

    /// <summary>Hidden ideas are for organisers and the sender.</summary>
    public async Task<bool> Sees(Person who, Idea idea, CancellationToken cancellationToken) =>
        !idea.IsHidden || idea.Sender == new IdeaSender.OfMember(who.Id) || await organisers.Includes(await who.Member, cancellationToken);

    public async Task<AdaptiveCard> Form(IdeaFormCard.FormData form, bool isNew, IReadOnlyCollection<IdeaMistake> mistakes, Texts texts, CancellationToken cancellationToken, string? notice = null)
    {
        var current = (await subjects.Current(cancellationToken)).ToList();
        // What it is about may be long ago.
        if (Subject.Find(form.About) is { } about && !current.Exists(one => one.Subject == about) && await subjects.Title(about, cancellationToken) is { } title) current.Insert(0, (about, title));
        return IdeaFormCard.Render(form, isNew, [.. current.Select(one => new Choice(one.Title, one.Subject.Key))], mistakes, texts, notice);
    }

    public Task<IdeaView> View(Person who, Idea idea, bool isOrganiser, Texts texts, CancellationToken cancellationToken) =>
        View(who, idea, isOrganiser, idea.About is { } subject ? subjects.Title(subject, cancellationToken) : Nothing, texts, cancellationToken);

    private async Task<IdeaView> View(Person who, Idea idea, bool isOrganiser, Task<string?> about, Texts texts, CancellationToken cancellationToken)
    {
        var isMine = idea.Sender is IdeaSender.OfMember sender && sender.Member == who.Id;
        var from = isMine || isOrganiser || idea.ShowsName ? From(idea, isOrganiser, texts, cancellationToken) : Nothing;
        var all = idea.Merged.IsEmpty ? [] : await ideas.Recent(cancellationToken);
        var parts = all.Where(part => part.MergedInto == idea.Id && (isOrganiser || !part.IsHidden)).OrderBy(part => idea.Merged.IndexOf(part.Id));
        return new(idea, await from, await about, isMine, idea.Supporters.Contains(who.Id), isOrganiser, [.. parts]);
    }

    /// <summary>"Anna de Vries, Waalwijk".</summary>
    private async Task<string?> From(Idea idea, bool isOrganiser, Texts texts, CancellationToken cancellationToken)
    {
        var name = idea.Sender switch
        {
            IdeaSender.OfMember sender => (await members.Find(sender.Member, cancellationToken))?.Name,
            IdeaSender.ByMail mail when isOrganiser => texts.Plain(mail.IsChecked ? "Idea.Mailed" : "Idea.MailedUnchecked", mail.Name.Length > 0 ? mail.Name : mail.Address, mail.Address),
            IdeaSender.ByMail { Name.Length: > 0, IsChecked: true } mail => mail.Name,
            _ => null,
        };
        var affiliation = idea.Affiliation is { } known && (isOrganiser || idea.IsAffiliationConfirmed)
            ? (await network.Current(cancellationToken)).NameOf(known)
            : null;
        if (affiliation is not null && !idea.IsAffiliationConfirmed) affiliation = texts.Plain("Idea.AffiliationGuessed", affiliation);
        return string.Join(", ", new[] { name, affiliation }.OfType<string>()) is { Length: > 0 } from ? from : null;
    }

    private static CardButton? Back(Idea idea, Texts texts) => idea.About switch
    {
        Subject.OfGathering of => InvitationCard.Show.Button(texts["Idea.BackToGathering"], new(of.Gathering.ToString())),
        Subject.OfPoll of => PollCard.Show.Button(texts["Idea.BackToPoll"], new(of.Poll.ToString())),
        _ => null,
    };
}
