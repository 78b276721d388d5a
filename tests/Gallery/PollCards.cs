using System.Collections.Immutable;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Overview;
using LeerkringBot.Cards.Polls;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Gallery;

internal static class PollCards
{
    private static readonly Voter Mine = Voter.Of(Specimens.Waalwijk);

    public static IEnumerable<(string State, AdaptiveCard Card)> All(Specimens specimens, Texts texts)
    {
        var poll = specimens.Poll;
        var bram = specimens.Member("Bram Kuipers");
        var one = new PollTally(ImmutableDictionary<string, TalliedAnswer>.Empty.Add("GM1948", new(PollChoice.Of(ThorbeckePoll.Joins), 1, bram.Id, null)));
        var two = one.With(Mine, new(PollChoice.Of(ThorbeckePoll.Considers), 2, bram.Id, null));

        yield return ("poll, neutral, no answers", Poll(PollTally.Empty, null, neutral: true));
        yield return ("poll, neutral", Poll(two, null, neutral: true));
        yield return ("poll, not answered", Poll(one, Mine));
        yield return ("poll, answered", Poll(two, Mine));
        yield return ("poll, colleague answered otherwise", PollCard.RenderConfirm(
            View(one, Voter.Of(Specimens.Meierijstad)), new(Voter.Of(Specimens.Meierijstad), PollChoice.Of(ThorbeckePoll.Joins), bram.Id, Specimens.Now, 1), bram.Name, ThorbeckePoll.Declines, texts));
        yield return ("poll, for an organisation", Poll(one, null, notice: texts["Poll.NoMunicipality"]));
        yield return ("poll, closed", Poll(two, Mine, now: poll.ClosesAt, notice: texts["Poll.Closed"]));
        yield return ("poll, closed, neutral", Poll(two, null, neutral: true, now: poll.ClosesAt));

        yield return ("polls, none", PollListCard.Render([], Mine, texts));
        yield return ("polls", PollListCard.Render([(poll, one), (poll, two)], Mine, texts));

        yield return ("overview of a poll, no answers", PollOverviewCard.Render(poll, Enumerable.Empty<string>().ToLookup(name => name), Names(), [], texts));
        yield return ("overview of a poll", PollOverviewCard.Render(poll, Names().ToLookup(_ => ThorbeckePoll.Joins), [], [Cards.Reminders.ReminderSettingsCard.Button(new Domain.Subject.OfPoll(poll.Id), texts)], texts));
        yield return ("overview, polls", OverviewCard.Render(PollOverviewCard.List([(poll, PollTally.Empty), (poll, two)], 4, texts), texts));

        AdaptiveCard Poll(PollTally tally, Voter? mine, bool neutral = false, DateTimeOffset? now = null, string? notice = null) =>
            PollCard.Render(View(tally, mine, neutral, now), texts, notice);

        PollView View(PollTally tally, Voter? mine, bool neutral = false, DateTimeOffset? now = null) =>
            new(poll, tally, specimens.Network, mine, ResultRules.Of(poll, tally.Answered, mine is not null, false, now ?? Specimens.Now), neutral, now ?? Specimens.Now) { Foot = Cards.Ideas.IdeaDoor.Render(new Domain.Subject.OfPoll(poll.Id), poll.Question, specimens.Network.Mailbox, texts) };

        List<string> Names() => [.. specimens.Network.Municipalities.Values.Select(municipality => municipality.Name)];
    }
}
