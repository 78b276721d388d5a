using System.Security.Cryptography;
using System.Text;
using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Infrastructure.Networks;

/// <summary>Table Network, rows "o|…": who organises. Named by Entra object id, or by an e-mail address that the first member with it binds to their object id for good.</summary>
public sealed class OrganiserStore(ITables tables) : IOrganisers
{
    private const string Bound = "Member";
    private readonly ITable table = tables[TableNames.Network];

    public async ValueTask<bool> Includes(Member member, CancellationToken cancellationToken)
    {
        var rows = await table.Begins(Partition.Network, "o|", cancellationToken).List(cancellationToken);
        if (rows.Any(row => row.Text(Bound) == member.Id.ToString())) return true;
        if (member.Email is not { } email || rows.FirstOrDefault(row => row.RowKey == RowKeyOf(email)) is not { } named || named.Text(Bound) is not null) return false;

        var binding = Row.Of(Partition.Network, named.RowKey, (Bound, member.Id.ToString())) with { ETag = named.ETag };
        return await table.Write([new RowChange.Replace(binding)], cancellationToken) || await Includes(member, cancellationToken);
    }

    /// <param name="name">An Entra object id or an e-mail address.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task Add(string name, CancellationToken cancellationToken)
    {
        var member = name.Contains('@', StringComparison.Ordinal) ? null : new MemberId(name.ToLowerInvariant()).ToString();
        return table.Write([new RowChange.Insert(Row.Of(Partition.Network, RowKeyOf(name), (Bound, member)))], cancellationToken);
    }

    // The address itself is nowhere in storage: a hash tells whether somebody has it.
    private static string RowKeyOf(string name) =>
        "o|" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name.Trim().ToLowerInvariant())))[..32];
}
