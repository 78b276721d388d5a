namespace LeerkringBot.Bot.Development;

/// <summary>What a newcomer does first in the Playground.</summary>
public static class ThingsToTry
{
    public static IReadOnlyList<string> Lines { get; } =
    [
        "type 'agenda' in the personal chat, open the invitation and click 'Ik kom'",
        "open the channel Bijeenkomsten (that installs the bot in the team), go back, type 'uitnodigen' and send the invitation there",
        "type 'nieuwe bijeenkomst', make a gathering in six steps and save it",
        "type 'peiling', send the Thorbecke poll, and answer it for your municipality",
    ];
}
