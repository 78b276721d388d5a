using LeerkringBot.Domain.Gatherings;

namespace LeerkringBot.Infrastructure.Gatherings;

/// <summary>A draft as it is stored.</summary>
internal sealed record DraftDocument(GatheringText Text, string? Changes, GatheringText? Basis, string? Series, string? Published, string? Mark = null);
