using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Bot.Ideas;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Elements;
using LeerkringBot.Cards.Polls;
using LeerkringBot.Cards.Registrations;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Bot.Polls;

/// <summary>Makes poll cards of what stands in storage.</summary>
public sealed class PollCards(IPollStore polls, IGatherings gatherings, INetwork network, IMembers members, IOrganisers organisers, IdeaDoors ideas, TimeProvider clock)
{
    /// <summary>The names that every card shows.</summary>
    public Task<Network> Network(CancellationToken cancellationToken) => network.Current(cancellationToken).AsTask();

    /// <summary>For everybody to see: no state of anybody, Dutch.</summary>
    public async Task<ChannelCard> Neutral(Poll poll, CancellationToken cancellationToken) =>
        new(
            PollCard.Render(await View(poll, await polls.Tally(poll.Id, cancellationToken), null, cancellationToken) with { Neutral = true, Foot = ideas.Of(new Subject.OfPoll(poll.Id), poll.Question, Texts.Dutch) }, Texts.Dutch),
            poll.ClosesAt + Poll.UntilFinal);

    /// <summary>Right after a click: without another look at storage.</summary>
    /// <param name="poll">What was asked.</param>
    /// <param name="tally">As it was read, with what was stored since.</param>
    /// <param name="mine">Whose answer the person gives; null for who gives none.</param>
    /// <param name="member">Who looks.</param>
    /// <param name="notice">What just happened; null shows where the person stands.</param>
    /// <param name="replaced">Whose answer it was before, who hears of it.</param>
    /// <param name="texts">In the person's language.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<AdaptiveCard> Clicked(Poll poll, PollTally tally, Voter? mine, Member member, string? notice, MemberId? replaced, Texts texts, CancellationToken cancellationToken)
    {
        var view = await View(poll, tally, mine, cancellationToken);
        var hears = replaced is { } before && mine is { } voter ? await WhoHears(before, voter, cancellationToken) : null;
        var told = hears is null ? null : texts.Plain("Poll.Told", hears);
        return PollCard.Render(Several(view, member, texts), texts, notice, told);
    }

    /// <summary>As somebody opens it, or gets it sent: with all that their municipality told.</summary>
    public async Task<AdaptiveCard> Personal(Poll poll, Member member, string? notice, Texts texts, CancellationToken cancellationToken)
    {
        var mine = poll.VoterOf(member);
        var reading = mine is { } voter && !poll.Details.IsEmpty ? polls.Details(poll.Id, voter, cancellationToken) : null;
        var view = await View(poll, await polls.Tally(poll.Id, cancellationToken), mine, cancellationToken);
        return PollCard.Render(Several(view with { Details = reading is null ? null : await reading }, member, texts), texts, notice);
    }

    /// <summary>All there is to see of the result.</summary>
    /// <returns>Null where the member may not see it.</returns>
    public async Task<AdaptiveCard?> Results(Poll poll, Member member, Texts texts, CancellationToken cancellationToken)
    {
        var view = await View(poll, await polls.Tally(poll.Id, cancellationToken), poll.VoterOf(member), cancellationToken);
        if (view.Sight != ResultSight.Shown) return null;
        return PollResultsCard.Render(view with { Turnout = await Turnout(poll, cancellationToken) }, texts);
    }

    /// <summary>The same with all that an organiser may know: also before others, and the names of people.</summary>
    public async Task<PollView> Organiser(Poll poll, CancellationToken cancellationToken)
    {
        var reading = Turnout(poll, cancellationToken);
        var view = await View(poll, await polls.Tally(poll.Id, cancellationToken), null, cancellationToken);
        return view with
        {
            Sight = ResultRules.Of(poll, view.Tally.Answered, hasAnswered: false, isOrganiser: true, view.Now),
            Names = poll is { Per: VoterKind.Person, IsAnonymous: false } ? (await members.All(cancellationToken)).ToDictionary(member => member.Id, member => member.Name) : null,
            Turnout = await reading,
        };
    }

    /// <summary>As people will see a poll that isn't stored yet.</summary>
    public async Task<AdaptiveCard> Preview(Poll poll, Texts texts, CancellationToken cancellationToken) =>
        PollCard.Render(await View(poll, PollTally.Empty, null, cancellationToken) with { Neutral = true }, texts);

    public async Task<AdaptiveCard> Confirm(AnswerOutcome.ConfirmChange confirm, Texts texts, CancellationToken cancellationToken) =>
        PollChangeCard.Render(
            await View(confirm.Poll, confirm.Tally, confirm.Current.Voter, cancellationToken),
            confirm.Current,
            await ColleagueOf(confirm.Current.By, texts, cancellationToken),
            confirm.Chosen,
            texts);

