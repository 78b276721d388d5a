namespace LeerkringBot.Infrastructure.Registrations;

/// <summary>A track's places as they are stored.</summary>
internal sealed record TrackEntry(string Round, int? Capacity, int Taken, List<WaitingEntry> Waiting);
