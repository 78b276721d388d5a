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
                .. Standing(invitation, texts, notice),
                Part.Note(texts.Rich("Invitation.Kind", gathering.Kind)),
                Part.Title(gathering.Title),
                new FactSet(
                [
                    new(texts["Invitation.When"], GatheringTexts.When(gathering, texts, invitation.Now)),
                    new(texts["Invitation.Where"], texts.Plain("Invitation.Place", gathering.Place.Name, gathering.Place.Address)),
                    new(texts["Invitation.LastDay"], texts.Day(gathering.LastRegistrationDay, DutchTime.DayOf(invitation.Now).Year)),
                    .. gathering.Audience.IsEmpty ? Array.Empty<Fact>() : [new(texts["Invitation.Audience"], string.Join(", ", gathering.Audience))],
                    .. gathering.Hosts.IsEmpty ? Array.Empty<Fact>() : [new(texts["Invitation.Hosts"], string.Join(", ", gathering.Hosts))],
                    new(texts["Invitation.Contact"], gathering.Contact),
                ]),
                // Answering before reading on: on a phone the end of the card is screens away from the notice above.
                new TextBlock(Attendance(invitation, texts)) { Weight = "bolder", Spacing = "medium" },
                .. Buttons(invitation, texts),
                .. gathering.Why.Split("\n\n").Select(paragraph => new TextBlock(paragraph)),
                Part.Heading(texts.Rich("Invitation.Programme")),
                new FactSet([.. gathering.Programme.Select(item => new Fact(GatheringTexts.Span(item.Start, item.End, texts), item.Title))]),
            ],
            texts.Plain("Invitation.Summary", gathering.Title, GatheringTexts.When(gathering, texts, invitation.Now)))
        {
            Lang = texts.Lang,
        };
    }

    /// <summary>Where the person stands, in one or two sentences.</summary>
    public static string StandingText(MyRegistration mine, Texts texts) => mine switch
    {
        MyRegistration.Coming => texts["Registration.Coming"],
        MyRegistration.Waiting { Offered: true } => texts["Registration.Offered"],
        MyRegistration.Waiting waiting => texts.Plain("Registration.Waiting", waiting.Position),
        MyRegistration.NotComing => texts["Registration.NotComing"],
        _ => texts["Registration.None"],
    };

    private static IEnumerable<CardElement> Standing(Invitation invitation, Texts texts, string? notice)
    {
        if (invitation.Sheet.IsCancelled) yield return Part.Notice(texts.Rich("Invitation.Cancelled"), "attention");
        else if (notice is not null) yield return Part.Notice(notice, "accent");
        else if (invitation.Mine is { } mine and not MyRegistration.None)
            yield return Part.Notice(StandingText(mine, texts), mine is MyRegistration.Coming ? "good" : mine is MyRegistration.NotComing ? "emphasis" : "warning");
    }

    private static CardText Attendance(Invitation invitation, Texts texts)
    {
        var sheet = invitation.Sheet;
        var count = GatheringTexts.Attendance(sheet, texts);
        var places = sheet.Capacity is null ? ""
            : sheet.FreePlaces > sheet.Waiting.Count ? " " + texts.Count("Invitation.Places", sheet.FreePlaces - sheet.Waiting.Count)
            : " " + (sheet.Waiting.IsEmpty ? texts["Invitation.Full.None"] : texts.Count("Invitation.Full", sheet.Waiting.Count));
        return count + places;
    }

    private static IEnumerable<CardElement> Buttons(Invitation invitation, Texts texts)
    {
        var data = new GatheringData(invitation.Gathering.Id.ToString());
        var come = Come.Button(texts["Registration.Come"], data);
        var decline = Decline.Button(texts["Registration.Decline"], data);
        var calendar = new OpenUrlButton(texts["Registration.Calendar"], invitation.CalendarUrl);

        var over = invitation.Sheet.IsCancelled || invitation.Now >= invitation.Sheet.EndsAt;
        if (invitation.Mine is null)
        {
            var show = Show.Button(texts["Registration.Show"], data);
            yield return over ? Part.Buttons(show) : Part.Buttons(come, decline, show);
            yield break;
        }

        if (over) yield break;

        var closed = invitation.Now >= invitation.Sheet.ClosesAt;
        if (closed && invitation.Mine is (MyRegistration.None or MyRegistration.NotComing))
            yield return Part.Note(texts.Rich("Registration.Closed", invitation.Gathering.Contact));

        yield return invitation.Mine switch
        {
            MyRegistration.Coming => Part.Buttons(calendar, Decline.Button(texts["Registration.Cancel"], data)),
            MyRegistration.Waiting { Offered: true } => Part.Buttons(Come.Button(texts["Registration.Accept"], data), decline),
            MyRegistration.Waiting => Part.Buttons(Decline.Button(texts["Registration.LeaveWaitlist"], data)),
            MyRegistration.NotComing when closed => Part.Buttons(Show.Button(texts["Registration.Show"], data)),
            MyRegistration.NotComing => Part.Buttons(Come.Button(texts["Registration.ComeAfterAll"], data)),
            _ when closed => Part.Buttons(decline),
            _ => Part.Buttons(come, decline),
        };
    }
}
