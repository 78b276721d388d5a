using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Registrations;

namespace LeerkringBot.Cards.Registrations;

/// <summary>What somebody can do with an invitation, most likely first.</summary>
internal static class InvitationButtons
{
    private const int MostColleagues = 8;

    public static IEnumerable<CardElement> Render(Invitation invitation, Texts texts)
    {
        var data = new InvitationCard.GatheringData(invitation.Gathering.Id.ToString());
        var over = invitation.Sheet.IsCancelled || invitation.Now >= invitation.Sheet.EndsAt;
        var come = InvitationCard.Come.Button(texts["Registration.Come"], data);
        var decline = InvitationCard.Decline.Button(texts["Registration.Decline"], data);
        if (invitation.Invitee is not { } invitee)
        {
            var show = InvitationCard.Show.Button(texts["Registration.Show"], data);
            yield return over ? Part.Buttons(show) : Part.Buttons(come, decline, show);
            yield break;
        }

        if (over) yield break;
        var closed = invitation.Now >= invitation.Sheet.ClosesAt;
        var mine = MyRegistration.Of(invitation.Sheet, invitee.Registration);
        if (closed && mine is (MyRegistration.None or MyRegistration.NotComing or MyRegistration.Refused))
            yield return Part.Note(texts.Rich("Registration.Closed", invitation.Gathering.Contact));

        var calendar = new OpenUrlButton(texts["Registration.Calendar"], invitee.CalendarUrl);
        var cancel = InvitationCard.Decline.Button(texts["Registration.Cancel"], data);
        yield return mine switch
        {
            MyRegistration.Coming when invitee.Registration!.PresentAt is null && AttendanceRules.IsOpen(invitation.Sheet, invitation.Now) =>
                Part.Buttons(InvitationCard.CheckIn.Button(texts["Registration.CheckIn"], data), calendar, cancel),
            MyRegistration.Coming => Part.Buttons(calendar, cancel),
            MyRegistration.Provisional => Part.Buttons(cancel),
            MyRegistration.Waiting { Offered: true } => Part.Buttons(InvitationCard.Come.Button(texts["Registration.Accept"], data), decline),
            MyRegistration.Waiting => Part.Buttons(InvitationCard.Decline.Button(texts["Registration.LeaveWaitlist"], data)),
            MyRegistration.NotComing when closed => Part.Buttons(InvitationCard.Show.Button(texts["Registration.Show"], data)),
            MyRegistration.Refused when closed => Part.Buttons(InvitationCard.Show.Button(texts["Registration.Show"], data)),
            MyRegistration.NotComing => Part.Buttons(InvitationCard.Come.Button(texts["Registration.ComeAfterAll"], data)),
            MyRegistration.Refused => Part.Buttons(InvitationCard.Come.Button(texts["Registration.Again"], data)),
            _ when closed => Part.Buttons(decline),
            _ => Part.Buttons(come, decline),
        };

        if (More(invitation, invitee, closed, data, texts) is { Count: > 0 } more) yield return Part.Buttons(more);
        foreach (var element in Colleagues(invitation, invitee, texts)) yield return element;
    }

    private static List<CardButton> More(Invitation invitation, Invitee invitee, bool closed, InvitationCard.GatheringData data, Texts texts)
    {
        var buttons = new List<CardButton>();
        var gathering = invitation.Gathering;
        var wants = invitee.Registration is { Wants: true };
        if (wants && !closed)
        {
            if (!gathering.Rounds.IsEmpty || !gathering.Questions.IsEmpty || gathering.AsksWishes) buttons.Add(RegistrationFormCard.Open.Button(texts["Registration.Change"], data));
            buttons.Add(ColleagueCard.Open.Button(texts["Registration.Colleague"], data));
        }

        if (invitee.HasOtherDates && (wants || !closed || invitee.Registration is null)) buttons.Add(OtherDatesCard.Open.Button(texts["Registration.OtherDates"], data));
        return buttons;
    }

    private static IEnumerable<CardElement> Colleagues(Invitation invitation, Invitee invitee, Texts texts)
    {
        var coming = invitee.Colleagues.Where(colleague => colleague.Standing is MyRegistration.Coming or MyRegistration.Waiting or MyRegistration.Provisional).ToList();
        if (coming.Count == 0) yield break;
        yield return Part.Heading(texts.Rich("Colleague.Yours"));
        foreach (var colleague in coming.Take(MostColleagues))
        {
            var cancel = ColleagueCard.Cancel.Button(texts["Registration.CancelFor"], new(invitation.Gathering.Id.ToString(), colleague.Member.ToString()));
            yield return new Container(
            [
                new TextBlock(texts.Rich($"Colleague.{colleague.Standing.GetType().Name}", colleague.Name)),
                colleague.Link is { } link ? Part.Buttons(cancel, new OpenUrlButton(texts["Colleague.Link"], link)) : Part.Buttons(cancel),
            ]);
        }

        if (coming.Count > MostColleagues) yield return Part.Note(texts.Rich("Colleague.More", coming.Count - MostColleagues));
    }
}
