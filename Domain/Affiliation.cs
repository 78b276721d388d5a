namespace LeerkringBot.Domain;

/// <summary>Whom a member speaks for, confirmed by the member: a municipality, or another organisation (VNG, a ministry, a partner).</summary>
public abstract record Affiliation
{
    private Affiliation() { }

    public sealed record OfMunicipality(MunicipalityCode Code) : Affiliation;

    /// <summary>Counts as a participant, never as a municipality.</summary>
    /// <param name="Name">1 to 80 characters, as the member typed it.</param>
    public sealed record OfOrganisation(string Name) : Affiliation;
}
