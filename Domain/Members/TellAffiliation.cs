namespace LeerkringBot.Domain.Members;

/// <summary>Tells the features whom a member speaks for. The work item is enqueued before the change is stored, so that they hear of it whatever breaks off in between.</summary>
public sealed class TellAffiliation(IMembers members, IEnumerable<IAffiliationChanged> features, IWorkQueue work, TimeProvider clock) : IWorkHandler
{
    /// <summary>Longer than a click takes: what the item finds is what the click stored.</summary>
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(1);

    public string Kind => "member.affiliation";

    /// <summary>Before the change.</summary>
    public Task MakeCertain(MemberId member, CancellationToken cancellationToken) =>
        work.Enqueue(new(Kind, member.ToString()), clock.GetUtcNow() + Later, cancellationToken);

    /// <summary>After the change, so that nobody waits a minute.</summary>
    public async Task Tell(MemberId member, Affiliation affiliation, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var feature in features) await feature.Handle(member, affiliation, cancellationToken);
        }
        catch (StorageFaultException)
        {
            // The member's choice is stored, and the work item tells it again.
        }
    }

    public async Task Handle(string subject, CancellationToken cancellationToken)
    {
        var id = new MemberId(subject);
        if (await members.Find(id, cancellationToken) is not { Affiliation: { } affiliation }) return;
        foreach (var feature in features) await feature.Handle(id, affiliation, cancellationToken);
    }
}
