using LeerkringBot.Domain;

namespace LeerkringBot.Bot.Polls;

/// <summary>Who of a municipality hears what concerns all of it, where nobody of it acted themselves.</summary>
public sealed class Spokespeople(INetwork network, IContactOfficers officers)
{
    /// <param name="municipality">Also one that they speak for besides their own.</param>
    /// <param name="known">Who may be meant.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Its contact officers, and where it has none all of its people.</returns>
    public async Task<IEnumerable<MemberId>> Of(MunicipalityCode municipality, IEnumerable<Member> known, CancellationToken cancellationToken)
    {
        var names = await network.Current(cancellationToken);
        var colleagues = known.Where(member => names.SpokenForBy(member).Any(one => one.Code == municipality)).ToList();
        var named = await officers.Among(colleagues, cancellationToken);
        return named.Count > 0 ? named : colleagues.Select(member => member.Id);
    }
}
