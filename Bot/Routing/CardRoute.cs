using LeerkringBot.Cards;

namespace LeerkringBot.Bot.Routing;

/// <summary>Which handler a button has.</summary>
public sealed class CardRoute
{
    private readonly Func<CardClick, CancellationToken, Task<Reply?>> handle;

    private CardRoute(string verb, Func<CardClick, CancellationToken, Task<Reply?>> handle) => (Verb, this.handle) = (verb, handle);

    public string Verb { get; }

    public static CardRoute To<TData>(CardAction<TData> action, Func<CardClick<TData>, CancellationToken, Task<Reply>> handler) =>
        new(action.Verb, async (click, cancellationToken) =>
            action.TryRead(click.Data, out var data) ? await handler(new(click, data), cancellationToken) : null);

    /// <returns>Null when the data is not of the button's shape.</returns>
    public Task<Reply?> Handle(CardClick click, CancellationToken cancellationToken) => handle(click, cancellationToken);
}
