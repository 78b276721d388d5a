using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Infrastructure.Networks;

/// <summary>Table Network, rows "c|GM0867|name": the contact officers of municipalities.</summary>
public sealed class ContactStore(ITables tables) : IContactOfficers
{
    private readonly ITable table = tables[TableNames.Network];

    public async Task<IReadOnlySet<MemberId>> Among(IEnumerable<Member> members, CancellationToken cancellationToken)
    {
        var keys = (await table.Begins(Partition.Network, "c|", cancellationToken).List(cancellationToken)).Select(row => row.RowKey).ToHashSet();
        return members.Where(member => KeysOf(member).Any(keys.Contains)).Select(member => member.Id).ToHashSet();
    }

    /// <summary>These and nobody else from now on; may be repeated after a fault.</summary>
    public async Task Save(MunicipalityCode municipality, IReadOnlyCollection<PersonName> contacts, CancellationToken cancellationToken)
    {
        var wanted = contacts.Select(contact => KeyOf(municipality, contact)).ToHashSet();
        var stored = await table.Begins(Partition.Network, $"c|{municipality}|", cancellationToken).List(cancellationToken);
        foreach (var row in stored.Where(row => !wanted.Contains(row.RowKey))) await table.Write([new RowChange.Delete(row)], cancellationToken);
        foreach (var key in wanted.Except(stored.Select(row => row.RowKey))) await table.Write([new RowChange.Insert(Row.Of(Partition.Network, key))], cancellationToken);
    }

    private static IEnumerable<string> KeysOf(Member member)
    {
        if (member.Affiliation is not Affiliation.OfMunicipality { Code: var code }) yield break;
        yield return KeyOf(code, PersonName.Of(member.Id));
        if (member.Email is { } email) yield return KeyOf(code, PersonName.Of(email));
    }

    private static string KeyOf(MunicipalityCode municipality, PersonName name) => $"c|{municipality}|{name.Hash}";
}
