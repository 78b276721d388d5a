namespace LeerkringBot.EndToEnd.Story;

/// <summary>Bram shares two ideas, Anna supports one and, as an organiser, follows it up; Bram hears of it.</summary>
[Collection("Playgrounds")]
public sealed class IdeasTests(Browser browser) : IClassFixture<Browser>
{
    [Fact]
    public async Task An_idea_is_shared_supported_put_on_the_agenda_and_answered()
    {
        await using var stage = await Stage.Open(browser, nameof(IdeasTests), "Anna", "Bram");
        await stage.Play(async () =>
        {
            var (anna, bram) = (stage["Anna"], stage["Bram"]);
            await anna.OpenPersonalChat();
            await bram.OpenPersonalChat();

            await bram.Say("agenda");
            await bram.Press("Agenda", "Bekijk de uitnodiging");
            await stage.Picture("Bram", "Liever per e-mail?", "a gathering with both doors");
            await bram.Press("Liever per e-mail?", "Deel een idee");
            await bram.Fill("Waar hoort het bij?", "Uw idee (hoogstens 2000 tekens)", "Laat elke kern zelf *loten* over een klein budget.\nBegin met drie kernen.\n\nDaarna zien wij verder.");
            await bram.Fill("Waar hoort het bij?", "Thema (mag leeg blijven)", "Kernendemocratie");
            await stage.Picture("Bram", "Waar hoort het bij?", "form");
            await bram.Press("Waar hoort het bij?", "Deel mijn idee");
            await stage.Picture("Bram", "Uw idee is genoteerd als", "noted");
            await bram.Say("idee: een wandeling door elke gemeente");
            await bram.Card("een wandeling door elke gemeente");

            await anna.Say("ideeën");
            await stage.Picture("Anna", "2 ideeën, het nieuwste eerst", "list");
            await anna.PressBeside("2 ideeën, het nieuwste eerst", "Kernendemocratie", "Steun ik ook");
            await anna.Card("1 steunt dit");
            await stage.Picture("Anna", "1 steunt dit", "supported");

            await anna.PressBeside("1 steunt dit", "Kernendemocratie", "Opvolgen");
            await anna.Card("Wat gebeurt ermee?");
            await stage.Picture("Anna", "Wat gebeurt ermee?", "follow-up");
            await anna.Fill("Wat gebeurt ermee?", "Toelichting (mag leeg blijven)", "Drie gemeenten proberen het uit.");
            await anna.Press("Wat gebeurt ermee?", "Bewaar en vertel het");
            await anna.Card("Bewaard.");
            await bram.Card("Drie gemeenten proberen het uit.");
            await stage.Picture("Bram", "Drie gemeenten proberen het uit.", "news");
        });
    }
}
