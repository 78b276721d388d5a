using LeerkringBot.Cards;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Bot.Polls;

/// <summary>What a gathering becomes with the host that was chosen.</summary>
internal static class Hosting
{
    /// <summary>The same where it has this choice already, or a later one: two choices may be carried out in any order.</summary>
    /// <param name="gathering">As it stands.</param>
    /// <param name="poll">With its host.</param>
    /// <param name="offer">The host's.</param>
    /// <param name="network">Names the municipalities.</param>
    public static Gathering Of(Gathering gathering, Poll poll, PollAnswer offer, Network network)
    {
        var host = poll.Host!;
        if (gathering.HostChoice is { } done && done.Poll == poll.Id && done.Number >= host.Number) return gathering;
        return gathering with
        {
            Place = new(offer.Details?[PollDetail.Place] ?? gathering.Place.Name, offer.Details?[PollDetail.Address] ?? gathering.Place.Address),
            Hosts = HostPoll.Hosts(gathering.Hosts, Line(host.Chosen), host.Before is { } before ? Line(before) : null),
            HostChoice = new(poll.Id, host.Number),
        };

        // An invitation is written in Dutch.
        string Line(MunicipalityCode code) => Texts.Dutch.Plain("HostPoll.HostLine", network.NameOf(new Affiliation.OfMunicipality(code)));
    }
}
