namespace LeerkringBot.Cards.Elements;

/// <summary>At most six actions; Teams advises one to three.</summary>
public sealed record ActionSet(IReadOnlyList<CardButton> Actions) : CardElement;
