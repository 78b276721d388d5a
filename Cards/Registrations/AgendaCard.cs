using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Registrations;

namespace LeerkringBot.Cards.Registrations;

/// <summary>What is coming, with where the person stands.</summary>
public static class AgendaCard
{
    public const int Most = 10;

    public static AdaptiveCard Render(IReadOnlyList<(Gathering Gathering, MyRegistration Mine)> gatherings, DateTimeOffset now, Texts texts) =>
        new([Part.Title(texts.Rich("Agenda.Title")), .. List(gatherings, now, texts)], texts["Agenda.Title"]) { Lang = texts.Lang };

    public static IEnumerable<CardElement> List(IReadOnlyList<(Gathering Gathering, MyRegistration Mine)> gatherings, DateTimeOffset now, Texts texts)
    {
        if (gatherings.Count == 0) yield return new TextBlock(texts.Rich("Agenda.Empty"));
        foreach (var (gathering, mine) in gatherings.Take(Most))
        {
            yield return new Container(
            [
                new TextBlock(gathering.Title) { Weight = "bolder" },
                new TextBlock(texts.Rich("Agenda.WhenWhere", GatheringTexts.When(gathering, texts, now), gathering.Place.Name)) { Spacing = "none" },
                Part.Note(InvitationStanding.Text(mine, texts)) with { Spacing = "none" },
                Part.Buttons(InvitationCard.Show.Button(texts["Agenda.Open"], new(gathering.Id.ToString()))),
            ])
            { Separator = true, Spacing = "medium" };
        }
    }
}
