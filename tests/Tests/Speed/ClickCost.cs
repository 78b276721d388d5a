namespace LeerkringBot.Tests.Speed;

/// <param name="Answer">As it goes over the wire.</param>
/// <param name="Steps">What was asked of storage before the answer, step by step.</param>
/// <param name="After">What was asked once the answer was out.</param>
internal sealed record ClickCost(string Answer, IReadOnlyList<IReadOnlyList<string>> Steps, IReadOnlyList<string> After)
{
    public IReadOnlyList<string> Requests => [.. Steps.SelectMany(step => step)];

    public override string ToString() => $"{string.Join("\n", Steps.Select((step, index) => $"{index + 1}: {string.Join(", ", step)}"))}\nafter: {string.Join(", ", After)}";
}
