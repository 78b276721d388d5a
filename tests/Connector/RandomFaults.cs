namespace LeerkringBot.Connector;

/// <summary>Faults at given rates, the same in every run with the same seed: what becomes of a conversation's first, second, … request depends on nothing else.</summary>
/// <param name="seed">Of the run.</param>
/// <param name="rates">Of all requests, for each fault; together at most 1.</param>
internal sealed class RandomFaults(int seed, params IReadOnlyList<(double Rate, Fault Fault)> rates)
{
    public Fault? Of(ConnectorRequest request)
    {
        var draw = Draw($"{seed}|{request.Conversation}|{request.Number}");
        foreach (var (rate, fault) in rates)
        {
            draw -= rate;
            if (draw < 0) return fault;
        }

        return null;
    }

    // FNV-1a: .NET's own hash of a text differs from run to run.
    private static double Draw(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var character in text) hash = unchecked((hash ^ character) * 1099511628211UL);
        return new Random((int)(hash ^ (hash >> 32))).NextDouble();
    }
}
