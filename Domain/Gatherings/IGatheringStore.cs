namespace LeerkringBot.Domain.Gatherings;

public interface IGatheringStore : IGatherings
{
    /// <summary>Stores a new gathering with its number of places, open for registration.</summary>
    /// <returns>False when the id is taken; then nothing changes.</returns>
    Task<bool> Add(Gathering gathering, int? capacity, CancellationToken cancellationToken);
}
