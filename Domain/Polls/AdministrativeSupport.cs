namespace LeerkringBot.Domain.Polls;

/// <summary>Who in the municipality backs the answer.</summary>
public enum AdministrativeSupport
{
    NotDiscussed,

    /// <summary>College van burgemeester en wethouders.</summary>
    College,

    /// <summary>Gemeenteraad.</summary>
    Council,
}
