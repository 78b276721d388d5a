using LeerkringBot.Cards.Ideas;
using LeerkringBot.Cards.Polls;
using LeerkringBot.Cards.Registrations;

namespace LeerkringBot.Tests.Speed;

/// <summary>What a click asks of storage: each request is a round trip, and each step is one that a person waits for.</summary>
public sealed class ClickCostTests : IDisposable
{
    private const int MostSteps = 2;
    private const int MostRequests = 5;

    private readonly ClickHost host = new();

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task An_answer_to_a_poll_waits_for_two_storage_steps_and_five_requests_even_where_nothing_is_remembered()
    {
        await host.Know(1);
        Check(host.Click(1, PollCard.Answer.Verb, $$"""{"poll":"{{TestBot.Thorbecke}}","option":"doet-mee"}"""));
    }

    [Fact]
    public async Task An_answer_to_an_invitation_waits_for_two_storage_steps_and_five_requests_even_where_nothing_is_remembered()
    {
        await host.Know(1);
        Check(host.Click(1, InvitationCard.Come.Verb, $$"""{"gathering":"{{TestBot.KickOff}}"}"""));
    }

    [Fact]
    public async Task The_first_click_of_a_known_member_costs_five_requests_with_all_that_comes_after_the_answer()
    {
        await host.Know(1);
        await host.Know(2);
        host.Click(1, PollCard.Answer.Verb, $$"""{"poll":"{{TestBot.Thorbecke}}","option":"doet-mee"}""");
        host.Click(1, InvitationCard.Come.Verb, $$"""{"gathering":"{{TestBot.KickOff}}"}""");

        var registering = host.Click(2, InvitationCard.Come.Verb, $$"""{"gathering":"{{TestBot.KickOff}}"}""");
        Check(registering);
        Assert.True(registering.Requests.Count + registering.After.Count <= MostRequests, registering.ToString());
    }

    [Fact]
    public async Task Support_in_a_full_list_of_ideas_waits_for_three_steps_and_one_reading_of_all_ideas_that_the_next_click_shares()
    {
        await host.Know(1);
        await host.Know(2);
        var idea = await host.Ideas(30);
        var data = $$"""{"idea":"{{idea}}"}""";

        var first = host.Click(1, IdeaListCard.Support.Verb, data);
        var second = host.Click(2, IdeaListCard.Support.Verb, data);

        Assert.All([first, second], cost => Assert.Contains("Steun intrekken", cost.Answer, StringComparison.Ordinal));
        Assert.True(first.Steps.Count <= 3, first.ToString());
        Assert.Single(first.Requests, request => request.StartsWith("query Ideas i|", StringComparison.Ordinal));
        Assert.True(second.Steps.Count <= 3, second.ToString());
        Assert.DoesNotContain(second.Requests, request => request.StartsWith("query Ideas i|", StringComparison.Ordinal));
    }

    private static void Check(ClickCost cost)
    {
        Assert.Contains("\"style\":\"good\"", cost.Answer, StringComparison.Ordinal);
        Assert.True(cost.Steps.Count <= MostSteps, cost.ToString());
        Assert.True(cost.Requests.Count <= MostRequests, cost.ToString());
    }
}
