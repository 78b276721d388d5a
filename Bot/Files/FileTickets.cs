using LeerkringBot.Domain;

namespace LeerkringBot.Bot.Files;

/// <summary>Gives tickets for files as unguessable words, and makes the file for who brings one. A ticket works on every instance and after a restart.</summary>
public sealed class FileTickets(IEnumerable<IFileKind> kinds, IMembers members, ISeal seal, TimeProvider clock)
{
    private const string Purpose = "file";
    private const int MostCharacters = 400;

    private readonly Dictionary<string, IFileKind> kinds = kinds.ToDictionary(kind => kind.Kind);

    public Task<string> Seal(FileTicket ticket, CancellationToken cancellationToken) => seal.Seal(Purpose, ticket.ToString(), cancellationToken);

    /// <returns>Null where the word is not one of ours.</returns>
    public async Task<FileTicket?> Open(string? sealedTicket, CancellationToken cancellationToken) =>
        await seal.Open(Purpose, sealedTicket, cancellationToken) is { } text ? FileTicket.Parse(text) : null;

    public bool IsOver(FileTicket ticket) => clock.GetUtcNow() >= ticket.Until;

    /// <returns>Null when there is no such file, or not for this member.</returns>
    public async Task<MadeFile?> Make(string kind, string subject, MemberId member, CancellationToken cancellationToken) =>
        subject.Length <= MostCharacters && kinds.TryGetValue(kind, out var maker) && await members.Find(member, cancellationToken) is { IsLeaving: false } who
            ? await maker.Make(who, subject, cancellationToken)
            : null;
}
