namespace LeerkringBot.Domain;

/// <summary>A municipality's code as CBS gives it: "GM" and four digits, for example GM0867 for Waalwijk.</summary>
public readonly record struct MunicipalityCode
{
    private readonly string? value;

    private MunicipalityCode(string value) => this.value = value;

    /// <exception cref="FormatException">The text is not "GM" followed by four digits.</exception>
    public static MunicipalityCode Parse(string text) =>
        TryParse(text, out var code) ? code : throw new FormatException($"'{text}' is not a municipality code such as GM0867.");

    public static bool TryParse(string? text, out MunicipalityCode code)
    {
        var valid = text is ['G', 'M', _, _, _, _] && text.AsSpan(2).IndexOfAnyExceptInRange('0', '9') < 0;
        code = valid ? new MunicipalityCode(text!) : default;
        return valid;
    }

    public override string ToString() => value ?? throw new InvalidOperationException("An empty municipality code.");
}
