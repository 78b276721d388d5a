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
        var people = await silent.Of(poll, cancellationToken);
        var (reached, isInChannel) = await reach.Of(poll, cancellationToken);
        var named = await contacts.Among(people, cancellationToken);
        var order = StringComparer.Create(texts.Culture, ignoreCase: true);
        var sorted = people.OrderByDescending(member => named.Contains(member.Id)).ThenBy(member => member.Name, order).ToLookup(member => poll.VoterOf(member)!.Value.Municipality);
        var lines = poll.Per == VoterKind.Person
            ? people.OrderBy(member => member.Name, order).Select(member => Line(null, member))
            : (await Municipalities(poll, order, cancellationToken)).SelectMany(Lines);
        var remindable = people.Count(member => !member.WantsNoReminders);
        var remind = poll.IsOpen(now) && remindable > 0 ? SilentReminder.Button(id, texts.Count("Silent.Remind", remindable)) : null;
        return PollSilentCard.Render(poll, [.. lines], Math.Max(0, click.Data.From), isInChannel, remind, now, texts);

        IEnumerable<SilentVoter> Lines(Municipality one) =>
            sorted.Contains(one.Code) ? sorted[one.Code].Select(member => Line(one.Name, member)) : [new(one.Name, null, Reach.None)];

        SilentVoter Line(string? municipality, Member member) =>
            new(municipality, member.Name, reached.GetValueOrDefault(member.Id) ?? Reach.None) { IsContact = municipality is not null && named.Contains(member.Id), WantsNoReminders = member.WantsNoReminders };
    }

    private async Task<IReadOnlyList<Municipality>> Municipalities(Poll poll, StringComparer order, CancellationToken cancellationToken)
    {
        var tally = await polls.Tally(poll.Id, cancellationToken);
        return [.. (await network.Current(cancellationToken)).Municipalities.Values.Where(one => tally.Of(one.Code) is null).OrderBy(one => one.Name, order)];
    }
}
