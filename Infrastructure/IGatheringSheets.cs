using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Infrastructure;

/// <summary>What stands beside a gathering's details and changes with them, in the same batch.</summary>
public interface IGatheringSheets
{
    /// <returns>A new row in the partition of the gathering's series.</returns>
    Row Open(Gathering gathering);

    /// <param name="revised">As it will be.</param>
    /// <param name="details">The change of the details.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>Null when somebody else wrote in between; then nothing changed.</returns>
    Task<RevisionOutcome?> Revise(Gathering revised, RowChange details, CancellationToken cancellationToken);
}
