namespace LeerkringBot.Domain;

/// <summary>Who hears first what concerns their municipality: one or two people whom the network file names. It gives no rights.</summary>
public interface IContactOfficers
{
    /// <returns>Those among some members who are named for the municipality they speak for.</returns>
    Task<IReadOnlySet<MemberId>> Among(IEnumerable<Member> members, CancellationToken cancellationToken);
}
