namespace LeerkringBot.Domain.Polls;

/// <param name="Municipality">Whose answer it is.</param>
/// <param name="Option">The key of the chosen option.</param>
/// <param name="By">Who clicked.</param>
/// <param name="At">When.</param>
/// <param name="Version">1 for the first answer of this municipality, then one more each time; also its place in the history.</param>
public sealed record PollAnswer(MunicipalityCode Municipality, string Option, MemberId By, DateTimeOffset At, int Version);
