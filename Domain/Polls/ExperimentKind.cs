namespace LeerkringBot.Domain.Polls;

/// <summary>The kinds of Thorbecke experiments that the report of the kick-off names.</summary>
public enum ExperimentKind
{
    /// <summary>Bestuurlijke vernieuwing.</summary>
    AdministrativeRenewal,
    Governance,

    /// <summary>Taakdifferentiatie.</summary>
    TaskDifferentiation,

    /// <summary>Regiovorming.</summary>
    RegionalCooperation,

    /// <summary>Democratische vernieuwing.</summary>
    DemocraticRenewal,
    Other,
}
