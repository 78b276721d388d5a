using System.Text;
using LeerkringBot.Cards.Elements;

namespace LeerkringBot.Cards;

/// <summary>A card as plain text, for mail: what it says, and the links of its buttons. What only a click can do is left out.</summary>
public static class CardReading
{
    public static string Text(AdaptiveCard card)
    {
        var text = new StringBuilder();
        foreach (var element in card.Body) Add(element, text);
        return text.ToString().TrimEnd();
    }

    private static void Add(CardElement element, StringBuilder text)
    {
        switch (element)
        {
            case TextBlock block:
                text.Append(Unescaped(block.Text.ToString())).Append("\n\n");
                break;
            case FactSet facts:
                foreach (var fact in facts.Facts) text.Append(Unescaped(fact.Title.ToString())).Append(": ").Append(Unescaped(fact.Value.ToString())).Append('\n');
                text.Append('\n');
                break;
            case Container container:
                foreach (var inner in container.Items) Add(inner, text);
                break;
            case ActionSet buttons:
                foreach (var link in buttons.Actions.OfType<OpenUrlButton>()) text.Append(link.Title).Append(": ").Append(link.Url).Append("\n\n");
                break;
        }
    }

    // Bold is the only Markdown in our own texts.
    private static string Unescaped(string markdown)
    {
        var plain = new StringBuilder(markdown.Length);
        for (var i = 0; i < markdown.Length; i++)
        {
            if (markdown[i] == '\\' && i + 1 < markdown.Length) plain.Append(markdown[++i]);
            else if (markdown[i] == '*' && i + 1 < markdown.Length && markdown[i + 1] == '*') i++;
            else plain.Append(markdown[i]);
        }

        return plain.ToString();
    }
}
