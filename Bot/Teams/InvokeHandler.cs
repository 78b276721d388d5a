using System.Text.Json;
using LeerkringBot.Bot.Routing;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Elements;
using LeerkringBot.Infrastructure.Teams;

namespace LeerkringBot.Bot.Teams;

/// <summary>A button was pressed, or somebody types in a searching input: the answer is the response itself. A yes or no to a file is answered by a message.</summary>
public sealed class InvokeHandler(Router router, Turns turns, FileConsentHandler files, ILogger<InvokeHandler> logger)
{
    public static bool Handles(string? name) => name is InvokeNames.AdaptiveCardAction or InvokeNames.Search or InvokeNames.FileConsent;

    public async Task Handle(TurnContext turn, HttpResponse response, CancellationToken cancellationToken)
    {
        // What is new of this conversation is stored once the answer is out.
        if (!turns.Remembers(turn)) response.OnCompleted(() => turns.Remember(turn, CancellationToken.None));
        switch (turn.Activity.Name)
        {
            case InvokeNames.AdaptiveCardAction:
                await Click(turn, response, cancellationToken);
                break;
            case InvokeNames.FileConsent:
                await files.Handle(turn, cancellationToken);
                break;
            default:
                await Search(turn, response, cancellationToken);
                break;
        }
    }

    private async Task Click(TurnContext turn, HttpResponse response, CancellationToken cancellationToken)
    {
        var action = turn.Activity.Value.Member("action");
        var verb = action.Text("verb") ?? "";
        var data = action.Member("data") is { ValueKind: JsonValueKind.Object } carried ? carried : LooseJson.EmptyObject;
        try
        {
            var reply = await router.Click(new(verb, turns.Who(turn, cancellationToken), data, turn.Texts, !turn.IsPersonal, turn.Clicked), cancellationToken);
            await InvokeResponse.Write(response, reply, cancellationToken);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested && !response.HasStarted)
        {
            logger.Failed("A click", fault);
            await InvokeResponse.Write(response, FaultCard.Render(turn.Texts, new(verb, data)), cancellationToken);
        }
    }

    private async Task Search(TurnContext turn, HttpResponse response, CancellationToken cancellationToken)
    {
        IReadOnlyList<Choice>? found = null;
        try
        {
            var value = turn.Activity.Value;
            found = await router.Search(value.Text("dataset") ?? "", turns.Who(turn, cancellationToken), value.Text("queryText") ?? "", cancellationToken);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            logger.Failed("A search", fault);
        }

        await InvokeResponse.Write(response, found ?? [], cancellationToken);
    }
}
