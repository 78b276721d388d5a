namespace LeerkringBot.Domain.Registrations;

/// <summary>A guest deletes what is kept about them at one gathering.</summary>
public sealed class ForgetGuest(IRegistrationStore registrations, TimeProvider clock)
{
    public async Task Forget(GatheringId gathering, MemberId guest, CancellationToken cancellationToken)
    {
        // A member's data is deleted as a whole, and nowhere by a link.
        if (!Guest.IsGuest(guest)) return;
        var naming = (await registrations.All(gathering, cancellationToken)).Where(one => one.Colleagues.Contains(guest)).Select(one => one.Member);
        await registrations.Change(gathering, [guest, .. naming], (sheet, found) =>
            found.ContainsKey(guest) ? ForgetRules.Forget(sheet, guest, found, clock.GetUtcNow()) : RegistrationChange.Nothing(sheet), cancellationToken);
    }
}
