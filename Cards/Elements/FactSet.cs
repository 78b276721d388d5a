namespace LeerkringBot.Cards.Elements;

public sealed record FactSet(IReadOnlyList<Fact> Facts) : CardElement;

public sealed record Fact(CardText Title, CardText Value);
