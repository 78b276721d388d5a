namespace LeerkringBot.Domain.Ideas;

/// <summary>How an idea came in.</summary>
public enum IdeaSource
{
    Chat,
    Mail,
}
