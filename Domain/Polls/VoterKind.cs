namespace LeerkringBot.Domain.Polls;

/// <summary>Who has one answer.</summary>
public enum VoterKind
{
    Municipality,
    Person,
}
