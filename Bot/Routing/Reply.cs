using LeerkringBot.Cards;

namespace LeerkringBot.Bot.Routing;

/// <summary>What a person gets back. Only the edge knows how it travels.</summary>
public abstract record Reply
{
    private Reply() { }

    public static implicit operator Reply(AdaptiveCard card) => new Card(card);

    public sealed record Card(AdaptiveCard Content) : Reply;

    /// <summary>The start card, with a line above it: what was asked for is not there.</summary>
    public sealed record Start(string Notice) : Reply;

    /// <summary>A line of plain text.</summary>
    public sealed record Line(string Text) : Reply;
}
