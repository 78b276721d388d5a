using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json.Nodes;
using LeerkringBot.Bot.Routing;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;

namespace LeerkringBot.Tests.Teams;

/// <summary>A feature with every kind of answer.</summary>
internal sealed class TestFeature : IFeature, ISearch
{
    public const string Secret = "geheim van Anneke";

    public ConcurrentQueue<CardClick> Clicks { get; } = new();

    public ConcurrentQueue<ChatMessage> Messages { get; } = new();

    public string Dataset => "gemeenten";

    public IEnumerable<CardRoute> Cards =>
    [
        Route("test.card", _ => Card("Gefeliciteerd, één <plaats> & \"koffie\"")),
        Route("test.line", _ => new Reply.Line("Geregeld, één regel")),
        Route("test.boom", _ => throw new InvalidOperationException(Secret)),
        Route("test.storage", _ => throw new StorageFaultException("De opslag zwijgt.")),
        .. CardRoutes.Declared.Select(Anything),
    ];

    public IEnumerable<ChatCommand> Commands =>
    [
        Command("testkaart", _ => Card("Kaart")),
        Command("testbegin", _ => new Reply.Start("Dat is er niet")),
        Command("testregel", _ => new Reply.Line("Regel")),
        Command("testkapot", _ => throw new InvalidOperationException(Secret)),
    ];

    public Task<IReadOnlyList<Choice>> Find(Person who, string typed, CancellationToken cancellationToken) =>
        typed == "kapot" ? throw new StorageFaultException("De opslag zwijgt.") : Task.FromResult<IReadOnlyList<Choice>>([new($"Coevorden ({typed})", "GM0109"), new("Één", "GM0001")]);

    public static AdaptiveCard Card(string text) => new([new TextBlock(CardText.Markdown(text))], "Een kaart") { Lang = "nl" };

    private CardRoute Route(string verb, Func<CardClick, Reply> answer) =>
        CardRoute.To(new CardAction<JsonObject>(verb), async (click, _) =>
        {
            await click.Who.Member;
            Clicks.Enqueue(click.Raw);
            return answer(click.Raw);
        });

    private ChatCommand Command(string word, Func<ChatMessage, Reply> answer) => new([word], async (message, _) =>
    {
        await message.Who.Member;
        Messages.Enqueue(message);
        return answer(message);
    });

    // The router wants every declared button mapped.
    private static CardRoute Anything(CardAction action) =>
        (CardRoute)typeof(TestFeature).GetMethod(nameof(AnythingOf), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(action.GetType().GetGenericArguments()).Invoke(null, [action])!;

    private static CardRoute AnythingOf<TData>(CardAction<TData> action) =>
        CardRoute.To(action, (_, _) => Task.FromResult<Reply>(new Reply.Line("")));
}
