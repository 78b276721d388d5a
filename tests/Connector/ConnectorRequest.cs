namespace LeerkringBot.Connector;

/// <summary>What the bot asks.</summary>
/// <param name="Kind">Beginning a thread in a channel is a <see cref="RequestKind.Send"/>.</param>
/// <param name="Conversation">Which; of a creation the chat that it gives; without the thread. Empty where it is about a team.</param>
/// <param name="Number">The how manieth about this conversation that the limits let through, from 1.</param>
internal sealed record ConnectorRequest(RequestKind Kind, string Conversation, int Number);
