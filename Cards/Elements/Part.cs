namespace LeerkringBot.Cards.Elements;

/// <summary>The few shapes that every card is made of, so that all look alike.</summary>
public static class Part
{
    public static TextBlock Title(CardText text) => new(text) { Size = "large", Weight = "bolder", Style = "heading" };

    public static TextBlock Heading(CardText text) => new(text) { Weight = "bolder", Style = "heading", Spacing = "medium" };

    public static TextBlock Note(CardText text) => new(text) { IsSubtle = true, Size = "small" };

    /// <summary>What just happened, or where somebody stands; above the rest.</summary>
    /// <param name="text">One or two sentences.</param>
    /// <param name="style">"good", "accent", "warning" or "attention".</param>
    public static Container Notice(CardText text, string style) => new([new TextBlock(text) { Weight = "bolder" }]) { Style = style };

    /// <summary>What is wrong with an input; stands right above it.</summary>
    public static TextBlock Mistake(CardText text) => new(text) { Color = "attention", Weight = "bolder", Spacing = "medium" };

    public static ActionSet Buttons(params IReadOnlyList<CardButton> buttons) => new(buttons) { Spacing = "medium" };
}
