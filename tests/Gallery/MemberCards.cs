using LeerkringBot.Cards;
using LeerkringBot.Cards.Files;
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

        var known = specimens.Member("Anna de Wit", "anna@waalwijk.example", new Affiliation.OfMunicipality(Specimens.Waalwijk)) with { Role = Role.Clerk };
        yield return ("personal data", PersonalDataCard.Render(network, known, null, texts));
        yield return ("personal data, role saved", PersonalDataCard.Render(network, known, texts["Personal.RoleSaved"], texts));
        yield return ("personal data, hardly anything known", PersonalDataCard.Render(network, specimens.Member("Farid Haddou"), null, texts));
        yield return ("personal data, no reminders", PersonalDataCard.Render(network, known with { WantsNoReminders = true }, texts["Personal.RemindersSaved"], texts));
        yield return ("delete me", ForgetCard.Render(false, Specimens.Now, texts));
        yield return ("delete me, organiser", ForgetCard.Render(true, Specimens.Now, texts));
        yield return ("deleted", ForgetCard.RenderDone(true, texts));
        yield return ("deletion under way", ForgetCard.RenderDone(false, texts));
        yield return ("file", FileCard.Render("mijn-gegevens.json", 2_345, "https://bot.m50.example/bestand/x", new("personal", ""), false, texts));
        yield return ("file, OneDrive asked", FileCard.Render("deelnemers.xlsx", 45_678, "https://bot.m50.example/bestand/x", new("participants", "kick-off.kick-off"), true, texts));

        yield return ("start", StartCard.Render(network, specimens.Member("Anna de Wit"), [.. AgendaCard.List([], Specimens.Now, texts)], null, texts));
        yield return ("start, with a notice", StartCard.Render(network, specimens.Member("Anna de Wit"), [], texts["Outdated"], texts));
        yield return ("fault", FaultCard.Render(texts, click));

        AdaptiveCard Ask(string name, string? email) => AffiliationCard.Render(network, specimens.Member(name, email), click, null, texts);
    }
}
