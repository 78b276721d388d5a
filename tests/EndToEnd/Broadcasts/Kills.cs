namespace LeerkringBot.EndToEnd.Broadcasts;

/// <summary>Run by themselves: what is asked of the bot is a matter of seconds there.</summary>
[CollectionDefinition(nameof(Kills), DisableParallelization = true)]
public sealed class Kills;
