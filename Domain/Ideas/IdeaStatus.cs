namespace LeerkringBot.Domain.Ideas;

/// <summary>What organisers do with an idea.</summary>
public enum IdeaStatus
{
    /// <summary>Nieuw.</summary>
    New,

    /// <summary>In bespreking.</summary>
    UnderDiscussion,

    /// <summary>Opgepakt.</summary>
    TakenUp,

    /// <summary>Niet verder.</summary>
    NotPursued,

    /// <summary>Samengevoegd; only merging sets it.</summary>
    Merged,
}
