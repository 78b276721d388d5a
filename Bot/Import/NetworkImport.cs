using LeerkringBot.Domain;
using LeerkringBot.Domain.Gatherings;
using LeerkringBot.Domain.Polls;
using LeerkringBot.Infrastructure.Networks;

namespace LeerkringBot.Bot.Import;

/// <summary>Stores a network file. What exists already stays, so after a fault it can simply be run again.</summary>
public sealed class NetworkImport(NetworkStore networks, OrganiserStore organisers, IGatheringStore gatherings, IPollStore polls)
{
    /// <returns>What was stored and what was there already, one line each.</returns>
    public async Task<IReadOnlyList<string>> Store(NetworkFile file, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        foreach (var gathering in file.Gatherings)
            lines.Add($"{gathering.Title}: {Told(await gatherings.Add(gathering, cancellationToken))}");
        foreach (var poll in file.Polls)
            lines.Add($"{poll.Question} {Told(await polls.Add(poll, cancellationToken))}");
        foreach (var organiser in file.Organisers) await organisers.Add(organiser, cancellationToken);
        // The network last: as long as it is missing the store counts as empty, and the import is not done.
        await networks.Save(file.Network, cancellationToken);
        lines.Add($"{file.Network.Name}: {file.Network.Municipalities.Count} municipalities, {file.Organisers.Length} organisers");
        return lines;

        static string Told(bool added) => added ? "stored" : "was there already, unchanged";
    }
}
