using System.Runtime.CompilerServices;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Bot.Polls;

/// <summary>
/// Everybody who answered a poll whose result is for everybody, also who was corrected since. For an answer that came in another way, or under no name, its municipality's
/// <see cref="Spokespeople"/>. Who offered to host hears of the choice itself.
/// </summary>
public sealed class AnsweredAudience(IPollStore polls, IMembers members, Spokespeople spokespeople) : IAudience
{
    public const string Name = "answered";

    public string Kind => Name;

    public async IAsyncEnumerable<Addressee> Of(string subject, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!PollId.TryParse(subject, out var id) || await polls.Find(id, cancellationToken) is not { Results: not ResultsFor.Organisers, Template: not PollTemplate.Host }) yield break;
        var known = (await members.All(cancellationToken)).Where(member => !member.IsLeaving).ToDictionary(member => member.Id);
        var lines = (await polls.History(id, cancellationToken)).ToLookup(line => line.Voter);
        var meant = new HashSet<MemberId>();
        foreach (var voter in (await polls.Tally(id, cancellationToken)).Answers.Keys.Select(Voter.Parse))
        {
            var clicked = lines[voter].Where(line => line.Source is null && known.ContainsKey(line.By)).ToList();
            meant.UnionWith(clicked.Select(line => line.By));
            if (voter.Person is { } person) meant.Add(person);
            else if (clicked.Count == 0 || lines[voter].Last().Source is not null) meant.UnionWith(await spokespeople.Of(voter.Municipality!.Value, known.Values, cancellationToken));
        }

        foreach (var one in meant)
            if (known.TryGetValue(one, out var member)) yield return new(new Recipient.OfMember(one), member.Name);
    }

    public async Task<SkipReason?> Excludes(string subject, Recipient recipient, CancellationToken cancellationToken) =>
        recipient is Recipient.OfMember to && await members.Find(to.Member, cancellationToken) is { IsLeaving: false } ? null : SkipReason.Forgotten;
}
