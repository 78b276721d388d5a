using System.Globalization;
using LeerkringBot.Domain.Mails;

namespace LeerkringBot.Infrastructure.Mails;

/// <summary>The mailbox as a folder: <c>.eml</c> files in <c>inbox</c>; what was read goes to <c>verwerkt</c> or <c>ter-controle</c> beside it. A file counts once it ends in .eml and has not changed for a second.</summary>
/// <param name="directory">The folders are made when they aren't there.</param>
/// <param name="clock">Tells how long a file has been at rest.</param>
public sealed class FileMailbox(string directory, TimeProvider clock) : IMailbox
{
    private const int PageSize = 100;

    /// <summary>How its positions begin; those of another mailbox mean nothing here.</summary>
    private const string Ours = "file ";
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    /// <summary>Some programs make an empty file first and fill it when they come to it.</summary>
    private static readonly TimeSpan RestOfEmpty = TimeSpan.FromMinutes(1);

    private readonly string root = Path.GetFullPath(directory);
    // The same file at the same size as the look before: nobody is writing it any more, whatever the clocks of disks say.
    private Dictionary<string, (long Size, long Since)> seen = [];

    public TimeSpan LookEvery => TimeSpan.FromSeconds(1);

    private string Inbox => Path.Join(root, "inbox");

    public Task<MailboxPage> Next(string? position, CancellationToken cancellationToken) => Task.FromResult(Guarded(isOfAll: true, () =>
    {
        var now = clock.GetTimestamp();
        var files = Files().ToList();
        seen = files.ToDictionary(file => file.Name, file => seen.TryGetValue(file.Name, out var last) && last.Size == file.Length ? last : (file.Length, now));
        var ready = files
            .Where(file => clock.GetElapsedTime(seen[file.Name].Since, now) >= (file.Length == 0 ? RestOfEmpty : Rest))
            .Select(file => (Place: Place(file), Item: new MailboxItem(file.Name, new(file.LastWriteTimeUtc), null, file.Name)))
            .OrderBy(one => one.Place, StringComparer.Ordinal)
            .ToList();
        // What was read is moved away, so after the last page one looks from the beginning again.
        var page = position?.StartsWith(Ours, StringComparison.Ordinal) is true ? ready.Where(one => string.CompareOrdinal(one.Place, position) > 0).ToList() : ready;
        return page.Count <= PageSize
            ? new MailboxPage([.. page.Select(one => one.Item)], "", true)
            : new MailboxPage([.. page.Take(PageSize).Select(one => one.Item)], page[PageSize - 1].Place, false);
    }));

    public Task<Stream?> Open(string id, CancellationToken cancellationToken) => Task.FromResult(Guarded<Stream?>(isOfAll: false, () =>
    {
        var path = Path.Join(Inbox, Path.GetFileName(id));
        return File.Exists(path) ? File.OpenRead(path) : null;
    }));

    public Task Move(string id, MailFolder folder, CancellationToken cancellationToken)
    {
        Guarded(isOfAll: false, () =>
        {
            var from = Path.Join(Inbox, Path.GetFileName(id));
            if (!File.Exists(from)) return 0;
            var to = Directory.CreateDirectory(Path.Join(root, folder == MailFolder.Processed ? "verwerkt" : "ter-controle")).FullName;
            File.Move(from, Free(to, Path.GetFileName(id)));
            return 0;
        });
        return Task.CompletedTask;
    }

    public Task<int> CountWaiting(CancellationToken cancellationToken) => Task.FromResult(Guarded(isOfAll: true, () => Files().Count()));

    private IEnumerable<FileInfo> Files() =>
        new DirectoryInfo(Directory.CreateDirectory(Inbox).FullName).EnumerateFiles("*.eml").Where(file => file.Extension.Equals(".eml", StringComparison.OrdinalIgnoreCase));

    private static string Place(FileInfo file) => $"{Ours}{file.LastWriteTimeUtc.Ticks.ToString("D19", CultureInfo.InvariantCulture)} {file.Name}";

    // Another mail may have had that name before; neither is lost.
    private static string Free(string folder, string name)
    {
        var path = Path.Join(folder, name);
        for (var i = 2; File.Exists(path); i++) path = Path.Join(folder, $"{Path.GetFileNameWithoutExtension(name)} ({i}).eml");
        return path;
    }

    private static T Guarded<T>(bool isOfAll, Func<T> step)
    {
        try
        {
            return step();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new MailboxFaultException("The folder of mails could not be read or written.", fault) { IsPassing = isOfAll };
        }
    }
}
