using LeerkringBot.Domain;

namespace LeerkringBot.Infrastructure.Teams;

/// <summary>Either the conversation, or why there is none.</summary>
public readonly record struct ConversationCreation(ConversationReference? Conversation, SendOutcome? Failure);
