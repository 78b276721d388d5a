using System.Runtime.CompilerServices;
using LeerkringBot.Domain;

namespace LeerkringBot.Bot.Broadcasts;

/// <summary>Whoever has one of some roles: those that members chose themselves, the organisers, the contact officers.</summary>
public sealed class RoleAudience(IMembers members, IOrganisers organisers, IContactOfficers contacts) : IAudience
{
    public const string Name = "role";
    public const string Organisers = "organisers";
    public const string Contacts = "contacts";

    public string Kind => Name;

    /// <summary>Every role that can be named.</summary>
    public static IReadOnlyList<string> All { get; } = [Organisers, Contacts, .. Enum.GetNames<Role>()];

    public async IAsyncEnumerable<Addressee> Of(string subject, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var member in await Among(subject, [.. (await members.All(cancellationToken)).Where(member => !member.IsLeaving)], cancellationToken))
            yield return new(new Recipient.OfMember(member.Id), member.Name);
    }

    public async Task<SkipReason?> Excludes(string subject, Recipient recipient, CancellationToken cancellationToken) =>
        recipient is Recipient.OfMember to && await members.Find(to.Member, cancellationToken) is { } member && await Among(subject, [member], cancellationToken) is [_] ? null : SkipReason.Left;

    private async Task<IReadOnlyList<Member>> Among(string subject, IReadOnlyList<Member> people, CancellationToken cancellationToken)
    {
        var roles = subject.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet();
        IReadOnlySet<MemberId> none = new HashSet<MemberId>();
        var organising = roles.Contains(Organisers) ? await organisers.Among(people, cancellationToken) : none;
        var contacting = roles.Contains(Contacts) ? await contacts.Among(people, cancellationToken) : none;
        return [.. people.Where(member => member.Role is { } role && roles.Contains(role.ToString()) || organising.Contains(member.Id) || contacting.Contains(member.Id))];
    }
}
