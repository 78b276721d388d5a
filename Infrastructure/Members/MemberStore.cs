using LeerkringBot.Domain;
using LeerkringBot.Domain.Members;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Infrastructure.Members;

/// <summary>Table Members: one row per person.</summary>
public sealed class MemberStore(ITables tables) : IMemberStore
{
    private const int Tries = 8;
    private readonly ITable table = tables[TableNames.Members];

    public async Task<Member?> Find(MemberId id, CancellationToken cancellationToken) =>
        await table.Get(Partition.Network, id.ToString(), cancellationToken) is { } row ? Read(row) : null;

    public IAsyncEnumerable<Member> Each(CancellationToken cancellationToken) => table.Query(Partition.Network, "0", "~", [], cancellationToken).Select(Read);

    public async Task<Member> Change(MemberId id, Func<Member?, Member> change, CancellationToken cancellationToken) =>
        (await Store(id, change, cancellationToken))!;

    public Task<Member?> Update(MemberId id, Func<Member, Member> change, CancellationToken cancellationToken) =>
        Store(id, stored => stored is null ? null : change(stored), cancellationToken);

    public Task Remove(MemberId id, CancellationToken cancellationToken) =>
        table.Write([new RowChange.Delete(Row.Of(Partition.Network, id.ToString()))], cancellationToken);

    private async Task<Member?> Store(MemberId id, Func<Member?, Member?> change, CancellationToken cancellationToken)
    {
        for (var i = 0; i < Tries; i++)
        {
            var stored = await table.Get(Partition.Network, id.ToString(), cancellationToken);
            if (change(stored is null ? null : Read(stored)) is not { } member) return null;
            if (await table.Write([RowChange.Put(Write(member), stored)], cancellationToken)) return member;
        }

        throw new StorageFaultException($"The row of member {id} changes all the time.");
    }

    private static Row Write(Member member) => Row.Of(
        Partition.Network,
        member.Id.ToString(),
        (nameof(Member.Name), member.Name),
        (nameof(Member.Email), member.Email),
        (nameof(Member.Language), member.Language.ToString()),
        ("Municipality", (member.Affiliation as Affiliation.OfMunicipality)?.Code.ToString()),
        ("Organisation", (member.Affiliation as Affiliation.OfOrganisation)?.Name),
        (nameof(Member.ProfileReadAt), member.ProfileReadAt),
        (nameof(Member.Role), member.Role?.ToString()),
        (nameof(Member.IsLeaving), member.IsLeaving ? true : null),
        (nameof(Member.WantsNoReminders), member.WantsNoReminders ? true : null));

    private static Member Read(Row row) => new(
        new(row.RowKey),
        row.Text(nameof(Member.Name)) ?? "",
        row.Text(nameof(Member.Email)),
        Enum.TryParse<Language>(row.Text(nameof(Member.Language)), out var language) ? language : Language.Dutch,
        row.Text("Municipality") is { } code ? new Affiliation.OfMunicipality(MunicipalityCode.Parse(code))
            : row.Text("Organisation") is { } name ? new Affiliation.OfOrganisation(name)
            : null,
        row.Moment(nameof(Member.ProfileReadAt)) ?? default,
        Enum.TryParse<Role>(row.Text(nameof(Member.Role)), out var role) ? role : null,
        row.Flag(nameof(Member.IsLeaving)),
        row.Flag(nameof(Member.WantsNoReminders)));
}
