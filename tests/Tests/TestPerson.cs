using System.Text.Json;
using System.Text.Json.Nodes;
using LeerkringBot.Bot.Routing;
using LeerkringBot.Cards;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Members;

namespace LeerkringBot.Tests;

/// <summary>Somebody who types and presses the buttons that the cards really carry.</summary>
public sealed class TestPerson(TestBot bot, int number, string name, string? email, Language language)
{
    public MemberId Id { get; } = new($"00000000-0000-4000-8000-{number:000000000000}");

    public string Name => name;

    /// <summary>The last answer as it goes over the wire; null when it was a line.</summary>
    public JsonNode? Card { get; private set; }

    /// <summary>All that the last answer shows.</summary>
    public string Seen { get; private set; } = "";

    public Task<string> Says(string text, bool inChannel = false) =>
        Take(bot.Router.Message(new(Who(), text, Texts.For(language), inChannel), TestContext.Current.CancellationToken));

    /// <summary>Looks at a card that was sent.</summary>
    public void Looks(AdaptiveCard card) => Show(new Reply.Card(card));

    /// <summary>Presses the button whose title begins so, with what the inputs hold unless typed otherwise.</summary>
    public Task<string> Presses(string title, params (string Input, string Value)[] typed)
    {
        var button = Buttons().FirstOrDefault(node => node["title"]!.GetValue<string>().StartsWith(title, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"No button '{title}' on: {Seen}");
        var data = button["data"]!.DeepClone().AsObject();
        if (button["associatedInputs"]?.GetValue<string>() != "none")
        {
            foreach (var input in Find(Card!, node => node["type"]!.GetValue<string>().StartsWith("Input.", StringComparison.Ordinal)))
                if (input["value"] is { } value) data[input["id"]!.GetValue<string>()] = value.DeepClone();
            foreach (var (input, value) in typed) data[input] = value;
        }

        return Clicks(button["verb"]!.GetValue<string>(), data);
    }

    /// <summary>Sends a click of any shape, as a forged card would.</summary>
    public Task<string> Clicks(string verb, JsonNode? data, bool inChannel = false) =>
        Take(bot.Router.Click(new(verb, Who(), JsonSerializer.SerializeToElement(data), Texts.For(language), inChannel), TestContext.Current.CancellationToken));

    /// <summary>What the button with that title sends.</summary>
    public (string Verb, JsonNode Data) Button(string title)
    {
        var button = Buttons().First(node => node["title"]!.GetValue<string>() == title);
        return (button["verb"]!.GetValue<string>(), button["data"]!);
    }

    public IReadOnlyList<string> ButtonTitles() => [.. Buttons().Select(button => button["title"]!.GetValue<string>())];

    /// <summary>Where the buttons with a link go.</summary>
    public IReadOnlyList<string> Links() => Card is null ? [] : [.. Find(Card, node => node["type"]!.GetValue<string>() == "Action.OpenUrl").Select(node => node["url"]!.GetValue<string>())];

    private Person Who() => bot.Get<RecogniseMember>().Begin(Id, language, name, _ => Task.FromResult<Profile?>(new(name, email)), TestContext.Current.CancellationToken);

    private IEnumerable<JsonNode> Buttons() => Card is null ? [] : Find(Card, node => node["type"]!.GetValue<string>() == "Action.Execute");

    private async Task<string> Take(Task<Reply> replying)
    {
        Show(await replying);
        return Seen;
    }

    private void Show(Reply reply)
    {
        Card = reply is Reply.Card card ? JsonSerializer.SerializeToNode(card.Content, CardJson.Default.AdaptiveCard) : null;
        Seen = reply is Reply.Line line ? line.Text : string.Join("\n", Words(Card!));
    }

    // Fallbacks are left out: a client shows the element or its fallback, never both.
    private static IEnumerable<JsonNode> Find(JsonNode node, Func<JsonObject, bool> wanted)
    {
        if (node is JsonArray list) return list.SelectMany(item => item is null ? [] : Find(item, wanted));
        if (node is not JsonObject found) return [];
        var inner = found.Where(field => field.Value is not null && field.Key is not ("fallback" or "data")).SelectMany(field => Find(field.Value!, wanted));
        return found["type"] is not null && wanted(found) ? inner.Prepend(found) : inner;
    }

    private static IEnumerable<string> Words(JsonNode node) => node switch
    {
        JsonArray list => list.SelectMany(item => item is null ? [] : Words(item)),
        JsonObject found => found.SelectMany(field => field.Key switch
        {
            "text" or "title" or "value" or "label" when field.Value is JsonValue text && text.GetValueKind() == JsonValueKind.String => [text.GetValue<string>()],
            "fallback" or "data" => [],
            _ when field.Value is not null => Words(field.Value),
            _ => Array.Empty<string>(),
        }),
        _ => [],
    };
}
