namespace LeerkringBot.Domain.Members;

/// <summary>A member says what they do in their municipality, or that they would rather not say.</summary>
public sealed class ChooseRole(IMemberStore members)
{
    public async Task<Member> Choose(Person who, Role? role, CancellationToken cancellationToken)
    {
        var member = await who.Member;
        return await members.Change(who.Id, stored => (stored ?? member) with { Role = role }, cancellationToken);
    }
}
