namespace LeerkringBot.Domain.Registrations;

/// <summary>Dietary wishes and accessibility needs are deleted a while after the gathering; their number stays.</summary>
public sealed class DeleteWishes(IRegistrationStore registrations, IWorkQueue work, TimeProvider clock) : IWorkHandler
{
    /// <summary>How long after the end they are kept.</summary>
    public static TimeSpan KeptFor { get; } = TimeSpan.FromDays(14);

    public string Kind => RegistrationWork.DeleteWishesKind;

    public async Task Handle(string subject, CancellationToken cancellationToken)
    {
        var gathering = GatheringId.Parse(subject);
        if (await registrations.Sheet(gathering, cancellationToken) is not { } sheet) return;
        // The gathering may have been moved since this was planned.
        var due = sheet.EndsAt + KeptFor;
        if (clock.GetUtcNow() < due) await work.Enqueue(RegistrationWork.DeleteWishes(gathering), due, cancellationToken);
        else await registrations.DeleteWishes(gathering, cancellationToken);
    }
}
