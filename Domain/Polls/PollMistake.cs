namespace LeerkringBot.Domain.Polls;

/// <summary>Why a poll can't be as somebody wants it.</summary>
/// <param name="Field">Where.</param>
/// <param name="Fault">What.</param>
/// <param name="Item">Which option or link, counted from 0; null for a field that there is once.</param>
/// <param name="Number">See <see cref="PollFault"/>.</param>
public sealed record PollMistake(PollField Field, PollFault Fault, int? Item = null, int? Number = null);
