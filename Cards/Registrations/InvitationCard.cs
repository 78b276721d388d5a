using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Registrations;

namespace LeerkringBot.Cards.Registrations;

/// <summary>An invitation as the mail showed it, with one click to answer.</summary>
public static class InvitationCard
{
    public static readonly CardAction<GatheringData> Come = new("registration.come");
    public static readonly CardAction<GatheringData> Decline = new("registration.decline");
    public static readonly CardAction<GatheringData> Show = new("registration.show");
    public static readonly CardAction<GatheringData> CheckIn = new("registration.check-in");

    /// <param name="Gathering">The <see cref="GatheringId"/> as text.</param>
    public sealed record GatheringData(string Gathering);

    /// <param name="invitation">What it shows.</param>
    /// <param name="texts">In the reader's language; Dutch on a card that others see too.</param>
    /// <param name="notice">What just happened, instead of where the person stands; or null.</param>
    public static AdaptiveCard Render(Invitation invitation, Texts texts, string? notice = null)
    {
        var gathering = invitation.Gathering;
        return new(
            [
                .. InvitationStanding.Render(invitation, texts, notice),
                Part.Note(texts.Rich("Invitation.Kind", gathering.Kind)),
                Part.Title(gathering.Title),
                new FactSet(
                [
                    new(texts["Invitation.When"], GatheringTexts.When(gathering, texts, invitation.Now)),
                    new(texts["Invitation.Where"], texts.Plain("Invitation.Place", gathering.Place.Name, gathering.Place.Address)),
                    new(texts[invitation.Now < gathering.RegistrationClosesAt ? "Invitation.LastDay" : "Invitation.LastDayWas"], texts.Day(gathering.LastRegistrationDay, DutchTime.DayOf(invitation.Now).Year)),
                    .. gathering.Audience.IsEmpty ? Array.Empty<Fact>() : [new(texts["Invitation.Audience"], string.Join(", ", gathering.Audience))],
                    .. gathering.Roles.IsEmpty ? Array.Empty<Fact>() : [new(texts["Invitation.Roles"], texts.Roles(gathering.Roles))],
                    .. gathering.Hosts.IsEmpty ? Array.Empty<Fact>() : [new(texts["Invitation.Hosts"], string.Join(", ", gathering.Hosts))],
                    new(texts["Invitation.Contact"], gathering.Contact),
                ]),
                // Answering before reading on: on a phone the end of the card is screens away from the notice above.
                new TextBlock(GatheringTexts.AttendanceAndPlaces(invitation.Sheet, texts)) { Weight = "bolder", Spacing = "medium" },
                .. gathering.NeedsApproval ? [Part.Note(texts.Rich("Invitation.NeedsApproval"))] : Array.Empty<CardElement>(),
                .. InvitationButtons.Render(invitation, texts),
                .. Rounds(invitation, texts),
                .. gathering.Why.Split("\n\n").Select(paragraph => new TextBlock(paragraph)),
                .. gathering.Programme.IsEmpty ? Array.Empty<CardElement>() :
                [
                    Part.Heading(texts.Rich("Invitation.Programme")),
                    new FactSet([.. gathering.Programme.Select(item => new Fact(
                        GatheringTexts.Span(item.Start, item.End, texts),
                        item.Room is null ? item.Title : texts.Plain("Invitation.Room", item.Title, item.Room)))]),
                ],
                .. invitation.Foot,
            ],
            texts.Plain("Invitation.Summary", gathering.Title, GatheringTexts.When(gathering, texts, invitation.Now)))
        {
            Lang = texts.Lang,
        };
    }

    private static IEnumerable<CardElement> Rounds(Invitation invitation, Texts texts)
    {
        foreach (var round in invitation.Gathering.Rounds)
        {
            yield return Part.Heading(texts.Rich("Invitation.Round", GatheringTexts.Span(round.Start, round.End, texts)));
            foreach (var track in round.Tracks)
                yield return new TextBlock(texts.Rich("Invitation.Track", track.Title, GatheringTexts.Places(invitation.Sheet.Tracks.GetValueOrDefault(track.Id), texts))) { Spacing = "none" };
        }
    }
}
