namespace LeerkringBot.Domain.Members;

/// <summary>A member says whom they speak for. Asked once, changeable always, never guessed.</summary>
public sealed class ConfirmAffiliation(IMemberStore members, INetwork network)
{
    public const int LongestName = 80;

    /// <returns>Null when the network has no such municipality; then nothing changes.</returns>
    public async Task<Member?> Municipality(Person who, MunicipalityCode code, CancellationToken cancellationToken) =>
        (await network.Current(cancellationToken)).Find(code) is null
            ? null
            : await Store(who, new Affiliation.OfMunicipality(code), cancellationToken);

    /// <returns>Null when the name is empty or too long; then nothing changes.</returns>
    public async Task<Member?> Organisation(Person who, string name, CancellationToken cancellationToken)
    {
        var trimmed = name.Trim();
        return trimmed.Length is 0 or > LongestName ? null : await Store(who, new Affiliation.OfOrganisation(trimmed), cancellationToken);
    }

    private async Task<Member> Store(Person who, Affiliation affiliation, CancellationToken cancellationToken)
    {
        var member = await who.Member;
        return await members.Change(who.Id, stored => (stored ?? member) with { Affiliation = affiliation }, cancellationToken);
    }
}
