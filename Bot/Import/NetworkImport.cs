using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Bot.Registrations;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Gatherings;
using LeerkringBot.Domain.Polls;
using LeerkringBot.Infrastructure.Networks;

namespace LeerkringBot.Bot.Import;

/// <summary>Stores a network file. A gathering that exists already is changed as an organiser would; the rest of what exists stays. After a fault it can simply be run again.</summary>
public sealed class NetworkImport(
    NetworkStore networks,
    OrganiserStore organisers,
    ContactStore contacts,
    IGatheringStore gatherings,
    ReviseGathering revise,
    IPollStore polls,
    SharedCardRefresh shared)
{
    /// <returns>What was stored, changed, refused or there already, one line each.</returns>
    public async Task<IReadOnlyList<string>> Store(NetworkFile file, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        foreach (var gathering in file.Gatherings)
            // Dates of one thing have one title.
            lines.Add($"{gathering.Title} ({gathering.Id.Item}): {await Store(gathering, file.Counted.Contains(gathering.Id), cancellationToken)}");
        foreach (var poll in file.Polls)
            lines.Add($"{poll.Question} {(await polls.Add(poll, cancellationToken) ? "stored" : "was there already, unchanged")}");
        foreach (var organiser in file.Organisers) await organisers.Add(organiser, cancellationToken);
        foreach (var (municipality, named) in file.Contacts) await contacts.Save(MunicipalityCode.Parse(municipality), named, cancellationToken);
        // The network last: as long as it is missing the store counts as empty, and the import is not done.
        await networks.Save(file.Network, cancellationToken);
        lines.Add($"{file.Network.Name}: {file.Network.Municipalities.Count} municipalities, {file.Organisers.Length} organisers");
        return lines;
    }

    private async Task<string> Store(Gathering wanted, bool isCounted, CancellationToken cancellationToken)
    {
        // A cancellation is a change: whoever registered hears of it.
        if (await gatherings.Add(wanted with { Cancellation = null }, cancellationToken) && wanted.Cancellation is null) return "stored";
        var same = false;
        var outcome = await revise.To(
            wanted.Id,
            current =>
            {
                var revised = Revised(current, wanted, isCounted);
                same = revised.SaysTheSame(current);
                return same ? current : revised;
            },
            cancellationToken);
        if (outcome is RevisionOutcome.Revised && !same) shared.Changed(InvitationContent.Of(wanted.Id));
        return outcome switch
        {
            RevisionOutcome.Revised => same ? "was there already, unchanged" : "changed",
            RevisionOutcome.TooFewPlaces(var track, var least) => $"not changed: {least} places are given away already{(track is null ? "" : $" in '{track.Title}'")}",
            RevisionOutcome.TrackInUse(var track) => $"not changed: somebody chose the track '{track}'",
            _ => "not changed: it is gone",
        };
    }

    // What is not in the file stays; so does the day of a date that counts from today, which would wander with every import.
    private static Gathering Revised(Gathering current, Gathering wanted, bool isCounted) => wanted with
    {
        Date = isCounted ? current.Date : wanted.Date,
        RegisterBefore = isCounted ? current.Date.AddDays(wanted.RegisterBefore.DayNumber - wanted.Date.DayNumber) : wanted.RegisterBefore,
        Revision = current.Revision,
        Before = current.Before,
        Cancellation = current.Cancellation ?? wanted.Cancellation,
    };
}