    /// <summary>That a colleague offered something else.</summary>
    public async Task<string> Colleague(AnswerOutcome.ConfirmChange confirm, Texts texts, CancellationToken cancellationToken) =>
        texts.Plain(
            "HostPoll.Colleague",
            PollChangeCard.Standing(
                await View(confirm.Poll, confirm.Tally, confirm.Current.Voter, cancellationToken), confirm.Current, await ColleagueOf(confirm.Current.By, texts, cancellationToken), texts));

    /// <summary>For an organiser who enters an answer.</summary>
    /// <param name="poll">What is asked.</param>
    /// <param name="typed">So far.</param>
    /// <param name="people">Those among whom to choose, in a poll of persons; empty asks for a name.</param>
    /// <param name="mistake">What is wrong, or null.</param>
    /// <param name="wrong">Details that can't be as they were typed.</param>
    /// <param name="texts">In the organiser's language.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<AdaptiveCard> OnBehalf(Poll poll, PollOnBehalfCard.EnterData typed, IReadOnlyList<Choice> people, string? mistake, IReadOnlyList<PollDetail> wrong, Texts texts, CancellationToken cancellationToken) =>
        PollOnBehalfCard.Render(await View(poll, PollTally.Empty, null, cancellationToken) with { Wrong = wrong }, typed, people, mistake, texts);

    /// <summary>An offer that couldn't be taken as it was typed, with all that was typed.</summary>
    /// <param name="poll">For hosts.</param>
    /// <param name="mine">Whose offer it is; its version on the card lets the person change what a colleague offered.</param>
    /// <param name="typed">As it was typed.</param>
    /// <param name="wrong">Those that can't be so.</param>
    /// <param name="notice">What happened, or null.</param>
    /// <param name="texts">In the person's language.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<AdaptiveCard> Offer(Poll poll, Voter mine, AnswerDetails typed, IReadOnlyList<PollDetail> wrong, string? notice, Texts texts, CancellationToken cancellationToken)
    {
        var view = await View(poll, await polls.Tally(poll.Id, cancellationToken), mine, cancellationToken);
        return PollCard.Render(view with { Typed = typed, Wrong = wrong }, texts, notice);
    }

    /// <summary>The gatherings to come, and the one that a poll is about.</summary>
    public async Task<IReadOnlyList<Choice>> Gatherings(Poll poll, Texts texts, CancellationToken cancellationToken)
    {
        var coming = (await gatherings.Coming(cancellationToken)).Where(gathering => gathering.Cancellation is null || gathering.Id == poll.Gathering).ToList();
        if (poll.Gathering is { } id && coming.All(gathering => gathering.Id != id) && await gatherings.Find(id, cancellationToken) is { } gone) coming.Add(gone);
        return [.. coming.Select(gathering => new Choice(texts.Plain("HostPoll.GatheringOption", gathering.Title, GatheringTexts.When(gathering, texts, clock.GetUtcNow())), gathering.Id.ToString()))];
    }

    public async Task<AdaptiveCard> ConfirmOnBehalf(AnswerOutcome.ConfirmChange confirm, PollOnBehalfCard.EnterData typed, Texts texts, CancellationToken cancellationToken) =>
        PollOnBehalfCard.RenderConfirm(
            await View(confirm.Poll, confirm.Tally, confirm.Current.Voter, cancellationToken),
            confirm.Current,
            await Whose(confirm.Current.Voter, texts, cancellationToken),
            await NameOf(confirm.Current.By, texts, cancellationToken),
            await WhoHears(confirm.Current.By, confirm.Current.Voter, cancellationToken),
            typed,
            texts);

    /// <summary>What an answer tells besides the choice, to fill in.</summary>
    /// <param name="poll">What was asked.</param>
    /// <param name="voter">Whose answer it is.</param>
    /// <param name="who">Who fills it in.</param>
    /// <param name="typed">As it was typed and can't be, upon the version that the person saw; null shows what stands.</param>
    /// <param name="texts">In the person's language.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Null where there is no answer yet.</returns>
    public async Task<AdaptiveCard?> Details(Poll poll, Voter voter, MemberId who, PollClick? typed, Texts texts, CancellationToken cancellationToken)
    {
        var reading = polls.Details(poll.Id, voter, cancellationToken);
        if (await polls.Answer(poll.Id, voter, cancellationToken) is not var (answer, stamp)) return null;
        var view = await View(poll, PollTally.Empty.With(voter, TalliedAnswer.Of(answer, stamp)), voter, cancellationToken);
        var standing = answer.By == who ? null : PollChangeCard.Standing(view, answer, await ColleagueOf(answer.By, texts, cancellationToken), texts);
        return typed?.Details is { } details
            ? PollDetailsCard.Render(view, details, typed.SeenVersion ?? answer.Version, standing, AnswerRules.Mistakes(poll, answer.Choice, details), texts)
            : PollDetailsCard.Render(view, await reading, answer.Version, standing, [], texts);
    }

