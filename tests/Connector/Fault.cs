namespace LeerkringBot.Connector;

/// <summary>What happens to one request instead of the usual.</summary>
/// <param name="Status">Answered instead of success; null leaves success.</param>
/// <param name="Code">In the error's body.</param>
/// <param name="RetryAfter">In seconds.</param>
/// <param name="Arrives">The message is accepted all the same.</param>
/// <param name="Ending">Whether there is an answer at all.</param>
/// <param name="Delay">Before the answer.</param>
internal sealed record Fault(int? Status = null, string? Code = null, int? RetryAfter = null, bool Arrives = false, FaultEnding Ending = FaultEnding.Answers, TimeSpan Delay = default)
{
    public static Fault PreconditionFailed { get; } = new(412);

    /// <summary>Accepted, and the sender never hears of it.</summary>
    public static Fault ArrivesInSilence { get; } = new(Arrives: true, Ending: FaultEnding.NeverAnswers);

    /// <summary>Accepted, and the connection breaks before the answer.</summary>
    public static Fault ArrivesAndCloses { get; } = new(Arrives: true, Ending: FaultEnding.Closes);

    public static Fault BlockedByUser { get; } = new(403, "ConversationBlockedByUser");

    public static Fault NotInRoster { get; } = new(403, "BotNotInConversationRoster");

    public static Fault DisabledByAdmin { get; } = new(403, "BotDisabledByAdmin");

    public static Fault WritesBlocked { get; } = new(403, "MessageWritesBlocked");

    public static Fault NoConversation { get; } = new(404, "ConversationNotFound");

    public static Fault NoActivity { get; } = new(404, "ActivityNotFoundInConversation");

    public static Fault TooBig { get; } = new(413, "MessageSizeTooBig");

    /// <param name="retryAfter">In seconds, or null without the header.</param>
    public static Fault Throttled(int? retryAfter) => new(429, RetryAfter: retryAfter);

    /// <param name="status">500, 502, 503 or 504.</param>
    /// <param name="arrives">The message was accepted before it went wrong.</param>
    public static Fault Server(int status, bool arrives) => new(status, Arrives: arrives);

    /// <summary>Accepted at once, answered later.</summary>
    public static Fault Slow(TimeSpan delay) => new(Arrives: true, Delay: delay);
}
