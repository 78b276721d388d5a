namespace LeerkringBot.Benchmarks.Load;

/// <summary>What the load does next.</summary>
/// <param name="Port">Of the server on this machine.</param>
/// <param name="Path">Where clicks go.</param>
/// <param name="Token">A bearer token, or null.</param>
/// <param name="Kind">Which clicks.</param>
/// <param name="Connections">At once, each with one click under way.</param>
/// <param name="Seconds">How long; ignored where <paramref name="Most"/> is set.</param>
/// <param name="Most">Ends after so many clicks, or null.</param>
internal sealed record SliceRequest(int Port, string Path, string? Token, ClickKind Kind, int Connections, double Seconds, int? Most = null);
