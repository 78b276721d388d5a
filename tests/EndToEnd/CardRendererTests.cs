using LeerkringBot.Cards;
using LeerkringBot.Cards.Elements;

namespace LeerkringBot.EndToEnd;

public sealed class CardRendererTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sound_card_passes_with_its_chart()
    {
        var chart = new HorizontalBarChart("Antwoorden", [new("Doet mee", 3)]) { Fallback = new TextBlock("Doet mee: 3") };
        var card = new AdaptiveCard([new TextBlock("Dag"), chart], "Dag") { Lang = "nl" };

        var complaints = await CardRenderer.Complaints([card], Cancellation);

        Assert.Empty(Assert.Single(complaints));
    }

    [Theory]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Chart.Pie"}]}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"a","color":"purple"}]}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"ActionSet","actions":[{"type":"Action.Explode","title":"a"}]}]}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Input.Text","label":"Naam"}]}""")]
    [InlineData("""{"type":"AdaptiveCard","body":[{"type":"Container","items":[{"type":"Badge","text":"a","fallback":"drop"}]}]}""")]
    public async Task A_faulty_card_is_reported(string card)
    {
        var complaints = await CardRenderer.Complaints([card], Cancellation);

        Assert.NotEmpty(Assert.Single(complaints));
    }
}
