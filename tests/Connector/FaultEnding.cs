namespace LeerkringBot.Connector;

internal enum FaultEnding
{
    Answers,

    /// <summary>The connection stays open, until the other side gives up.</summary>
    NeverAnswers,

    /// <summary>The connection breaks instead of an answer.</summary>
    Closes,
}
