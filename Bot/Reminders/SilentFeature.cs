using LeerkringBot.Bot.Polls;
using LeerkringBot.Bot.Routing;
using LeerkringBot.Cards.Elements;
using LeerkringBot.Cards.Polls;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Bot.Reminders;

/// <summary>An organiser sees who is silent on a poll, whether they were reached, and reminds exactly those.</summary>
public sealed class SilentFeature(IPollStore polls, SilentMembers silent, PollReach reach, IContactOfficers contacts, INetwork network, OrganiserGate organisers, TimeProvider clock) : IFeature
{
    public IEnumerable<CardRoute> Cards => [CardRoute.To(PollSilentCard.Show, organisers.Only<PollSilentCard.PageData>(Show))];

    private async Task<Reply> Show(CardClick<PollSilentCard.PageData> click, CancellationToken cancellationToken)
    {
        var (texts, now) = (click.Texts, clock.GetUtcNow());
        if (!PollId.TryParse(click.Data.Poll, out var id) || await polls.Find(id, cancellationToken) is not { } poll) return new Reply.Start(texts["Poll.Unknown"]);
        var open = await silent.WithVoters(poll, cancellationToken);
        var people = open.Select(one => one.Member).ToList();
        var (reached, isInChannel) = await reach.Of(poll, cancellationToken);
        var named = await contacts.Among(people, cancellationToken);
        var order = StringComparer.Create(texts.Culture, ignoreCase: true);
        var known = await network.Current(cancellationToken);
        // Somebody who speaks for several stands with each that is silent.
        var lines = open.SelectMany(one => one.For.Select(voter => Line(one.Member, voter))).OrderBy(one => one.Municipality, order).ThenByDescending(one => one.IsContact).ThenBy(one => one.Name, order).ToList();
        var unknown = poll.Per == VoterKind.Person ? [] : await Unknown(poll, [.. open.SelectMany(one => one.For)], known, cancellationToken);
        var remindable = people.Count(member => !member.WantsNoReminders);
        var remind = poll.IsOpen(now) && remindable > 0 ? SilentReminder.Button(id, texts.Count("Silent.Remind", remindable)) : null;
        return PollSilentCard.Render(poll, lines, people.Count, unknown, Math.Max(0, click.Data.From), isInChannel, remind, now, texts);

        SilentVoter Line(Member member, Voter voter)
        {
            var municipality = voter.Municipality is { } code ? known.NameOf(new Affiliation.OfMunicipality(code)) : null;
            return new(municipality, member.Name, reached.GetValueOrDefault(member.Id) ?? Reach.None) { IsContact = municipality is not null && named.Contains(member.Id), WantsNoReminders = member.WantsNoReminders };
        }
    }

    private async Task<IReadOnlyList<string>> Unknown(Poll poll, HashSet<Voter> have, Network known, CancellationToken cancellationToken)
    {
        var tally = await polls.Tally(poll.Id, cancellationToken);
        return [.. known.Municipalities.Values.Where(one => tally.Of(one.Code) is null && !have.Contains(Voter.Of(one.Code))).Select(one => one.Name)];
    }
}
