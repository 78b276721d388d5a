using System.Collections.Immutable;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Infrastructure.Polls;

/// <summary>What a poll asks, as it is stored.</summary>
internal sealed record PollDocument(string Question, string Explanation, ImmutableArray<PollOption> Options);
