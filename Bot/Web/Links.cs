using LeerkringBot.Domain;
using LeerkringBot.Domain.Ideas;
using LeerkringBot.Domain.Reminders;

namespace LeerkringBot.Bot.Web;

/// <summary>Where people find what the bot serves. A link to somebody's own things is unguessable and tells nothing about them.</summary>
/// <param name="publicUrl">Without a slash at the end.</param>
/// <param name="seal">Makes and reads the words in the links.</param>
public sealed class Links(string publicUrl, ISeal seal)
{
    public const string CalendarPath = "/agenda/";
    public const string RegistrationPath = "/aanmelding/";
    public const string WallPath = "/wand/";
    public const string FilePath = "/bestand/";
    public const string IdeasPath = "/ideeen/";
    public const string RemindersPath = "/herinneringen/";

    private const string CalendarPurpose = "calendar";
    private const string RegistrationPurpose = "registration";
    private const string WallPurpose = "wall";
    private const string IdeasPurpose = "ideas";
    private const string RemindersPurpose = "reminders";

    /// <param name="ticket">Sealed.</param>
    public string File(string ticket) => publicUrl + FilePath + ticket;

    /// <summary>The calendar file of one registration; the same link whatever becomes of it.</summary>
    public async Task<string> Calendar(GatheringId gathering, MemberId member, CancellationToken cancellationToken) =>
        $"{publicUrl}{CalendarPath}{await seal.Seal(CalendarPurpose, Text(gathering, member), cancellationToken)}.ics";

    /// <summary>The page of one registration, where it can be cancelled: who has the link may do so.</summary>
    public async Task<string> Registration(GatheringId gathering, MemberId member, CancellationToken cancellationToken) =>
        $"{publicUrl}{RegistrationPath}{await seal.Seal(RegistrationPurpose, Text(gathering, member), cancellationToken)}";

    /// <summary>The page for the wall of a gathering; for organisers only, because it holds the code of the day.</summary>
    public async Task<string> Wall(GatheringId gathering, CancellationToken cancellationToken) =>
        $"{publicUrl}{WallPath}{await seal.Seal(WallPurpose, gathering.ToString(), cancellationToken)}";

    /// <summary>The page of the ideas in one mail, where they can be changed and withdrawn: who has the link may do so.</summary>
    public async Task<string> MailedIdeas(IReadOnlyList<IdeaId> ideas, CancellationToken cancellationToken) =>
        $"{publicUrl}{IdeasPath}{await seal.Seal(IdeasPurpose, string.Join(' ', ideas), cancellationToken)}";

    /// <summary>The page where somebody who is reminded by mail ends that: who has the link may do so.</summary>
    public async Task<string> Reminders(Reminded who, CancellationToken cancellationToken) =>
        $"{publicUrl}{RemindersPath}{await seal.Seal(RemindersPurpose, who.Key, cancellationToken)}";

    /// <returns>Whose reminders they are; null where the word is not one of ours.</returns>
    public async Task<Reminded?> OpenReminders(string token, CancellationToken cancellationToken) =>
        await seal.Open(RemindersPurpose, token, cancellationToken) is { } key ? Reminded.Parse(key) : null;

    /// <returns>Which ideas it is about; null where the word is not one of ours.</returns>
    public async Task<IReadOnlyList<IdeaId>?> OpenMailedIdeas(string token, CancellationToken cancellationToken) =>
        await seal.Open(IdeasPurpose, token, cancellationToken) is { } text ? [.. text.Split(' ').Select(IdeaId.Parse)] : null;

    /// <returns>Whose calendar file it is; null where the word is not one of ours.</returns>
    public async Task<(GatheringId Gathering, MemberId Member)?> OpenCalendar(string token, CancellationToken cancellationToken) =>
        Read(await seal.Open(CalendarPurpose, token, cancellationToken));

    /// <returns>Whose registration it is; null where the word is not one of ours.</returns>
    public async Task<(GatheringId Gathering, MemberId Member)?> OpenRegistration(string token, CancellationToken cancellationToken) =>
        Read(await seal.Open(RegistrationPurpose, token, cancellationToken));

    /// <returns>Of which gathering it is; null where the word is not one of ours.</returns>
    public async Task<GatheringId?> OpenWall(string token, CancellationToken cancellationToken) =>
        await seal.Open(WallPurpose, token, cancellationToken) is { } text ? GatheringId.Parse(text) : null;

    private static string Text(GatheringId gathering, MemberId member) => $"{gathering} {member}";

    private static (GatheringId, MemberId)? Read(string? text) =>
        text?.Split(' ') is [var gathering, var member] ? (GatheringId.Parse(gathering), new MemberId(member)) : null;
}
