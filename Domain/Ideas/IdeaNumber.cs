namespace LeerkringBot.Domain.Ideas;

/// <summary>"I-7K3Q96": how people call an idea. It gives no rights.</summary>
public readonly record struct IdeaNumber
{
    private readonly string? code;

    internal IdeaNumber(string code) => this.code = code;

    /// <summary>The six characters, as they stand in storage keys.</summary>
    public string Code => code ?? throw new InvalidOperationException("An empty idea number.");

    /// <param name="typed">May be anything; with or without "I-", capitals or not.</param>
    public static bool TryParse(string? typed, out IdeaNumber number)
    {
        var text = typed.AsSpan().Trim();
        if (text is ['I' or 'i', '-' or '\u2011' or '\u2013', .. var rest]) text = rest;
        var read = ReadableCode.Read(text);
        number = read is null ? default : new IdeaNumber(read);
        return read is not null;
    }

    public override string ToString() => $"I-{Code}";
}
