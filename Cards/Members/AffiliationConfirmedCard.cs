using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;

namespace LeerkringBot.Cards.Members;

public static class AffiliationConfirmedCard
{
    public static AdaptiveCard Render(Network network, Affiliation affiliation, Texts texts) =>
        new(
            [
                Part.Notice(texts.Plain("Affiliation.Confirmed", network.NameOf(affiliation)), "good"),
                new TextBlock(texts.Rich(affiliation is Affiliation.OfMunicipality ? "Affiliation.MayAnswer" : "Affiliation.MayCome")),
                Part.Buttons(AffiliationCard.Ask.Button(texts["Affiliation.Change"], new())),
            ],
            texts.Plain("Affiliation.Confirmed", network.NameOf(affiliation)))
        {
            Lang = texts.Lang,
        };
}
