using LeerkringBot.Domain.Ideas;

namespace LeerkringBot.Cards.Ideas;

/// <summary>An idea as one person may see it.</summary>
/// <param name="Idea">Which.</param>
/// <param name="From">Name and municipality of the sender; null where the person may not see them.</param>
/// <param name="About">Title of what it is about; null where it stands by itself.</param>
/// <param name="IsMine">The person sent it.</param>
/// <param name="Supports">The person supports it.</param>
/// <param name="IsOrganiser">The person may follow it up.</param>
/// <param name="Parts">The ideas that are part of it.</param>
public sealed record IdeaView(Idea Idea, string? From, string? About, bool IsMine, bool Supports, bool IsOrganiser, IReadOnlyList<Idea> Parts)
{
    /// <summary>What it is part of; null where it stands on its own.</summary>
    public IdeaNumber? Whole => Idea.MergedInto?.Number;
}
