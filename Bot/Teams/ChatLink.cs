using LeerkringBot.Bot.Routing;

namespace LeerkringBot.Bot.Teams;

/// <summary>Teams' deep link to a chat: a bot is named by "28:" and its app id.</summary>
public sealed class ChatLink(TeamsSettings settings) : IChatLink
{
    public string? WithDraft(string draft) =>
        settings.App is { } app ? $"https://teams.microsoft.com/l/chat/0/0?users=28:{app.AppId}&message={Uri.EscapeDataString(draft)}" : null;
}
