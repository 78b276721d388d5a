using LeerkringBot.Cards;
using LeerkringBot.Domain;

namespace LeerkringBot.Bot.Routing;

/// <summary>Somebody typed something.</summary>
/// <param name="Who">From the authenticated activity.</param>
/// <param name="Text">Without the mention of the bot; untrusted.</param>
/// <param name="Texts">In the person's language.</param>
/// <param name="InChannel">Others see what was typed.</param>
/// <param name="Id">The channel's own, the same when it is delivered again; null where the channel doesn't tell.</param>
public sealed record ChatMessage(Person Who, string Text, Texts Texts, bool InChannel, string? Id = null);
