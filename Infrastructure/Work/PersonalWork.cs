using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Infrastructure.Work;

/// <summary>Work that waits or failed and is about a person: for somebody who is gone there is nothing left to do.</summary>
public sealed class PersonalWork(ITables tables) : IPersonalData
{
    public int Order => 90;

    /// <summary>None: work repeats what stands elsewhere.</summary>
    public Task<IReadOnlyList<PersonalItem>> Of(Member member, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<PersonalItem>>([]);

    public async Task Forget(MemberId member, CancellationToken cancellationToken)
    {
        foreach (var name in new[] { TableNames.Due, TableNames.Poison })
        {
            var table = tables[name];
            await foreach (var row in table.All(cancellationToken))
                if (row.Values.Values.OfType<string>().Any(text => text.Contains(member.ToString(), StringComparison.OrdinalIgnoreCase)))
                    await table.Write([new RowChange.Delete(row with { ETag = null })], cancellationToken);
        }
    }
}
