using System.Collections.Concurrent;
using LeerkringBot.Bot.Routing;
using LeerkringBot.Cards;
using LeerkringBot.Domain;

namespace LeerkringBot.Tests;

/// <summary>Writes down what is sent, and answers as the test says.</summary>
public sealed class RecordingMessenger : IMessenger
{
    public static readonly ChannelId Channel = new("bijeenkomsten");

    private int lastId;

    public ConcurrentQueue<(Recipient To, AdaptiveCard Card)> Sent { get; } = new();

    public ConcurrentQueue<(PostedCard Posted, AdaptiveCard Card)> Updated { get; } = new();

    public List<Member> Team { get; } = [];

    /// <summary>What becomes of a message; null means it arrives.</summary>
    public Func<Recipient, SendOutcome?> Outcome { get; set; } = _ => null;

    public Task<Opening> Open(Recipient to, CancellationToken cancellationToken) => Task.FromResult<Opening>(new Opening.Ready((card, _) =>
    {
        Sent.Enqueue((to, card));
        return Task.FromResult(Outcome(to) ?? new SendOutcome.Sent(new(to, $"activity-{Interlocked.Increment(ref lastId)}")));
    }));

    public Task<SendOutcome> Update(PostedCard posted, AdaptiveCard card, CancellationToken cancellationToken)
    {
        Updated.Enqueue((posted, card));
        return Task.FromResult(Outcome(posted.Recipient) ?? new SendOutcome.Sent(posted));
    }

    public Task<IReadOnlyList<Channel>> Channels(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Channel>>([new(Channel, "team", "Leerkring", "Bijeenkomsten")]);

    public Task<IReadOnlyList<Member>> TeamMembers(ChannelId channel, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Member>>(Team);

    /// <summary>The cards that somebody got.</summary>
    public IReadOnlyList<AdaptiveCard> To(TestPerson person) => [.. Sent.Where(sent => sent.To == new Recipient.OfMember(person.Id)).Select(sent => sent.Card)];
}
