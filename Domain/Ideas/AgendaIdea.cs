namespace LeerkringBot.Domain.Ideas;

/// <summary>An idea that is on the agenda of a gathering.</summary>
/// <param name="Gathering">Whose.</param>
/// <param name="Number">Of the idea.</param>
/// <param name="Line">Its first line, at most <see cref="IdeaText.LongestLine"/> characters.</param>
public sealed record AgendaIdea(GatheringId Gathering, IdeaNumber Number, string Line);
