using System.Collections.Immutable;
using LeerkringBot.Bot.Routing;
using LeerkringBot.Bot.Web;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Registrations;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Registrations;

namespace LeerkringBot.Bot.Registrations;

/// <summary>"Ik ben er", by button or with the code on the wall; and the organiser's list.</summary>
public sealed class AttendanceFeature(
    NoteAttendance attendance,
    IRegistrationStore registrations,
    IGatherings gatherings,
    Invitations invitations,
    Participants participants,
    Links links,
    OrganiserGate organisers,
    TimeProvider clock) : IFeature
{
    private const int MostShown = 90;

    public IEnumerable<CardRoute> Cards =>
    [
        CardRoute.To(InvitationCard.CheckIn, (click, cancellationToken) =>
            GatheringId.TryParse(click.Data.Gathering, out var id) ? CheckIn(click.Who, id, click.Texts, cancellationToken) : Unknown(click.Texts)),
        CardRoute.To(AttendanceCard.Show, organisers.Only<AttendanceCard.PageData>((click, cancellationToken) =>
            List(click.Data.Gathering, click.Data.Page, null, click.Texts, cancellationToken))),
        CardRoute.To(AttendanceCard.Tick, organisers.Only<AttendanceCard.TickData>(Tick)),
    ];

    public IEnumerable<ChatCommand> Commands => [new(["aanwezig", "present"], WithCode) { TakesMore = true }];

    private async Task<Reply> CheckIn(Person who, GatheringId id, Texts texts, CancellationToken cancellationToken)
    {
        var finding = gatherings.Find(id, cancellationToken);
        var outcome = await attendance.CheckIn(who, id, cancellationToken);
        if (await finding is not { } gathering) return await Unknown(texts);
        return outcome switch
        {
            AttendanceOutcome.Present present => await invitations.Answered(gathering, present.Sheet, present.Registration, who, texts["Registration.Present"], texts, cancellationToken),
            AttendanceOutcome.NotNow notNow => await invitations.Answered(gathering, notNow.Sheet, notNow.Registration, who, texts["Registration.NotNow"], texts, cancellationToken),
            AttendanceOutcome.NotExpected unexpected => await invitations.Answered(gathering, unexpected.Sheet, unexpected.Registration, who, texts["Registration.NotExpected"], texts, cancellationToken),
            _ => await Unknown(texts),
        };
    }

    private async Task<Reply> WithCode(ChatMessage message, CancellationToken cancellationToken)
    {
        var typed = message.Text.Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var code, ..] ? code.ToUpperInvariant() : "";
        foreach (var gathering in await gatherings.Coming(cancellationToken))
        {
            if (clock.GetUtcNow() < gathering.StartsAt - AttendanceRules.Early) break;
            if (await registrations.Sheet(gathering.Id, cancellationToken) is { } sheet && AttendanceRules.IsOpen(sheet, clock.GetUtcNow()) && AttendanceRules.Code(sheet) == typed)
                return await CheckIn(message.Who, gathering.Id, message.Texts, cancellationToken);
        }

        return new Reply.Line(message.Texts["Registration.WrongCode"]);
    }

    private async Task<Reply> Tick(CardClick<AttendanceCard.TickData> click, CancellationToken cancellationToken)
    {
        var data = click.Data;
        ImmutableArray<MemberId> shown = [.. data.Shown.Split(' ').Where(Key.IsValid).Take(MostShown).Distinct().Select(id => new MemberId(id))];
        HashSet<MemberId> present = [.. data.Present?.Split(',').Where(Key.IsValid).Select(id => new MemberId(id)) ?? []];
        HashSet<MemberId> ticked = [.. data.Ticked?.Split(' ').Where(Key.IsValid).Select(id => new MemberId(id)) ?? []];
        // Only what the organiser changed: meanwhile people check in themselves, and another organiser ticks.
        ImmutableArray<MemberId> changed = [.. shown.Where(member => present.Contains(member) != ticked.Contains(member))];
        return GatheringId.TryParse(data.Gathering, out var id) && await attendance.Tick(id, changed, present, cancellationToken) is { } sheet
            ? await List(data.Gathering, data.Page, click.Texts.Plain("Attendance.Saved", sheet.Present), click.Texts, cancellationToken)
            : await Unknown(click.Texts);
    }

    private async Task<Reply> List(string gathering, int page, string? notice, Texts texts, CancellationToken cancellationToken)
    {
        if (await invitations.Current(gathering, cancellationToken) is not var (found, sheet)) return await Unknown(texts);
        var names = await participants.Names(texts, cancellationToken);
        var all = (await registrations.All(found.Id, cancellationToken))
            .Where(one => MyRegistration.Of(sheet, one) is MyRegistration.Coming)
            .Select(one => new AttendanceCard.Participant(one.Member, names.Of(one), one.PresentAt is not null))
            .OrderBy(one => one.Name, StringComparer.Create(texts.Culture, true))
            .ToList();
        var lastPage = Math.Max(0, (all.Count - 1) / AttendanceCard.PageSize);
        return AttendanceCard.Render(
            found,
            sheet.Present,
            all,
            Math.Clamp(page, 0, lastPage),
            !sheet.IsCancelled && clock.GetUtcNow() >= sheet.StartsAt - AttendanceRules.Early,
            await links.Wall(found.Id, cancellationToken),
            notice,
            texts);
    }

    private static Task<Reply> Unknown(Texts texts) => Task.FromResult<Reply>(new Reply.Start(texts["Invitation.Unknown"]));
}
