namespace LeerkringBot.Domain;

/// <summary>What somebody does in their municipality, as the network's invitations name it; the member's own choice.</summary>
public enum Role
{
    /// <summary>Ambtenaar.</summary>
    CivilServant,

    /// <summary>Griffier.</summary>
    Clerk,

    /// <summary>Gemeentesecretaris.</summary>
    MunicipalSecretary,

    /// <summary>Burgemeester.</summary>
    Mayor,

    /// <summary>Wethouder.</summary>
    Alderman,

    /// <summary>Raadslid.</summary>
    Councillor,
}
