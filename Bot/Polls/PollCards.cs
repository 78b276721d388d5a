using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Bot.Ideas;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Polls;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Bot.Polls;

/// <summary>Makes poll cards of what stands in storage.</summary>
public sealed class PollCards(IPollStore polls, INetwork network, IMembers members, IdeaDoors ideas, TimeProvider clock)
{
    /// <summary>The names that every card shows.</summary>
    public Task<Network> Network(CancellationToken cancellationToken) => network.Current(cancellationToken).AsTask();

    /// <summary>For everybody to see: no state of anybody, Dutch.</summary>
    public async Task<ChannelCard> Neutral(Poll poll, CancellationToken cancellationToken) =>
        new(PollCard.Render(await View(poll, await polls.Tally(poll.Id, cancellationToken), null, neutral: true, Texts.Dutch, cancellationToken), Texts.Dutch), poll.ClosesAt);

    public async Task<AdaptiveCard> Personal(Poll poll, PollTally tally, Affiliation? affiliation, string? notice, Texts texts, CancellationToken cancellationToken) =>
        PollCard.Render(await View(poll, tally, (affiliation as Affiliation.OfMunicipality)?.Code is { } code ? Voter.Of(code) : null, neutral: false, texts, cancellationToken), texts, notice);

    public async Task<AdaptiveCard> Confirm(AnswerOutcome.ConfirmChange confirm, Texts texts, CancellationToken cancellationToken)
    {
        var colleague = await members.Find(confirm.Current.By, cancellationToken);
        return PollCard.RenderConfirm(
            await View(confirm.Poll, confirm.Tally, confirm.Current.Voter, neutral: false, texts, cancellationToken),
            confirm.Current,
            colleague?.Name ?? texts["Poll.SomeColleague"],
            string.Join(',', confirm.Chosen.Chosen),
            texts);
    }

    /// <summary>The open polls with their results.</summary>
    public async Task<IReadOnlyList<(Poll Poll, PollTally Tally)>> Open(CancellationToken cancellationToken)
    {
        var open = await polls.Open(cancellationToken);
        var tallies = await Task.WhenAll(open.Select(poll => polls.Tally(poll.Id, cancellationToken)));
        return [.. open.Zip(tallies)];
    }

    private async ValueTask<PollView> View(Poll poll, PollTally tally, Voter? mine, bool neutral, Texts texts, CancellationToken cancellationToken) =>
        new(poll, tally, await network.Current(cancellationToken), mine, ResultRules.Of(poll, tally.Answered, mine is { } voter && tally.Of(voter) is not null, false, clock.GetUtcNow()), neutral, clock.GetUtcNow())
        {
            Foot = ideas.Of(new Subject.OfPoll(poll.Id), poll.Question, texts),
        };
}
