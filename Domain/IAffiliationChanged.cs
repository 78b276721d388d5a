namespace LeerkringBot.Domain;

/// <summary>A feature that keeps whom a member speaks for beside what it keeps of the member.</summary>
public interface IAffiliationChanged
{
    /// <summary>Brings what is kept in line with <paramref name="affiliation"/>. Called right after the member said so and again a minute later, so it may come twice; the last call has what stands.</summary>
    Task Handle(MemberId member, Affiliation affiliation, CancellationToken cancellationToken);
}
