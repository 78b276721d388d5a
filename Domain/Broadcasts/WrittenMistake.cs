namespace LeerkringBot.Domain.Broadcasts;

/// <summary>What is wrong with a text as it was typed.</summary>
public enum WrittenMistake
{
    TitleMissing,
    TitleTooLong,
    TextMissing,
    TextTooLong,

    /// <summary>There is a link and nothing to press.</summary>
    ButtonMissing,
    ButtonTooLong,

    /// <summary>There is a button that goes nowhere, or it is a resource.</summary>
    LinkMissing,
    LinkTooLong,

    /// <summary>Not a whole address that begins with https.</summary>
    LinkNotHttps,
}
