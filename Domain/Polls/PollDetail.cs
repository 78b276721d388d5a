namespace LeerkringBot.Domain.Polls;

/// <summary>What an answer may tell besides the choice. Never asked before the choice counts.</summary>
public enum PollDetail
{
    Explanation,

    /// <summary>Name, telephone number or e-mail address of whom to ask.</summary>
    Contact,

    /// <summary>An <see cref="AdministrativeSupport"/>: "bestuurlijk akkoord".</summary>
    Support,

    /// <summary>An <see cref="Polls.ExperimentKind"/>.</summary>
    ExperimentKind,

    Description,

    /// <summary>Where one would receive the others: building and room.</summary>
    Place,

    /// <summary>Street, number and town of it.</summary>
    Address,

    /// <summary>For how many there is room there.</summary>
    Capacity,
}
