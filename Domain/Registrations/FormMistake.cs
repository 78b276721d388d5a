namespace LeerkringBot.Domain.Registrations;

/// <summary>What is wrong with something that somebody filled in.</summary>
public enum FormMistake
{
    Missing,
    TooLong,

    /// <summary>Not a whole number from 0 to <see cref="RegistrationFormCheck.HighestNumber"/>.</summary>
    NotANumber,

    /// <summary>Not one of the choices.</summary>
    NotAChoice,
}
