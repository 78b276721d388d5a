using System.Runtime.CompilerServices;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Bot.Polls;

/// <summary>People of the municipalities that have not answered a poll.</summary>
/// <param name="part">Which of them.</param>
public sealed class SilentAudience(SilentPart part, SilentMembers all, IPollStore polls, IMembers members, IContactOfficers contacts, TimeProvider clock) : IAudience
{
    public string Kind => NameOf(part);

    public static string NameOf(SilentPart part) => part switch
    {
        SilentPart.Contacts => "silent-contacts",
        SilentPart.Colleagues => "silent-colleagues",
        _ => "silent",
    };

    public async IAsyncEnumerable<Addressee> Of(string subject, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await Open(subject, cancellationToken) is not { } poll) yield break;
        var silent = await all.WithVoters(poll, cancellationToken);
        var first = await contacts.Among(silent.Select(one => one.Member), cancellationToken);
        var withContact = silent.Where(one => first.Contains(one.Member.Id)).SelectMany(one => one.For).ToHashSet();
        foreach (var (member, voters) in silent)
        {
            // Of somebody who speaks for several, one without a contact officer is enough.
            var isFirst = first.Contains(member.Id) || voters.Any(voter => !withContact.Contains(voter));
            if (part == SilentPart.Everybody || isFirst == (part == SilentPart.Contacts)) yield return new(new Recipient.OfMember(member.Id), member.Name);
        }
    }

    public async Task<SkipReason?> Excludes(string subject, Recipient recipient, CancellationToken cancellationToken)
    {
        if (recipient is not Recipient.OfMember to) return SkipReason.Left;
        if (await Open(subject, cancellationToken) is not { } poll) return SkipReason.Over;
        if (await members.Find(to.Member, cancellationToken) is not { IsLeaving: false } member) return SkipReason.Forgotten;
        return await all.Look(poll, member, cancellationToken) switch
        {
            { Can: false } => SkipReason.Left,
            { IsSilent: false } => SkipReason.Answered,
            _ => null,
        };
    }

    private async Task<Poll?> Open(string subject, CancellationToken cancellationToken) =>
        PollId.TryParse(subject, out var id) && await polls.Find(id, cancellationToken) is { } poll && poll.IsOpen(clock.GetUtcNow()) ? poll : null;
}
