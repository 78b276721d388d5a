using LeerkringBot.Benchmarks.Load;
using LeerkringBot.Benchmarks.Processes;

namespace LeerkringBot.Benchmarks;

/// <summary>One of those that are compared.</summary>
/// <param name="Name">"ours", "ours, token" or "bare".</param>
/// <param name="PathOf">Where a kind of click goes.</param>
/// <param name="Token">That clicks bear, or null.</param>
internal sealed record Server(string Name, ServerProcess Process, Func<ClickKind, string> PathOf, string? Token)
{
    public SliceRequest Slice(ClickKind kind, int connections, double seconds, int? most = null) =>
        new(Process.Port, PathOf(kind), Token, kind, connections, seconds, most);
}
