namespace LeerkringBot.Domain.Members;

/// <summary>A member wants no reminders, or wants them again.</summary>
public sealed class MuteReminders(IMemberStore members)
{
    public async Task<Member> Set(Person who, bool wantsNone, CancellationToken cancellationToken)
    {
        var member = await who.Member;
        return await members.Change(who.Id, stored => (stored ?? member) with { WantsNoReminders = wantsNone }, cancellationToken);
    }

    /// <summary>The same of somebody who isn't in Teams at the moment.</summary>
    /// <returns>Null where they aren't a member any more.</returns>
    public Task<Member?> Set(MemberId who, bool wantsNone, CancellationToken cancellationToken) =>
        members.Update(who, stored => stored with { WantsNoReminders = wantsNone }, cancellationToken);
}
