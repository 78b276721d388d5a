namespace LeerkringBot.Domain;

/// <param name="Id">Ours.</param>
/// <param name="Team">Teams' own id of the team; names need not be unique.</param>
/// <param name="TeamName">As Teams shows it.</param>
/// <param name="Name">As Teams shows it; "General" has none in Teams and is called "Algemeen".</param>
public sealed record Channel(ChannelId Id, string Team, string TeamName, string Name);
