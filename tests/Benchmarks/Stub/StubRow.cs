namespace LeerkringBot.Benchmarks.Stub;

/// <param name="ETag">A number in the form of the service.</param>
/// <param name="Json">As it was sent, with the ETag in it.</param>
internal sealed record StubRow(string ETag, string Json);
