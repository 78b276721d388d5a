using LeerkringBot.Cards;

namespace LeerkringBot.Bot.Routing;

/// <summary>Which handler a button has.</summary>
public sealed class CardRoute
{
    private readonly Func<CardClick, CancellationToken, Task<Reply?>> handle;

    private readonly Func<CardClick, CarriedClick> again;

    private CardRoute(string verb, Func<CardClick, CancellationToken, Task<Reply?>> handle, Func<CardClick, CarriedClick> again) => (Verb, this.handle, this.again) = (verb, handle, again);

    public string Verb { get; }

    /// <param name="action">The button.</param>
    /// <param name="handler">What it does.</param>
    /// <param name="again">What a card that comes back instead of the answer may carry; null carries the click itself.</param>
    public static CardRoute To<TData>(CardAction<TData> action, Func<CardClick<TData>, CancellationToken, Task<Reply>> handler, Func<TData, CarriedClick?>? again = null) =>
        new(
            action.Verb,
            async (click, cancellationToken) => action.TryRead(click.Data, out var data) ? await handler(new(click, data), cancellationToken) : null,
            click => (again is not null && action.TryRead(click.Data, out var data) ? again(data) : null) ?? new(click.Verb, click.Data));

    /// <returns>Null when the data is not of the button's shape.</returns>
    public Task<Reply?> Handle(CardClick click, CancellationToken cancellationToken) => handle(click, cancellationToken);

    /// <summary>What does the same again after a fault.</summary>
    public CarriedClick Again(CardClick click) => again(click);
}