    /// <summary>A colleague changed the answer or what it tells while somebody filled that in: what was typed, over what stands now.</summary>
    public async Task<AdaptiveCard> DetailsMeanwhile(AnswerOutcome.ConfirmChange confirm, MemberId who, AnswerDetails typed, Texts texts, CancellationToken cancellationToken)
    {
        var (poll, current) = (confirm.Poll, confirm.Current);
        var standing = await polls.Details(poll.Id, current.Voter, cancellationToken);
        var view = await View(poll, confirm.Tally, current.Voter, cancellationToken);
        var told = current.By == who ? null : PollChangeCard.Standing(view, current, await ColleagueOf(current.By, texts, cancellationToken), texts);
        return PollDetailsCard.Render(view, typed.Over(standing), current.Version, told, [], texts, standing.Where((detail, value) => typed[detail] is { } mine && mine != value));
    }

    /// <summary>The open polls with their results.</summary>
    public async Task<IReadOnlyList<(Poll Poll, PollTally Tally)>> Open(CancellationToken cancellationToken)
    {
        var open = await polls.Open(cancellationToken);
        var tallies = await Task.WhenAll(open.Select(poll => polls.Tally(poll.Id, cancellationToken)));
        return [.. open.Zip(tallies)];
    }

    /// <summary>"Anna", or words for who isn't known any more.</summary>
    public async Task<string> NameOf(MemberId member, Texts texts, CancellationToken cancellationToken) =>
        (await members.Find(member, cancellationToken))?.Name ?? texts["Poll.Somebody"];

    /// <summary>After "Uw collega": "Anna", or words for who isn't known any more.</summary>
    public async Task<string> ColleagueOf(MemberId member, Texts texts, CancellationToken cancellationToken) =>
        (await members.Find(member, cancellationToken))?.Name ?? texts["Poll.SomeColleague"];

    /// <summary>Whether somebody may know who changed an answer, and hears of it where they gave it: people of the municipality, the person themselves, and organisers.</summary>
    public async Task<bool> Hears(Member member, Voter voter, CancellationToken cancellationToken) =>
        !member.IsLeaving
        && (voter.Person == member.Id
            || (voter.Municipality is { } code && (await Network(cancellationToken)).SpokenForBy(member).Any(one => one.Code == code))
            || await organisers.Includes(member, cancellationToken));

    /// <returns>Their name; null where they will not hear of it.</returns>
    private async Task<string?> WhoHears(MemberId before, Voter voter, CancellationToken cancellationToken) =>
        await members.Find(before, cancellationToken) is { } member && await Hears(member, voter, cancellationToken) ? member.Name : null;

    /// <summary>"de gemeente Waalwijk", "Anna de Vries".</summary>
    public async Task<string> Whose(Voter voter, Texts texts, CancellationToken cancellationToken) => voter.Municipality is { } code
        ? texts.Plain("OnBehalf.OfMunicipality", (await Network(cancellationToken)).NameOf(new Affiliation.OfMunicipality(code)))
        : await NameOf(voter.Person!.Value, texts, cancellationToken);

    private async ValueTask<PollView> View(Poll poll, PollTally tally, Voter? mine, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var hasAnswered = mine is { } voter && tally.Of(voter) is not null;
        var gathering = poll.Gathering is { } id ? await gatherings.Find(id, cancellationToken) : null;
        return new(poll, tally, await network.Current(cancellationToken), mine, ResultRules.Of(poll, tally.Answered, hasAnswered, isOrganiser: false, now), false, now) { Gathering = gathering };
    }

    // Of an anonymous poll there is no history, and there must be none.
    private async Task<IReadOnlyList<TurnoutDay>> Turnout(Poll poll, CancellationToken cancellationToken) =>
        poll.IsAnonymous ? [] : Domain.Polls.Turnout.Of(await polls.History(poll.Id, cancellationToken));

    private PollView Several(PollView view, Member member, Texts texts)
    {
        var several = view.Poll.Per == VoterKind.Municipality ? view.Network.SpokenForBy(member) : [];
        return view with { Foot = ideas.Of(new Subject.OfPoll(view.Poll.Id), view.Poll.Question, texts), ForSeveral = several.Count > 1, Several = several.Count > 1 ? several : [] };
    }
}
