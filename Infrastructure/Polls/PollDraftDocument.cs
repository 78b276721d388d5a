using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Infrastructure.Polls;

/// <summary>A draft as it is stored.</summary>
internal sealed record PollDraftDocument(PollText Text, string? Changes, PollText? Basis);
