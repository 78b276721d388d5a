using LeerkringBot.Cards;
using LeerkringBot.Cards.Members;
using LeerkringBot.Cards.Registrations;
using LeerkringBot.Cards.Start;
using LeerkringBot.Domain;

namespace LeerkringBot.Gallery;

internal static class MemberCards
{
    public static IEnumerable<(string State, AdaptiveCard Card)> All(Specimens specimens, Texts texts)
    {
        var network = specimens.Network;
        Affiliation organisation = new Affiliation.OfOrganisation(specimens.Typed("Vereniging van Griffiers"));
        var click = new CarriedClick(InvitationCard.Come.Verb, InvitationCard.Come.Carry(new("kick-off.kick-off")));

        yield return ("affiliation, nothing suggested", Ask("Farid Haddou", null));
        yield return ("affiliation, one suggested", Ask("Anna de Wit", "anna@waalwijk.example"));
        yield return ("affiliation, two suggested", Ask("Carla Mulder", "carla@achterhoek.example"));
        yield return ("affiliation, known, mistake", AffiliationCard.Render(
            network, specimens.Member("Farid Haddou", null, organisation), click, texts["Affiliation.NameFirst"], texts));
        yield return ("affiliation, municipality confirmed", AffiliationConfirmedCard.Render(network, new Affiliation.OfMunicipality(Specimens.Waalwijk), texts));
        yield return ("affiliation, organisation confirmed", AffiliationConfirmedCard.Render(network, organisation, texts));

        yield return ("start", StartCard.Render(network, specimens.Member("Anna de Wit"), [.. AgendaCard.List([], Specimens.Now, texts)], null, texts));
        yield return ("start, with a notice", StartCard.Render(network, specimens.Member("Anna de Wit"), [], texts["Outdated"], texts));
        yield return ("fault", FaultCard.Render(texts, click));

        AdaptiveCard Ask(string name, string? email) => AffiliationCard.Render(network, specimens.Member(name, email), click, null, texts);
    }
}
