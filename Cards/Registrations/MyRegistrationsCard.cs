using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Registrations;

namespace LeerkringBot.Cards.Registrations;

/// <summary>"Mijn aanmeldingen": everything the person answered to and that is still to come.</summary>
public static class MyRegistrationsCard
{
    public static AdaptiveCard Render(IReadOnlyList<Invitation> mine, Texts texts) =>
        new(
            [
                Part.Title(texts["MyRegistrations.Title"]),
                .. mine.Count == 0 ? [new TextBlock(texts.Rich("MyRegistrations.Empty"))] : mine.Select(CardElement (invitation) => One(invitation, texts)),
            ],
            texts["MyRegistrations.Title"])
        {
            Lang = texts.Lang,
        };

    private static Container One(Invitation invitation, Texts texts)
    {
        var (gathering, invitee) = (invitation.Gathering, invitation.Invitee!);
        var data = new InvitationCard.GatheringData(gathering.Id.ToString());
        var show = InvitationCard.Show.Button(texts["MyRegistrations.Open"], data);
        return new(
        [
            new TextBlock(gathering.Title) { Weight = "bolder" },
            new TextBlock(texts.Rich("Agenda.WhenWhere", GatheringTexts.When(gathering, texts, invitation.Now), gathering.Place.Name)) { Spacing = "none" },
            new TextBlock(invitation.Sheet.IsCancelled ? texts["Invitation.CancelledNow"] : InvitationStanding.Text(MyRegistration.Of(invitation.Sheet, invitee.Registration), texts)) { Spacing = "none" },
            .. InvitationStanding.Tracks(invitation, invitee, texts) is { Count: > 0 } tracks ? [new FactSet(tracks)] : Array.Empty<CardElement>(),
            invitee.Registration is { Wants: true } && !invitation.Sheet.IsCancelled
                ? Part.Buttons(show, InvitationCard.Decline.Button(texts["Registration.Cancel"], data))
                : Part.Buttons(show),
        ])
        { Separator = true, Spacing = "medium" };
    }
}
