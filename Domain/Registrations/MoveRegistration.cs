namespace LeerkringBot.Domain.Registrations;

/// <summary>"Past deze datum niet?": somebody moves their registration to another date of the series.</summary>
public sealed class MoveRegistration(IRegistrationStore registrations, TimeProvider clock)
{
    public async Task<MoveOutcome> Move(MemberId who, GatheringId from, GatheringId to, CancellationToken cancellationToken)
    {
        if (from.Series != to.Series || from == to) return new MoveOutcome.UnknownGathering();
        var wishes = await registrations.Wishes(from, who, cancellationToken);
        return await registrations.Move(from, to, who, (here, there) => MoveRules.Move(here.Sheet, here.Mine, there.Sheet, there.Mine, wishes, clock.GetUtcNow()), cancellationToken)
            ?? new MoveOutcome.UnknownGathering();
    }
}
