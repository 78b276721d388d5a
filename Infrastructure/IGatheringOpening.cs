using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Infrastructure;

/// <summary>What a feature stores with a new gathering, in the same batch.</summary>
public interface IGatheringOpening
{
    /// <returns>A new row in the partition of the gathering's series.</returns>
    Row Open(Gathering gathering, int? capacity);
}
