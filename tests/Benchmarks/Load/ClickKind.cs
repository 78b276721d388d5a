namespace LeerkringBot.Benchmarks.Load;

internal enum ClickKind
{
    Poll,
    Registration,
}
