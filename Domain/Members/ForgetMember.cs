namespace LeerkringBot.Domain.Members;

/// <summary>Forgets a person for certain. The mark on the member's row is the truth; the work item, enqueued before the mark is set, finishes what broke off, and looks once more for what was under way meanwhile.</summary>
public sealed class ForgetMember(IMemberStore members, IEnumerable<IPersonalData> data, RecogniseMember recognise, IWorkQueue work, TimeProvider clock) : IWorkHandler
{
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AfterFault = TimeSpan.FromMinutes(10);

    /// <summary>Somebody waits for the answer.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(6);

    private readonly IReadOnlyList<IPersonalData> ordered = [.. data.OrderBy(one => one.Order)];

    public string Kind => "personal.forget";

    /// <returns>True when it is done; false when it goes on as work.</returns>
    /// <exception cref="StorageFaultException">Nothing has begun.</exception>
    public async Task<bool> Start(MemberId id, CancellationToken cancellationToken)
    {
        await Enqueue(id, Soon, cancellationToken);
        await members.Update(id, member => member with { IsLeaving = true }, cancellationToken);
        using var ending = new CancellationTokenSource(Limit, clock);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(ending.Token, cancellationToken);
        try
        {
            await Forget(id, limited.Token);
            return true;
        }
        catch (Exception fault) when (fault is StorageFaultException || fault is OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    public async Task Handle(string subject, CancellationToken cancellationToken)
    {
        var id = new MemberId(subject);

        // Without the mark it is somebody who came back and is new to us.
        if (await members.Find(id, cancellationToken) is { IsLeaving: false }) return;
        try
        {
            await Forget(id, cancellationToken);
        }
        catch (StorageFaultException)
        {
            // However long storage is down: this is never given up.
            await Enqueue(id, AfterFault, cancellationToken);
        }
    }

    private async Task Forget(MemberId id, CancellationToken cancellationToken)
    {
        foreach (var one in ordered) await one.Forget(id, cancellationToken);
        await members.Remove(id, cancellationToken);
        recognise.Forget(id);
    }

    private Task Enqueue(MemberId id, TimeSpan wait, CancellationToken cancellationToken) =>
        work.Enqueue(new(Kind, id.ToString()), clock.GetUtcNow() + wait, cancellationToken);
}
