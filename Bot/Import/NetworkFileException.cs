namespace LeerkringBot.Bot.Import;

/// <summary>The network file can't be used; nothing of it was stored.</summary>
public sealed class NetworkFileException(IReadOnlyList<string> mistakes) : Exception(string.Join(Environment.NewLine, mistakes))
{
    /// <summary>Each with its path in the file.</summary>
    public IReadOnlyList<string> Mistakes { get; } = mistakes;
}
