using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Tests.Polls;

/// <summary>A poll of three options, open for a week.</summary>
internal static class PollOf
{
    public static async Task<PollId> Add(TestBot bot, PollForm form, VoterKind per, ResultsFor results = ResultsFor.Everybody, bool isAnonymous = false)
    {
        var poll = new Poll
        {
            Id = new(Key.New()),
            Question = "Wat past u?",
            Explanation = "",
            Options = [new("een", "Een"), new("twee", "Twee"), new("drie", "Drie")],
            Form = form,
            Per = per,
            Results = results,
            IsAnonymous = isAnonymous,
            ClosesAt = bot.Clock.GetUtcNow().AddDays(7),
        };
        Assert.True(await bot.Get<IPollStore>().Add(poll, TestContext.Current.CancellationToken));
        return poll.Id;
    }
}
