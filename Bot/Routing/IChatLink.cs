namespace LeerkringBot.Bot.Routing;

/// <summary>Links that open somebody's own chat with the bot. The edge implements it.</summary>
public interface IChatLink
{
    /// <param name="draft">Stands in the box where one types; the person sends it.</param>
    /// <returns>Null where the bot isn't registered, so that nothing can link to it.</returns>
    string? WithDraft(string draft);
}
