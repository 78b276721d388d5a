namespace LeerkringBot.Domain;

public interface INetwork
{
    /// <summary>The network as last read, at most a minute old.</summary>
    ValueTask<Network> Current(CancellationToken cancellationToken);
}
