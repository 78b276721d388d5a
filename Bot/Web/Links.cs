using LeerkringBot.Domain;

namespace LeerkringBot.Bot.Web;

/// <summary>Where people find what the bot serves.</summary>
/// <param name="publicUrl">Without a slash at the end.</param>
public sealed class Links(string publicUrl)
{
    public string Calendar(GatheringId gathering) => $"{publicUrl}/agenda/{gathering}.ics";
}
