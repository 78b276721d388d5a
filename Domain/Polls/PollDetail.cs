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

    /// <summary>Where one would receive the others.</summary>
    Place,

    /// <summary>For how many there is room there.</summary>
    Capacity,
}
