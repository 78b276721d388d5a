namespace LeerkringBot.Infrastructure.Teams;

/// <summary>How long the connector may take. A person waits for some of it, so all of it is short.</summary>
public sealed class ConnectorOptions
{
    /// <summary>For one request; a send that takes longer is uncertain.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>For finding out who somebody is, repetitions included: a click waits for it, and goes on without.</summary>
    public TimeSpan LookUpTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Before the first repetition; doubles each time, with jitter.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest wait between two tries; a connector that asks for more gets no further try now.</summary>
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>After the first try.</summary>
    public int Retries { get; set; } = 4;
}
