namespace LeerkringBot.Domain;

/// <summary>What a member reads. Dutch unless the member's Teams is English.</summary>
public enum Language
{
    Dutch,
    English,
}
