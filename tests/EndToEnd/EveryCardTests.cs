using LeerkringBot.Cards;
using LeerkringBot.Cards.Elements;
using LeerkringBot.Gallery;

namespace LeerkringBot.EndToEnd;

/// <summary>Every card in every state, as the official renderer takes and draws it.</summary>
public sealed class EveryCardTests(Browser browser) : IClassFixture<Browser>
{
    private const int Phone = 320;

    private static readonly IReadOnlyList<Func<string, string>> Hands = [typed => typed, .. Hostile.Texts.Select(text => (Func<string, string>)(_ => text))];

    public static TheoryData<string> Languages { get; } = ["nl", "en"];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task The_renderer_accepts_every_card_whatever_people_typed(string language)
    {
        var cards = Hands.SelectMany(typed => CardGallery.All(Texts(language), typed)).ToList();

        var complaints = await CardRenderer.Complaints(cards.Select(one => one.Card), TestContext.Current.CancellationToken);

        None(cards.Zip(complaints).Where(pair => pair.Second.Count > 0).Select(pair => $"{pair.First.State}: {string.Join("; ", pair.Second)}"));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task What_people_typed_is_shown_to_the_letter(string language)
    {
        const string Word = "Zonnebloem";
        var page = await CardPage.Open(browser, Phone);
        var states = CardGallery.All(Texts(language), _ => Word).ToList();
        var plain = await page.Texts(states.Select(one => one.Card));

        foreach (var hostile in Hostile.Texts)
        {
            var shown = await page.Texts(CardGallery.All(Texts(language), _ => hostile).Select(one => one.Card));

            foreach (var ((state, _), before, after) in states.Zip(plain, shown))
                Assert.Equal($"{state}: {before.Replace(Word, hostile, StringComparison.Ordinal)}", $"{state}: {after}");
        }
    }

    [Fact]
    public async Task The_renderer_calculates_no_date_that_somebody_typed()
    {
        const string Typed = "{{DATE(2027-02-02T13:30:00Z, LONG)}} {{TIME(2027-02-02T13:30:00Z)}}";
        var page = await CardPage.Open(browser, Phone);

        Assert.Equal([Typed], await page.Texts([new AdaptiveCard([new TextBlock(Typed)], "") { Lang = "nl" }]));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Nothing_is_cut_off_on_a_phone(string language)
    {
        var page = await CardPage.Open(browser, Phone);
        var cards = CardGallery.All(Texts(language), typed => typed).ToList();

        var faults = await page.CutOff(cards.Select(one => one.Card));

        None(cards.Zip(faults).Where(pair => pair.Second.Length > 0).Select(pair => $"{pair.First.State}: {pair.Second}"));
    }

    private static void None(IEnumerable<string> faults) => Assert.True(!faults.Any(), string.Join('\n', faults));

    private static Texts Texts(string language) => language == "nl" ? Cards.Texts.Dutch : Cards.Texts.English;
}
