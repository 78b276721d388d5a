using System.Collections.Frozen;
using LeerkringBot.Bot.Start;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;

namespace LeerkringBot.Bot.Routing;

/// <summary>Where the edge hands over: every click, message, greeting and search of a person comes in here, and every one gets an answer.</summary>
public sealed class Router
{
    private readonly FrozenDictionary<string, CardRoute> routes;
    private readonly ChatCommands commands;
    private readonly FrozenDictionary<string, ISearch> searches;
    private readonly StartPage start;
    private readonly ILogger<Router> logger;

    /// <exception cref="InvalidOperationException">A verb or word is mapped twice, or a verb stands on a card and is mapped by nobody.</exception>
    public Router(IEnumerable<IFeature> features, IEnumerable<ISearch> searches, StartPage start, ILogger<Router> logger)
    {
        var all = features.ToList();
        routes = CardRoutes.Check(all.SelectMany(feature => feature.Cards));
        commands = new ChatCommands(all.SelectMany(feature => feature.Commands));
        this.searches = searches.ToFrozenDictionary(search => search.Dataset);
        this.start = start;
        this.logger = logger;
    }

    public async Task<Reply> Click(CardClick click, CancellationToken cancellationToken)
    {
        var route = routes.GetValueOrDefault(click.Verb);
        try
        {
            var reply = (route is null ? null : await route.Handle(click, cancellationToken)) ?? new Reply.Start(click.Texts["Outdated"]);
            return await Complete(reply, click.Who, click.Texts, cancellationToken);
        }
        catch (StorageFaultException fault)
        {
            // A verb that we don't know may be anything that somebody wrote.
            logger.LogWarning(fault, "Storage failed under {Verb}", route?.Verb ?? "an unknown verb");
            return FaultCard.Render(click.Texts, route?.Again(click) ?? new(click.Verb, click.Data));
        }
    }

    public async Task<Reply> Message(ChatMessage message, CancellationToken cancellationToken)
    {
        try
        {
            return commands.Find(message.Text) is { } command
                ? await Complete(await command.Handle(message, cancellationToken), message.Who, message.Texts, cancellationToken)
                : await start.Render(message.Who, message.Texts, null, cancellationToken);
        }
        catch (StorageFaultException fault)
        {
            logger.LogWarning(fault, "Storage failed under a message");
            return new Reply.Line(message.Texts["Fault"]);
        }
    }

    /// <summary>The bot was installed for somebody.</summary>
    public async Task<Reply> Welcome(Person who, Texts texts, CancellationToken cancellationToken)
    {
        try
        {
            return await start.Render(who, texts, null, cancellationToken);
        }
        catch (StorageFaultException fault)
        {
            logger.LogWarning(fault, "Storage failed under a welcome");
            return new Reply.Line(texts["Fault"]);
        }
    }

    /// <returns>Null when no input has that dataset.</returns>
    public async Task<IReadOnlyList<Choice>?> Search(string dataset, Person who, string typed, CancellationToken cancellationToken) =>
        searches.TryGetValue(dataset, out var search) ? await search.Find(who, typed, cancellationToken) : null;

    private async Task<Reply> Complete(Reply reply, Person who, Texts texts, CancellationToken cancellationToken) =>
        reply is Reply.Start(var notice) ? await start.Render(who, texts, notice, cancellationToken) : reply;
}
