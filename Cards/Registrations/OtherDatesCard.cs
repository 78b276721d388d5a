using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Registrations;

namespace LeerkringBot.Cards.Registrations;

/// <summary>"Past deze datum niet?": the other dates of a series, and one click to move to one with places left.</summary>
public static class OtherDatesCard
{
    public static readonly CardAction<InvitationCard.GatheringData> Open = new("registration.other-dates");
    public static readonly CardAction<OtherDateData> Move = new("registration.move");

    /// <param name="From">The <see cref="GatheringId"/> as text of the date that doesn't suit.</param>
    /// <param name="To">Of the other date.</param>
    public sealed record OtherDateData(string From, string To);

    /// <param name="from">The date that doesn't suit.</param>
    /// <param name="others">The other dates, first one first.</param>
    /// <param name="isRegistered">Whether there is a registration to move.</param>
    /// <param name="notice">What just happened, or null.</param>
    /// <param name="now">Decides what is still possible.</param>
    /// <param name="texts">In the person's language.</param>
    public static AdaptiveCard Render(Gathering from, IReadOnlyList<(Gathering Gathering, RegistrationSheet Sheet)> others, bool isRegistered, string? notice, DateTimeOffset now, Texts texts) =>
        new(
            [
                .. notice is null ? Array.Empty<CardElement>() : [Part.Notice(notice, "warning")],
                Part.Title(from.Title),
                new TextBlock(texts.Rich(isRegistered ? "OtherDates.Yours" : "OtherDates.Now", GatheringTexts.When(from, texts, now), from.Place.Name)),
                Part.Heading(texts.Rich("OtherDates.Title")),
                .. others.Count == 0 ? [new TextBlock(texts.Rich("OtherDates.None"))] : others.Select(CardElement (other) => Date(from, other.Gathering, other.Sheet, isRegistered, now, texts)),
                Part.Buttons(InvitationCard.Show.Button(texts["Answers.Back"], new(from.Id.ToString()))),
            ],
            texts["OtherDates.Title"])
        {
            Lang = texts.Lang,
        };

    private static Container Date(Gathering from, Gathering other, RegistrationSheet sheet, bool isRegistered, DateTimeOffset now, Texts texts)
    {
        var show = InvitationCard.Show.Button(texts["Agenda.Open"], new(other.Id.ToString()));
        var canMove = isRegistered && now < sheet.ClosesAt && sheet.OpenPlaces > 0;
        return new(
        [
            new TextBlock(texts.Rich("Agenda.WhenWhere", GatheringTexts.When(other, texts, now), other.Place.Name)) { Weight = "bolder" },
            new TextBlock(now >= sheet.ClosesAt ? texts["OtherDates.Closed"] : GatheringTexts.AttendanceAndPlaces(sheet, texts)) { Spacing = "none" },
            canMove ? Part.Buttons(Move.Button(texts["OtherDates.Move"], new(from.Id.ToString(), other.Id.ToString())), show) : Part.Buttons(show),
        ])
        { Separator = true };
    }
}
