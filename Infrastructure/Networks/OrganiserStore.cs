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
        var named = await Named(cancellationToken);
        if (named.Surely(member)) return true;
        if (named.ByAddress(member) is not { } key) return false;

        var bound = new RowChange.Insert(Row.Of(Partition.Network, key + Binding, (Bound, member.Id.ToString())));
        return await table.Write([bound], cancellationToken) || await Includes(member, cancellationToken);
    }

    public async Task<IReadOnlySet<MemberId>> Among(IEnumerable<Member> members, CancellationToken cancellationToken)
    {
        var named = await Named(cancellationToken);
        return members.Where(member => named.Surely(member) || named.ByAddress(member) is not null).Select(member => member.Id).ToHashSet();
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

    private async Task<Names> Named(CancellationToken cancellationToken)
    {
        var rows = await table.Begins(Partition.Network, "o|", cancellationToken).List(cancellationToken);
        return new(
            rows.Select(row => row.RowKey).Where(key => !key.EndsWith(Binding, StringComparison.Ordinal)).Concat(configuredKeys).ToHashSet(),
            rows.Where(row => row.RowKey.EndsWith(Binding, StringComparison.Ordinal)).ToDictionary(row => row.RowKey[..^Binding.Length], row => row.Text(Bound)));
    }

    private static string KeyOf(PersonName name) => $"o|{name.Hash}";

    /// <summary>Who is named, and to whom an address is bound.</summary>
    private sealed record Names(HashSet<string> Keys, Dictionary<string, string?> Bindings)
    {
        public bool Surely(Member member) =>
            Keys.Contains(KeyOf(PersonName.Of(member.Id))) || Bindings.Any(binding => binding.Value == member.Id.ToString() && Keys.Contains(binding.Key));

        /// <returns>The key of their address, where it is named and bound to nobody yet.</returns>
        public string? ByAddress(Member member) =>
            member.Email is { } email && KeyOf(PersonName.Of(email)) is var key && Keys.Contains(key) && !Bindings.ContainsKey(key) ? key : null;
    }
}
