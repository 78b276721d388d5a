namespace LeerkringBot.Infrastructure.Teams;

/// <summary>What Teams adds to an activity.</summary>
/// <param name="EventType">Of a conversationUpdate: "channelCreated", "channelRenamed", "teamRenamed", …</param>
public sealed record TeamsChannelData(TenantInfo? Tenant = null, TeamInfo? Team = null, ChannelInfo? Channel = null, string? EventType = null);

public sealed record TenantInfo(string? Id);

/// <param name="Id">"19:…@thread.tacv2": the id of the team's first channel.</param>
public sealed record TeamInfo(string? Id, string? Name = null);

/// <param name="Name">Missing for the team's first channel.</param>
public sealed record ChannelInfo(string? Id, string? Name = null);
