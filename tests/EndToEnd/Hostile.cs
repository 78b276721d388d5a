namespace LeerkringBot.EndToEnd;

/// <summary>What somebody types who wants to format, link or break a card, or who simply writes another way.</summary>
internal static class Hostile
{
    public static IReadOnlyList<string> Texts { get; } =
    [
        "**vet** _schuin_ ~~weg~~ `code` [klik](https://kwaad.example) ![x](https://kwaad.example/x.png) <https://kwaad.example>",
        "- lijst", "12. lijst", "3) lijst", "# kop", "> citaat", "***", "| a | b |", "\\*geen\\* \\", "a_b_c__d__", "1 < 2 > 1 & 2 &amp; 3 &#42;",
        "<img src=x onerror=alert(1)><script>alert(1)</script><b>vet</b><!-- weg -->",
        "${title} {0} {1} {{}}",
        "👩‍👩‍👧‍👦 é ü ß ﬁ שלום مرحبا \u202Esteg",
        new('w', 400),
    ];
}
