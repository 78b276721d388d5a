using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Bot.Registrations;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Domain.Gatherings;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Bot.Polls;

/// <summary>A host was chosen: the gathering gets its host and place, which tells everybody who registered; and who offered hears it, once. May break off and begin again anywhere.</summary>
public sealed class HostChosen(
    IPollStore polls,
    ReviseGathering revise,
    INetwork network,
    OfferedPeople offered,
    SendBroadcast send,
    DeliveredCards delivered,
    SharedCardRefresh shared,
    TimeProvider clock) : IWorkHandler
{
    public string Kind => PollWork.DecidedKind;

    public async Task Handle(string subject, CancellationToken cancellationToken)
    {
        var (id, number) = PollWork.ReadDecided(subject);
        // A later choice is told by its own item, and says all there is to say.
        if (await polls.Find(id, cancellationToken) is not { Host: { } host, Gathering: { } gathering } poll || host.Number != number) return;
        var offers = (await polls.Answers(id, cancellationToken)).Where(answer => HostPoll.IsOffer(answer.Choice)).ToList();
        if (!host.IsDone)
        {
            await Apply(poll, offers.Single(offer => offer.Voter.Municipality == host.Chosen), cancellationToken);
            if (!await polls.Replace(poll with { Host = host with { IsDone = true } }, cancellationToken)) throw new StorageFaultException($"The poll {id} changed while its host was told.");
        }

        foreach (var member in await offered.Of(offers, cancellationToken))
            await send.ToOne(new(IdOf(id, number, member), HostChosenContent.Of(id, number), null, null, clock.GetUtcNow()), new Recipient.OfMember(member), "", cancellationToken);
        foreach (var content in new[] { PollContent.Of(id), InvitationContent.Of(gathering) })
        {
            shared.Changed(content);
            await delivered.Refresh(content, cancellationToken);
        }
    }

    private async Task Apply(Poll poll, PollAnswer offer, CancellationToken cancellationToken)
    {
        var names = await network.Current(cancellationToken);
        await revise.To(poll.Gathering!.Value, current => current.Cancellation is null && current.EndsAt > clock.GetUtcNow() ? Hosting.Of(current, poll, offer, names) : current, cancellationToken);
    }

    // The parts together may be longer than a storage key.
    private static string IdOf(PollId poll, int number, MemberId member) =>
        $"poll-host.{Key.Hash($"{poll} {number} {member}", 40)}";
}
