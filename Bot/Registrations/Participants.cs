using LeerkringBot.Cards;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Registrations;

namespace LeerkringBot.Bot.Registrations;

/// <summary>How participants are named to organisers: with the municipality or organisation they speak for.</summary>
public sealed class Participants(INetwork network, IMembers members)
{
    public async Task<ParticipantNames> Names(Texts texts, CancellationToken cancellationToken) =>
        new(await network.Current(cancellationToken), (await members.All(cancellationToken)).ToDictionary(member => member.Id), texts);
}

/// <summary>Names as they were when asked for.</summary>
public sealed class ParticipantNames(Network network, IReadOnlyDictionary<MemberId, Member> members, Texts texts)
{
    public IEnumerable<MemberId> Known => members.Keys;

    /// <summary>"Bram Kuipers (Meierijstad)".</summary>
    public string Of(MemberId member) => members.GetValueOrDefault(member) switch
    {
        null => "?",
        { Affiliation: { } affiliation } known => texts.Plain("Overview.Person", known.Name, network.NameOf(affiliation)),
        var known => known.Name,
    };

    /// <summary>The same, of guests too.</summary>
    public string Of(Registration registration) => registration.Guest is not { } guest ? Of(registration.Member)
        : MunicipalityCode.TryParse(registration.Affiliation, out var code) ? texts.Plain("Overview.Person", guest.Name, network.NameOf(new Affiliation.OfMunicipality(code)))
        : guest.Name;
}
