using System.Runtime.CompilerServices;
using LeerkringBot.Domain;

namespace LeerkringBot.Bot.Broadcasts;

/// <summary>Everybody who speaks for one of the municipalities that an organiser named.</summary>
public sealed class MunicipalitiesAudience(IMembers members) : IAudience
{
    public const string Name = "municipalities";

    public string Kind => Name;

    public async IAsyncEnumerable<Addressee> Of(string subject, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var codes = Codes(subject);
        foreach (var member in await members.All(cancellationToken))
            if (!member.IsLeaving && IsMeant(member, codes)) yield return new(new Recipient.OfMember(member.Id), member.Name);
    }

    public async Task<SkipReason?> Excludes(string subject, Recipient recipient, CancellationToken cancellationToken) =>
        recipient is Recipient.OfMember to && await members.Find(to.Member, cancellationToken) is { } member && IsMeant(member, Codes(subject)) ? null : SkipReason.Left;

    private static bool IsMeant(Member member, HashSet<string> codes) => member.Affiliation is Affiliation.OfMunicipality of && codes.Contains(of.Code.ToString());

    private static HashSet<string> Codes(string subject) => [.. subject.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
