namespace LeerkringBot.Infrastructure.Registrations;

/// <summary>A waiting place as it is stored: member, affiliation, ticket, offered at. Short names: the line may be long.</summary>
internal sealed record WaitingEntry(string M, string A, long T, DateTimeOffset? O);
