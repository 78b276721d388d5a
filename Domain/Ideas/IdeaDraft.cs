namespace LeerkringBot.Domain.Ideas;

/// <summary>An idea as it comes in.</summary>
/// <param name="Text">As it was typed.</param>
/// <param name="Sender">Whose it is: from the authenticated activity, or of a mail.</param>
public sealed record IdeaDraft(string Text, IdeaSender Sender)
{
    /// <summary>As it was typed; may be empty.</summary>
    public string Theme { get; init; } = "";

    /// <summary>What it is about; null where it stands by itself.</summary>
    public Subject? About { get; init; }

    public Affiliation? Affiliation { get; init; }

    /// <inheritdoc cref="Idea.IsAffiliationConfirmed"/>
    public bool IsAffiliationConfirmed { get; init; }

    public IdeaSource Source { get; init; }

    /// <inheritdoc cref="Idea.Original"/>
    public OriginalMail? Original { get; init; }

    public bool ShowsName { get; init; }
}
