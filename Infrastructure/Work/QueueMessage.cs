namespace LeerkringBot.Infrastructure.Work;

/// <param name="Id">The message.</param>
/// <param name="Receipt">Proof of this lease; another one once somebody else received the message.</param>
/// <param name="Body">As sent.</param>
/// <param name="Tries">How often it was received, this time included.</param>
public sealed record QueueMessage(string Id, string Receipt, string Body, int Tries);
