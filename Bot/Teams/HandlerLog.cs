namespace LeerkringBot.Bot.Teams;

internal static class HandlerLog
{
    /// <summary>Type and place only: the message of an exception may quote what somebody typed.</summary>
    public static void Failed(this ILogger logger, string what, Exception fault) =>
        logger.LogError("{What} failed with {Fault}: {Trace}", what, fault.GetType(), fault.StackTrace);
}
