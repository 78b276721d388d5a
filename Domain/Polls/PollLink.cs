namespace LeerkringBot.Domain.Polls;

/// <param name="Title">What stands on it.</param>
/// <param name="Address">https.</param>
public sealed record PollLink(string Title, string Address);
