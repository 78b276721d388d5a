using LeerkringBot.Bot.Routing;

namespace LeerkringBot.Bot.Start;

/// <summary>Greetings and calls for help; the same card answers all that is not understood.</summary>
public sealed class StartFeature(StartPage page) : IFeature
{
    public IEnumerable<ChatCommand> Commands =>
    [
        new(["hallo", "hoi", "dag", "goedemorgen", "goedemiddag", "start", "help", "hulp", "menu", "hello", "hi"],
            async (message, cancellationToken) => await page.Render(message.Who, message.Texts, null, cancellationToken)),
    ];
}
