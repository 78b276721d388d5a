namespace LeerkringBot.Domain.Polls;

/// <summary>Who has one answer in a poll: a municipality, or a person. Its text stands in storage keys.</summary>
public readonly record struct Voter
{
    private readonly string? value;

    private Voter(string value) => this.value = value;

    public MunicipalityCode? Municipality => MunicipalityCode.TryParse(value, out var code) ? code : null;

    /// <summary>Null for a municipality.</summary>
    public MemberId? Person => Municipality is null ? new MemberId(ToString()) : null;

    public VoterKind Kind => Municipality is null ? VoterKind.Person : VoterKind.Municipality;

    public static Voter Of(MunicipalityCode municipality) => new(municipality.ToString());

    public static Voter Of(MemberId person) => new(person.ToString());

    /// <exception cref="FormatException">The text is neither a municipality's code nor a member's id.</exception>
    public static Voter Parse(string text) => new(Key.Require(text));

    public static bool TryParse(string? text, out Voter voter)
    {
        var valid = Key.IsValid(text);
        voter = valid ? new Voter(text!) : default;
        return valid;
    }

    public override string ToString() => value ?? throw new InvalidOperationException("An empty voter.");
}
