using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Infrastructure.Networks;

/// <summary>Who organises: whom the network file names, table Network, rows "o|name", and whom the settings name as long as they do. An e-mail address is bound for good to the object id of the first member who has it, rows "o|name|m".</summary>
/// <param name="tables">Storage.</param>
/// <param name="configured">By the settings.</param>
public sealed class OrganiserStore(ITables tables, IReadOnlyList<PersonName> configured) : IOrganisers, IOrganiserBindings
{
    private const string Bound = "Member";
    private const string Binding = "|m";

    private readonly ITable table = tables[TableNames.Network];
    private readonly string[] configuredKeys = [.. configured.Select(KeyOf)];

    public async ValueTask<bool> Includes(Member member, CancellationToken cancellationToken)
    {
        var rows = await table.Begins(Partition.Network, "o|", cancellationToken).List(cancellationToken);
        var bindings = rows.Where(row => row.RowKey.EndsWith(Binding, StringComparison.Ordinal)).ToDictionary(row => row.RowKey[..^Binding.Length], row => row.Text(Bound));
        var named = rows.Select(row => row.RowKey).Where(key => !key.EndsWith(Binding, StringComparison.Ordinal)).Concat(configuredKeys).ToHashSet();
        var id = member.Id.ToString();
        if (named.Contains(KeyOf(PersonName.Of(member.Id))) || bindings.Any(binding => binding.Value == id && named.Contains(binding.Key))) return true;
        if (member.Email is not { } email || KeyOf(PersonName.Of(email)) is var key && (!named.Contains(key) || bindings.ContainsKey(key))) return false;

        var bound = new RowChange.Insert(Row.Of(Partition.Network, key + Binding, (Bound, id)));
        return await table.Write([bound], cancellationToken) || await Includes(member, cancellationToken);
    }

    public async Task<bool> Has(MemberId member, CancellationToken cancellationToken)
    {
        var key = KeyOf(PersonName.Of(member));
        return configuredKeys.Contains(key) || await table.Get(Partition.Network, key, cancellationToken) is not null || (await Bindings(member, cancellationToken)).Count > 0;
    }

    public async Task Forget(MemberId member, CancellationToken cancellationToken)
    {
        foreach (var binding in await Bindings(member, cancellationToken)) await table.Write([new RowChange.Delete(binding)], cancellationToken);
    }

    private async Task<IReadOnlyList<Row>> Bindings(MemberId member, CancellationToken cancellationToken)
    {
        var rows = await table.Begins(Partition.Network, "o|", cancellationToken).List(cancellationToken);
        return [.. rows.Where(row => row.RowKey.EndsWith(Binding, StringComparison.Ordinal) && row.Text(Bound) == member.ToString())];
    }

    /// <summary>As the network file names one.</summary>
    public Task Add(PersonName name, CancellationToken cancellationToken) =>
        table.Write([new RowChange.Insert(Row.Of(Partition.Network, KeyOf(name)))], cancellationToken);

    private static string KeyOf(PersonName name) => $"o|{name.Hash}";
}
