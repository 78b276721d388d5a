namespace LeerkringBot.Bot.Web;

/// <param name="Path">Where it is served; the English one under "/en".</param>
/// <param name="Name">Of its embedded text, with the language: "privacy" for "privacy.nl.html".</param>
/// <param name="Title">Also what links to it say.</param>
/// <param name="Lang">"nl" or "en".</param>
public sealed record Page(string Path, string Name, string Title, string Lang)
{
    public static IReadOnlyList<Page> All { get; } =
    [
        new("/privacy", "privacy", "Privacyverklaring", "nl"),
        new("/voorwaarden", "terms", "Voorwaarden", "nl"),
        new("/toegankelijkheid", "accessibility", "Toegankelijkheid", "nl"),
        new("/en/privacy", "privacy", "Privacy statement", "en"),
        new("/en/terms", "terms", "Terms of use", "en"),
        new("/en/accessibility", "accessibility", "Accessibility", "en"),
    ];

    public Page InOtherLanguage => All.Single(page => page.Name == Name && page.Lang != Lang);
}
