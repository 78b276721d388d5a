namespace LeerkringBot.Infrastructure.Teams;

/// <param name="Id">"29:…" for a person, "28:…" for a bot.</param>
/// <param name="Name">As shown.</param>
/// <param name="AadObjectId">Entra object id; missing for bots.</param>
public sealed record ChannelAccount(string? Id, string? Name = null, string? AadObjectId = null);
