using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Bot.Polls;

/// <summary>Tells somebody, once, that a colleague changed the answer that they gave.</summary>
public sealed class PollNotices(SendBroadcast send, IMembers members, TimeProvider clock) : IWorkHandler
{
    public string Kind => PollWork.ChangedKind;

    public async Task Handle(string subject, CancellationToken cancellationToken)
    {
        var (poll, voter, version, before) = PollWork.ReadChanged(subject);
        // Who was deleted meanwhile leaves no new trace.
        if (await members.Find(before, cancellationToken) is null) return;
        await send.ToOne(new(IdOf(poll, voter, version), ChangedAnswerContent.Of(poll, voter), null, null, clock.GetUtcNow()), new Recipient.OfMember(before), "", cancellationToken);
    }

    // The parts together may be longer than a storage key.
    private static string IdOf(PollId poll, Voter voter, int version) =>
        $"poll-changed.{Key.Hash($"{poll} {voter} {version}", 40)}";
}
