namespace LeerkringBot.Infrastructure.Storage;

/// <summary>The tables of architecture.md by name; created at start.</summary>
public interface ITables
{
    ITable this[string name] { get; }

    /// <summary>Creates what is missing.</summary>
    Task Create(CancellationToken cancellationToken);
}
