using System.Runtime.CompilerServices;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Bot.Polls;

/// <summary>Who gave the answers of a poll whose result is for everybody. Of an anonymous one nobody knows; what an organiser entered, somebody else told; who offered to host hears of the choice itself.</summary>
public sealed class AnsweredAudience(IPollStore polls, IMembers members) : IAudience
{
    public const string Name = "answered";

    public string Kind => Name;

    public async IAsyncEnumerable<Addressee> Of(string subject, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!PollId.TryParse(subject, out var id) || await polls.Find(id, cancellationToken) is not { Results: not ResultsFor.Organisers, Template: not PollTemplate.Host }) yield break;
        foreach (var by in (await polls.Answers(id, cancellationToken)).Where(answer => answer.Source is null).Select(answer => answer.By).Distinct())
            if (await members.Find(by, cancellationToken) is { IsLeaving: false } member) yield return new(new Recipient.OfMember(by), member.Name);
    }

    public async Task<SkipReason?> Excludes(string subject, Recipient recipient, CancellationToken cancellationToken) =>
        recipient is Recipient.OfMember to && await members.Find(to.Member, cancellationToken) is { IsLeaving: false } ? null : SkipReason.Forgotten;
}
