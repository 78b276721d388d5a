namespace LeerkringBot.Domain.Members;

/// <summary>A member says whom they speak for. Asked once, changeable always, never guessed.</summary>
public sealed class ConfirmAffiliation(IMemberStore members, INetwork network, TellAffiliation tell)
{
    public const int LongestName = 80;

    /// <param name="who">The member.</param>
    /// <param name="code">Of the municipality.</param>
    /// <param name="role">Null leaves it as it is.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>Null when the network has no such municipality; then nothing changes.</returns>
    public async Task<Member?> Municipality(Person who, MunicipalityCode code, Role? role, CancellationToken cancellationToken) =>
        (await network.Current(cancellationToken)).Find(code) is null
            ? null
            : await Store(who, new Affiliation.OfMunicipality(code), role, cancellationToken);

    /// <param name="who">The member.</param>
    /// <param name="name">Of the organisation.</param>
    /// <param name="role">Null leaves it as it is.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>Null when the name is empty or too long; then nothing changes.</returns>
    public async Task<Member?> Organisation(Person who, string name, Role? role, CancellationToken cancellationToken)
    {
        var trimmed = name.Trim();
        return trimmed.Length is 0 or > LongestName ? null : await Store(who, new Affiliation.OfOrganisation(trimmed), role, cancellationToken);
    }

    private async Task<Member> Store(Person who, Affiliation affiliation, Role? role, CancellationToken cancellationToken)
    {
        await Task.WhenAll(who.Member, tell.MakeCertain(who.Id, cancellationToken));
        var member = await who.Member;
        var stored = await members.Change(who.Id, known => (known ?? member) with { Affiliation = affiliation, Role = role ?? (known ?? member).Role }, cancellationToken);
        await tell.Tell(who.Id, affiliation, cancellationToken);
        return stored;
    }
}
