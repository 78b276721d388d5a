namespace LeerkringBot.Domain.Registrations;

/// <summary>Under what a participant is counted: the code of the municipality, or one count for all organisations.</summary>
public static class AffiliationKey
{
    public const string Organisation = "org";

    public static string Of(Affiliation? affiliation) => affiliation switch
    {
        Affiliation.OfMunicipality of => of.Code.ToString(),
        _ => Organisation,
    };

    public static bool IsMunicipality(string key) => MunicipalityCode.TryParse(key, out _);
}
