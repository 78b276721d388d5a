namespace LeerkringBot.Infrastructure.Storage;

public static class TableNames
{
    public const string Gatherings = nameof(Gatherings);
    public const string Polls = nameof(Polls);
    public const string Index = nameof(Index);
    public const string Members = nameof(Members);
    public const string Network = nameof(Network);
    public const string Conversations = nameof(Conversations);
    public const string Deliveries = nameof(Deliveries);
    public const string SharedCards = nameof(SharedCards);
    public const string Due = nameof(Due);
    public const string Drafts = nameof(Drafts);
    public const string Reminders = nameof(Reminders);
    public const string Mails = nameof(Mails);
    public const string Ideas = nameof(Ideas);

    /// <summary>Work items that failed ten times, with their error.</summary>
    public const string Poison = nameof(Poison);

    public static IReadOnlyList<string> All { get; } =
        [Gatherings, Polls, Index, Members, Network, Conversations, Deliveries, SharedCards, Drafts, Reminders, Ideas, Mails, Due, Poison];
}
