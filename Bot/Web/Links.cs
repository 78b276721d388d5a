using LeerkringBot.Domain;

namespace LeerkringBot.Bot.Web;

/// <summary>Where people find what the bot serves.</summary>
/// <param name="publicUrl">Without a slash at the end.</param>
public sealed class Links(string publicUrl)
{
    public const string FilePath = "/bestand/";

    /// <param name="ticket">Sealed.</param>
    public string File(string ticket) => publicUrl + FilePath + ticket;

    public string Calendar(GatheringId gathering) => $"{publicUrl}/agenda/{gathering}.ics";
}
