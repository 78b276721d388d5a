namespace LeerkringBot.Connector;

/// <summary>What the connector saw since it started.</summary>
/// <param name="At">Seconds since the start.</param>
/// <param name="Requests">That the limits let through.</param>
/// <param name="Refused">By the limits, with 429.</param>
/// <param name="Messages">Accepted.</param>
/// <param name="Updates">Accepted.</param>
/// <param name="Reached">Conversations with a message.</param>
/// <param name="InFlight">Requests under way now.</param>
internal sealed record ConnectorCounts(double At, int Requests, int Refused, int Messages, int Updates, int Reached, int InFlight);
