using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Registrations;

namespace LeerkringBot.Cards.Registrations;

/// <summary>Where the person stands: at the top of an invitation, and in lists.</summary>
public static class InvitationStanding
{
    public static IEnumerable<CardElement> Render(Invitation invitation, Texts texts, string? notice)
    {
        var (gathering, sheet) = (invitation.Gathering, invitation.Sheet);
        if (gathering.Cancellation is { } reason) yield return Part.Notice(texts.Rich("Invitation.Cancelled", reason), "attention");
        else if (sheet.IsCancelled) yield return Part.Notice(texts.Rich("Invitation.CancelledNow"), "attention");
        else if (notice is not null) yield return Part.Notice(notice, "accent");
        else if (invitation.Invitee is { } seen && MyRegistration.Of(sheet, seen.Registration) is var mine and not MyRegistration.None)
            yield return Part.Notice(Text(mine, texts), Style(mine));

        if (GatheringTexts.Moved(gathering, texts, invitation.Now) is { } moved) yield return new TextBlock(moved) { Color = "attention" };
        if (invitation.Invitee is not { } invitee) yield break;

        if (notice is null && invitee.BroughtBy is { } name && invitee.Registration is { Wants: true }) yield return Part.Note(texts.Rich("Registration.BroughtBy", name));
        if (!gathering.Roles.IsEmpty && invitee.Role is { } role && !gathering.Roles.Contains(role)) yield return Part.Note(texts.Rich("Registration.OtherRole", texts.Roles(gathering.Roles)));
        if (Tracks(invitation, invitee, texts) is { Count: > 0 } tracks) yield return new FactSet(tracks);
    }

    /// <summary>Where the person stands, in one or two sentences.</summary>
    public static string Text(MyRegistration mine, Texts texts) => mine switch
    {
        MyRegistration.Coming => texts["Registration.Coming"],
        MyRegistration.Provisional => texts["Registration.Provisional"],
        MyRegistration.Waiting { Offered: true } => texts["Registration.Offered"],
        MyRegistration.Waiting waiting => texts.Plain("Registration.Waiting", waiting.Position),
        MyRegistration.NotComing => texts["Registration.NotComing"],
        MyRegistration.Refused refused => texts.Plain("Registration.Refused", refused.Reason),
        _ => texts["Registration.None"],
    };

    /// <summary>The tracks somebody chose, one for each round.</summary>
    public static IReadOnlyList<Fact> Tracks(Invitation invitation, Invitee invitee, Texts texts) => invitee.Registration is not { Wants: true } registration
        ? []
        :
        [
            .. from round in invitation.Gathering.Rounds
               from track in round.Tracks
               where registration.Tracks.Contains(track.Id)
               select new Fact(
                   GatheringTexts.Span(round.Start, round.End, texts),
                   MyRegistration.PositionIn(invitation.Sheet, registration, track.Id) switch
                   {
                       > 0 and var position => texts.Plain("Registration.TrackWaiting", track.Title, position),
                       _ => track.Title,
                   }),
        ];

    private static string Style(MyRegistration mine) => mine switch
    {
        MyRegistration.Coming => "good",
        MyRegistration.NotComing => "emphasis",
        MyRegistration.Refused => "attention",
        _ => "warning",
    };
}
