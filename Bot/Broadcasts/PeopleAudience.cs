using System.Runtime.CompilerServices;
using LeerkringBot.Domain;

namespace LeerkringBot.Bot.Broadcasts;

/// <summary>Persons whom an organiser named.</summary>
public sealed class PeopleAudience(IMembers members) : IAudience
{
    public const string Name = "people";

    private const int AtOnce = 50;

    public string Kind => Name;

    public async IAsyncEnumerable<Addressee> Of(string subject, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var some in Ids(subject).Chunk(AtOnce))
        {
            foreach (var member in await Task.WhenAll(some.Select(id => members.Find(id, cancellationToken))))
                if (member is { IsLeaving: false }) yield return new(new Recipient.OfMember(member.Id), member.Name);
        }
    }

    public Task<SkipReason?> Excludes(string subject, Recipient recipient, CancellationToken cancellationToken) =>
        Task.FromResult<SkipReason?>(recipient is Recipient.OfMember to && Ids(subject).Contains(to.Member) ? null : SkipReason.Left);

    private static IEnumerable<MemberId> Ids(string subject) =>
        subject.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(Key.IsValid).Distinct().Select(id => new MemberId(id));
}
