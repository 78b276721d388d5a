namespace LeerkringBot.Domain.Gatherings;

/// <summary>Why a gathering can't be as somebody wants it.</summary>
/// <param name="Field">Where.</param>
/// <param name="Fault">What.</param>
/// <param name="Item">Which programme item, round, question, host or audience, counted from 0; null for a field that there is once.</param>
/// <param name="Inner">Which track of the round or choice of the question, counted from 0.</param>
/// <param name="Number">See <see cref="GatheringFault"/>.</param>
public sealed record GatheringMistake(GatheringField Field, GatheringFault Fault, int? Item = null, int? Inner = null, int? Number = null);
