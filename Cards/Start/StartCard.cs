using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;

namespace LeerkringBot.Cards.Start;

public static class StartCard
{
    /// <param name="network">Whose bot this is.</param>
    /// <param name="member">Who sees it.</param>
    /// <param name="sections">What the features show.</param>
    /// <param name="notice">A line above the rest, or null.</param>
    /// <param name="texts">In the member's language.</param>
    public static AdaptiveCard Render(Network network, Member member, IReadOnlyList<CardElement> sections, string? notice, Texts texts) =>
        new([
            .. notice is null ? Array.Empty<CardElement>() : [new TextBlock(notice) { Color = "accent" }],
            new TextBlock(texts.Rich("Start.Title", network.Name)) { Size = "large", Weight = "bolder", Style = "heading" },
            new TextBlock(texts.Rich("Start.Hello", member.Name)),
            .. sections,
            new TextBlock(texts.Rich("Start.Words")) { IsSubtle = true, Size = "small", Separator = true, Spacing = "medium" },
        ], texts.Plain("Start.Title", network.Name))
        {
            Lang = texts.Lang,
        };
}
