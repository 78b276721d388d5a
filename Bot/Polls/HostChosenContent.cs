using System.Globalization;
using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Cards;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Bot.Polls;

/// <summary>The poll with who hosts above it, for somebody whose municipality offered; nothing when another was chosen since.</summary>
public sealed class HostChosenContent(IPollStore polls, IGatherings gatherings, PollCards cards) : IPersonalContent
{
    public const string Name = "poll-host";

    public string Kind => Name;

    public static BroadcastContent Of(PollId poll, int number) => new(Name, $"{poll}.{number.ToString(CultureInfo.InvariantCulture)}");

    public async Task<AdaptiveCard?> Personal(string subject, Member member, Texts texts, CancellationToken cancellationToken)
    {
        if (subject.Split('.') is not [var poll, var number] || !PollId.TryParse(poll, out var id)) return null;
        if (await polls.Find(id, cancellationToken) is not { Host: { } host, Gathering: { } wanted } found || host.Number.ToString(CultureInfo.InvariantCulture) != number) return null;
        if (await gatherings.Find(wanted, cancellationToken) is not { } gathering) return null;
        var known = await cards.Network(cancellationToken);
        var name = known.NameOf(new Affiliation.OfMunicipality(host.Chosen));
        var key = known.SpokenForBy(member).Any(one => one.Code == host.Chosen) ? "HostPoll.YouHost" : host.Before is null ? "HostPoll.OtherHosts" : "HostPoll.OtherHostsNow";
        return await cards.Personal(found, member, texts.Plain(key, name, gathering.Title), texts, cancellationToken);
    }
}
