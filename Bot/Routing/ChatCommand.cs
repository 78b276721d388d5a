namespace LeerkringBot.Bot.Routing;

/// <summary>A word people can type.</summary>
/// <param name="Words">All that mean it, Dutch and English, lower case without accents; small typos are forgiven.</param>
/// <param name="Handle">Answers.</param>
public sealed record ChatCommand(IReadOnlyList<string> Words, Func<ChatMessage, CancellationToken, Task<Reply>> Handle)
{
    /// <summary>Something more may follow the word, such as a code; the handler finds it in the message.</summary>
    public bool TakesMore { get; init; }
}
